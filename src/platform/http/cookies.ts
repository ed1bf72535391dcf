import type { Cookie } from './route.ts';

function cookieName(name: Cookie['name'], https: boolean): string {
  const short = name === 'session' ? 's' : 'b';
  return https ? `__Host-${short}` : short;
}

export function cookieText(one: Cookie, https: boolean): string {
  const age = one.value === '' ? 0 : one.seconds;
  const secure = https ? '; Secure' : '';
  return `${cookieName(one.name, https)}=${one.value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure}`;
}

export function cookieOf(header: string, name: Cookie['name'], https: boolean): string | undefined {
  const wanted = cookieName(name, https);
  // More than we ever set: somebody else's, or an attack on the parser.
  if (header.length > 8000) return undefined;
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === wanted && value !== undefined && /^[\w-]{20,100}$/.test(value)) return value;
  }
  return undefined;
}
