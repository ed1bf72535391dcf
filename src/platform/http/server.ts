import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { newId } from '../clock.ts';
import type { Ctx } from '../ctx.ts';
import { Forbidden, NotFound, OnlyLooking } from '../errors.ts';
import { log } from '../log.ts';
import { actorOf, makeCtx, type Source, type Tokens, type Words } from './context.ts';
import { cookieText, tokensIn } from './cookies.ts';
import { isLoopback, pageBefore, refuseForeign, securityHeaders } from './guard.ts';
import type { Kept, KeptAnswer } from './kept.ts';
import { decodedPath, parseParams, parseQuery, withForm } from './parse.ts';
import type { FormBody, Given, Page, Reply, Route } from './route.ts';
import { sayNo } from './say-no.tsx';
import { type Doing, opensWithKey, type Who, whoIs } from './second-key.ts';

export interface Shop extends Source {
  readonly words: Words;
  readonly routes: readonly Route[];
  /** Draws a page with the network's frame around it. */
  readonly draw: (
    page: Page,
    around: { words: Awaited<ReturnType<Words['now']>>; who?: Who; foot: string },
  ) => string;
  /** The page on which a second key is shown; it keeps what was being done. */
  readonly askSecondKey: (ctx: Ctx, doing: Doing) => Promise<Reply>;
  readonly trustedProxy: string;
  /** Public answers for visitors, kept for a moment. */
  readonly kept?: Kept;
  /** Static files by path. */
  readonly files: ReadonlyMap<string, StaticFile>;
}

export interface StaticFile {
  readonly body: Buffer;
  readonly gzip?: Buffer;
  readonly type: string;
  readonly forever: boolean;
}

/** Every route of the slices, mounted; nothing else answers. */
export function serve(shop: Shop): Hono {
  const app = new Hono({ strict: true });
  app.use('*', async (c, next) => {
    const file = shop.files.get(new URL(c.req.url).pathname);
    return file && (c.req.method === 'GET' || c.req.method === 'HEAD') ? sendFile(c, file, shop) : next();
  });
  for (const route of shop.routes) {
    const { constant } = route;
    app.on(route.method === 'GET' ? ['GET', 'HEAD'] : ['POST'], route.path, async (c) => {
      if (constant) return c.json(constant.body, 200, securityHeaders(false));
      return ifChanged(c, await soonOr(shop, route, c));
    });
  }
  app.all('*', (c) => nowhere(shop, c));
  return app;
}

/** The same public question as a moment ago gets the same bytes; everything else is answered anew. */
async function soonOr(shop: Shop, route: Route, c: Context): Promise<Response> {
  const { kept } = shop;
  if (!kept || !route.keep || c.req.method !== 'GET' || c.req.header('cookie')) return answer(shop, route, c);
  const zipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') ? 'gzip' : 'plain';
  const key = `${zipped} ${c.req.header('host') ?? ''} ${c.req.url}`;
  const made = await kept.answer(key, async () => bytesOf(await answer(shop, route, c)));
  return new Response(made.body, { status: made.status, headers: [...made.headers] });
}

async function bytesOf(made: Response): Promise<KeptAnswer> {
  const body = new Uint8Array(await made.arrayBuffer());
  return { status: made.status, headers: [...made.headers], body };
}

/** A visitor's browser that holds the same page is told so. */
function ifChanged(c: Context, made: Response): Response {
  const tag = made.headers.get('etag');
  const isSame = made.status === 200 && tag !== null && tag === c.req.header('if-none-match');
  if (!isSame || made.headers.get('cache-control') === 'no-store') return made;
  return new Response(null, { status: 304, headers: made.headers });
}

async function answer(shop: Shop, route: Route, c: Context): Promise<Response> {
  const cookies = route.fromElsewhere || route.withoutCookies ? undefined : c.req.header('cookie');
  const tokens = tokensIn(cookies, shop.publicUrl);
  let typed: FormBody = {};
  try {
    if (route.method === 'POST' && !route.fromElsewhere) refuseForeign(c.req.raw, shop.publicUrl);
    const url = new URL(c.req.url);
    decodedPath(url.pathname);
    const words = await shop.words.now();
    const { actor, db } = await actorOf(shop, tokens, words.hoursAhead);
    const ctx = makeCtx(shop, { actor, db, hoursAhead: words.hoursAhead });
    if (actor.viewing && route.method === 'POST' && !route.whileViewing) throw new OnlyLooking();
    // Nobody in particular has a file read, however small.
    if (route.upload && actor.kind !== 'person') throw new Forbidden();
    return await withForm(route, c.req.raw, async (sent) => {
      typed = sent.form;
      const given: Given<never, never> = {
        params: parseParams(route, c.req.param() as Record<string, string>) as never,
        query: parseQuery(route, url.searchParams) as never,
        ...sent,
        request: aboutRequest(shop, c, tokens),
      };
      return send(shop, c, await handled(shop, route, ctx, given), whoIs(actor));
    });
  } catch (error) {
    return refuse(shop, c, error, tokens, typed);
  }
}

/** What may be done only with a second key is kept on the page that asks for it. */
async function handled(shop: Shop, route: Route, ctx: Ctx, given: Given<never, never>): Promise<Reply> {
  try {
    return await route.handle(ctx, given);
  } catch (error) {
    if (!opensWithKey(error, ctx.actor) || route.strict) throw error;
    const { pathname, search } = new URL(given.request.url);
    return shop.askSecondKey(ctx, { method: route.method, to: pathname + search, form: given.form });
  }
}

