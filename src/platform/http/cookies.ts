import type { Tokens } from './context.ts';
import type { Cookie } from './route.ts';

function cookieName(name: Cookie['name'], https: boolean): string {
  const short = { session: 's', browser: 'b', view: 'v' }[name];
  return https ? `__Host-${short}` : short;
}

export function cookieText(one: Cookie, https: boolean): string {
  const age = one.value === '' ? 0 : one.seconds;
  const secure = https ? '; Secure' : '';
  return `${cookieName(one.name, https)}=${one.value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure}`;
}

function cookieOf(header: string, name: Cookie['name'], https: boolean): string | undefined {
  const wanted = cookieName(name, https);
  const shape = name === 'view' ? /^[a-z]{3,20}$/ : /^[\w-]{20,100}$/;
  // More than we ever set: somebody else's, or an attack on the parser.
  if (header.length > 8000) return undefined;
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === wanted && value !== undefined && shape.test(value)) return value;
  }
  return undefined;
}

/** What the browser carries of ours. */
export function tokensIn(header: string | undefined, publicUrl: string): Tokens {
  const [text, https] = [header ?? '', publicUrl.startsWith('https:')];
  return {
    session: cookieOf(text, 'session', https),
    browser: cookieOf(text, 'browser', https),
    view: cookieOf(text, 'view', https),
  };
}
