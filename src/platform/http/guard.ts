import { EdgeError } from '../errors.ts';
import type { Route } from './route.ts';

/**
 * Requests that change something have to come from our own pages: for every type of content, because a foreign page
 * can send some of them without asking. Old phones send no Sec-Fetch-Site, so the origin alone is enough.
 */
export function refuseForeign(request: Request, publicUrl: string): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const foreign = new EdgeError(
    403,
    'foreign_request',
    'This request did not come from a page of this site.',
  );
  if (origin === null && site === null) throw foreign;
  if (site !== null && site !== 'same-origin') throw foreign;
  if (origin !== null && !isOwn(origin, request, publicUrl)) throw foreign;
}

function isOwn(origin: string, request: Request, publicUrl: string): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  // On this machine the same server also answers as 127.0.0.1.
  const host = request.headers.get('host') ?? '';
  return isLoopback(host) && origin === `http://${host}`;
}

/** The page of ours whose button was pressed. A browser says it to us alone: see `Referrer-Policy` below. */
export function pageBefore(
  request: Request,
  { publicUrl, routes }: { publicUrl: string; routes: readonly Pick<Route, 'method' | 'path'>[] },
): string | undefined {
  const before = request.headers.get('referer') ?? '';
  if (request.method !== 'POST' || !URL.canParse(before)) return undefined;
  const { origin, pathname, search } = new URL(before);
  const isPage = routes.some(({ method, path }) => method === 'GET' && patternOf(path).test(pathname));
  return isPage && isOwn(origin, request, publicUrl) ? pathname + search : undefined;
}

/** What answered a form may stand at an address that only takes forms; there is no way back to that. */
function patternOf(path: string): RegExp {
  const escaped = path.replaceAll('.', '[.]');
  return new RegExp(`^${escaped.replaceAll(/\/:\w+\?/g, '(/[^/]+)?').replaceAll(/:\w+/g, '[^/]+')}$`);
}

/** Host header of a request that was made to this machine by this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(host);
}

/** What a page may bring: no script but our own files, and nothing from elsewhere but what is named here. */
export function contentPolicy({
  images = '',
  questions = '',
  frames = '',
  ancestors = "'none'",
} = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: ${images}`.trim(),
    `connect-src 'self' ${questions}`.trim(),
    ...(frames ? [`frame-src ${frames}`] : []),
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
    "base-uri 'none'",
  ].join('; ');
}

const neverAsked = 'camera=(), microphone=(), payment=()';

/** For the pages on which somebody may press “Near me”: the browser then asks, and on no other page. */
export const mayAskWhere = { headers: { 'Permissions-Policy': `${neverAsked}, geolocation=(self)` } };

/** For the one page that other sites may put into a frame of theirs. */
export const inAnyFrame = { headers: { 'Content-Security-Policy': contentPolicy({ ancestors: '*' }) } };

/** For a page that shows another one of ours in a frame. */
export const holdsOurFrames = { headers: { 'Content-Security-Policy': contentPolicy({ frames: "'self'" }) } };

/** Sent with every answer. */
export function securityHeaders(https: boolean): Record<string, string> {
  return {
    'Content-Security-Policy': contentPolicy(),
    'X-Content-Type-Options': 'nosniff',
    // Not `no-referrer`: a plain form would then send `Origin: null`.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': `${neverAsked}, geolocation=()`,
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** Only a path of our own, whatever was typed. */
export function ownPath(next: string | undefined): string {
  if (next === undefined || next.length > 500) return '/me';
  if (!/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(next)) return '/me';
  return next;
}