function aboutRequest(
  shop: Shop,
  c: Context,
  tokens: { session: string | undefined; browser: string | undefined },
) {
  return {
    path: new URL(c.req.url).pathname,
    url: c.req.url,
    address: addressOf(shop, c),
    device: (c.req.header('user-agent') ?? '').slice(0, 200),
    sessionToken: tokens.session,
    browserToken: tokens.browser,
    loopback: isLoopback(c.req.header('host') ?? ''),
    direct: isDirect(c),
    bearer: /^Bearer ([\w.~+/=-]{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1],
    ifNoneMatch: c.req.header('if-none-match'),
  };
}

/** A proxy on this machine has its address too, but says for whom it speaks. */
function isDirect(c: Context): boolean {
  const socket: string = c.env?.incoming?.socket?.remoteAddress ?? '';
  const isHere = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket);
  const speaksFor = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some(
    (name) => c.req.header(name) !== undefined,
  );
  return isHere && !speaksFor && isLoopback(c.req.header('host') ?? '');
}

/** The socket's address, unless a proxy that we were told of speaks for somebody else. */
function addressOf(shop: Shop, c: Context): string {
  const socket: string = c.env?.incoming?.socket?.remoteAddress ?? '';
  if (shop.trustedProxy === '' || socket.replace('::ffff:', '') !== shop.trustedProxy) return socket;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? socket;
}

async function nowhere(shop: Shop, c: Context): Promise<Response> {
  const tokens = { ...tokensIn(c.req.header('cookie'), shop.publicUrl), browser: undefined };
  try {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') refuseForeign(c.req.raw, shop.publicUrl);
    decodedPath(new URL(c.req.url).pathname);
    return refuse(shop, c, new NotFound(), tokens);
  } catch (error) {
    return refuse(shop, c, error, tokens);
  }
}

async function refuse(shop: Shop, c: Context, error: unknown, tokens: Tokens, typed?: FormBody) {
  const { pathname } = new URL(c.req.url);
  try {
    const { actor } = await actorOf(shop, tokens);
    const signedIn = actor.kind === 'person';
    const before = pageBefore(c.req.raw, shop);
    const no = sayNo(error, { path: pathname, signedIn, before, typed });
    if (no.status === 500) log.error({ id: no.id, path: pathname, err: error }, 'a request failed');
    const headers: Record<string, string> = no.retryAfter ? { 'Retry-After': String(no.retryAfter) } : {};
    const reply: Reply = pathname.startsWith('/api/')
      ? { kind: 'json', status: no.status, body: no.json, headers }
      : { kind: 'page', status: no.status, page: no.page, headers };
    return await send(shop, c, reply, whoIs(actor));
  } catch (second) {
    log.error(
      { id: newId(), path: pathname, err: second, first: error },
      'even the page that says no failed',
    );
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5' };
    return c.body('Busy just now. Wait a moment, then try again.', 503, headers);
  }
}

async function send(shop: Shop, c: Context, reply: Reply, who: Who | undefined): Promise<Response> {
  const https = shop.publicUrl.startsWith('https:');
  const headers = new Headers(securityHeaders(https));
  for (const [key, value] of Object.entries(reply.headers ?? {})) headers.set(key, value);
  for (const one of reply.cookies ?? []) headers.append('Set-Cookie', cookieText(one, https));
  if (!headers.has('Cache-Control')) {
    headers.set('Cache-Control', who === undefined && !reply.cookies ? 'no-cache' : 'no-store');
  }
  headers.set('Vary', 'Cookie, Accept-Encoding');

  if (reply.kind === 'redirect') {
    headers.set('Location', reply.to);
    return new Response(null, { status: reply.status, headers });
  }
  if (reply.kind === 'bytes') {
    headers.set('Content-Type', reply.type);
    const sent = c.req.method === 'HEAD' ? null : new Uint8Array(reply.body);
    return new Response(sent, { status: reply.status, headers });
  }
  const body = await bodyOf(shop, reply, who);
  headers.set('Content-Type', `${body.type}; charset=utf-8`);
  if (reply.status === 200) {
    headers.set('ETag', `"${createHash('sha1').update(body.text).digest('base64url')}"`);
  }
  if (c.req.method === 'HEAD') return new Response(null, { status: reply.status, headers });
  if (body.text.length < 1000 || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) {
    return new Response(body.text, { status: reply.status, headers });
  }
  headers.set('Content-Encoding', 'gzip');
  return new Response(new Uint8Array(gzipSync(body.text, { level: 4 })), { status: reply.status, headers });
}

async function bodyOf(
  shop: Shop,
  reply: Exclude<Reply, { kind: 'redirect' | 'bytes' }>,
  who: Who | undefined,
) {
  if (reply.kind === 'json') return { type: 'application/json', text: JSON.stringify(reply.body) };
  if (reply.kind === 'text') return { type: reply.type, text: reply.body };
  const words = await shop.words.now();
  const foot = await shop.words.foot();
  return {
    type: 'text/html',
    text: shop.draw(reply.page, { words, foot, ...(who ? { who } : {}) }),
  };
}

function sendFile(c: Context, file: StaticFile, shop: Shop): Response {
  const headers = new Headers(securityHeaders(shop.publicUrl.startsWith('https:')));
  headers.set('Content-Type', file.type);
  headers.set('Cache-Control', file.forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
  headers.set('Vary', 'Accept-Encoding');
  if (c.req.method === 'HEAD') return new Response(null, { headers });
  const zipped = file.gzip && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  if (zipped) headers.set('Content-Encoding', 'gzip');
  return new Response(new Uint8Array(zipped ? file.gzip : file.body), { headers });
}
