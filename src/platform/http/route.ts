import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import type { Ctx } from '../ctx.ts';

/** What a page says; drawn by the frame. */
export interface Page {
  readonly title: string;
  readonly body: ComponentChildren;
  readonly hero?: ComponentChildren;
  readonly crumb?: { href: string; label: string } | undefined;
  readonly current?: string | undefined;
  readonly description?: string | undefined;
  readonly canonical?: string | undefined;
  readonly noindex?: boolean | undefined;
  readonly jsonLd?: object | undefined;
  /** It stands in a frame on somebody else’s site: nothing around it, and perhaps a colour of theirs. */
  readonly bare?: { readonly look?: { readonly colour: string; readonly sheet: string } } | undefined;
  /** A second key was shown by the very request that this page answers. */
  readonly isOpenNow?: boolean | undefined;
}

export interface Cookie {
  readonly name: 'session' | 'browser' | 'view';
  /** Empty ends it. */
  readonly value: string;
  readonly seconds: number;
}

interface Extras {
  readonly cookies?: readonly Cookie[];
  readonly headers?: Readonly<Record<string, string>>;
}

export type Reply =
  | ({ readonly kind: 'page'; readonly status: number; readonly page: Page } & Extras)
  | ({ readonly kind: 'redirect'; readonly to: string; readonly status: 301 | 303 } & Extras)
  | ({ readonly kind: 'json'; readonly status: number; readonly body: unknown } & Extras)
  | ({
      readonly kind: 'text';
      readonly status: number;
      readonly body: string;
      readonly type: string;
    } & Extras)
  | ({
      readonly kind: 'bytes';
      readonly status: number;
      readonly body: Uint8Array;
      readonly type: string;
    } & Extras);

export function page(what: Page, status = 200, extras: Extras = {}): Reply {
  return { kind: 'page', status, page: what, ...extras };
}

export function redirect(to: string, extras: Extras = {}): Reply {
  return { kind: 'redirect', to, status: 303, ...extras };
}

/** The thing has another address for good. It is asked for again each time all the same, because people undo things. */
export function moved(to: string, extras: Extras = {}): Reply {
  return { kind: 'redirect', to, status: 301, ...extras };
}

export function json(body: unknown, status = 200, extras: Extras = {}): Reply {
  return { kind: 'json', status, body, ...extras };
}

export function textReply(body: string, type = 'text/plain', status = 200, extras: Extras = {}): Reply {
  return { kind: 'text', status, body, type, ...extras };
}

export type Shape = z.ZodType;

/** For routes without parameters. */
export const none = z.object({});

export type FormBody = Readonly<Record<string, string | string[]>>;

/** A file that came with a form: what it was called, and where it is until the answer is made. */
export interface Upload {
  readonly name: string;
  /** Ends with its name. */
  readonly path: string;
  readonly size: number;
}

/** What a handler is given besides the context: the address already parsed, the form as it was typed. */
export interface Given<Params, Query> {
  readonly params: Params;
  readonly query: Query;
  /** Strings as typed; the action's own schema parses them, so that a refusal can show them again. */
  readonly form: FormBody;
  /** The file of a form that takes one, by the name of its field. */
  readonly files: ReadonlyMap<string, Upload>;
  readonly request: {
    readonly path: string;
    readonly url: string;
    /** Where the request came from, for counting how often. */
    readonly address: string;
    readonly device: string;
    readonly sessionToken: string | undefined;
    readonly browserToken: string | undefined;
    readonly loopback: boolean;
    /** Made on this machine, and handed on by nobody. */
    readonly direct: boolean;
    readonly bearer: string | undefined;
    readonly ifNoneMatch: string | undefined;
  };
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Who may come in, in words; the permit itself is asked in the action or the handler. */
  readonly who: string;
  readonly params: Shape;
  readonly query: Shape;
  /** Names of the fields a form may carry; anything else is refused. GET routes have none. */
  readonly fields: readonly string[];
  /** A form that takes a file, from somebody who is signed in. */
  readonly upload?: { readonly field: string; readonly maxBytes: number };
  /** The JSON of the API is strict about queries; a page forgives them. */
  readonly strict: boolean;
  /** Described in the OpenAPI document. */
  readonly answers?: Shape;
  /** The same for everybody and at any time, so it is given without asking the database. */
  readonly constant?: Reply & { readonly kind: 'json' };
  /** May be sent by somebody who looks with the eyes of another. */
  readonly whileViewing?: true;
  /** Public and the same for every visitor who is not signed in, so it may be kept for a moment. */
  readonly keep?: true;
  /** May be sent from elsewhere, and then by nobody in particular: its address alone gives the right. */
  readonly fromElsewhere?: true;
  /** Whoever asks is nobody in particular, whatever cookies came along. */
  readonly withoutCookies?: true;
  readonly handle: (ctx: Ctx, given: Given<never, never>) => Promise<Reply> | Reply;
}

/** Marks the one form that is there while somebody looks with the eyes of another. */
export function whileViewing(route: Route): Route {
  return { ...route, whileViewing: true };
}

/** Marks a route whose answer to a visitor depends on the address alone. */
export function kept(route: Route): Route {
  return { ...route, keep: true };
}

interface Input<Params extends Shape, Query extends Shape> {
  readonly params?: Params;
  readonly query?: Query;
}

/** A page: where, who, what. */
export function get<Params extends Shape = typeof none, Query extends Shape = typeof none>(
  path: string,
  who: string,
  input: Input<Params, Query>,
  handle: (ctx: Ctx, given: Given<z.infer<Params>, z.infer<Query>>) => Promise<Reply> | Reply,
): Route {
  return {
    method: 'GET',
    path,
    who,
    params: input.params ?? none,
    query: input.query ?? none,
    fields: [],
    strict: false,
    handle,
  };
}

/** A change. `fields` names what the form may carry; a name that ends in `*` allows a family of them. */
export function post<Params extends Shape = typeof none>(
  path: string,
  who: string,
  input: { readonly params?: Params; readonly fields: readonly string[]; readonly upload?: Route['upload'] },
  handle: (ctx: Ctx, given: Given<z.infer<Params>, unknown>) => Promise<Reply> | Reply,
): Route {
  return {
    method: 'POST',
    path,
    who,
    params: input.params ?? none,
    query: none,
    fields: input.fields,
    ...(input.upload ? { upload: input.upload } : {}),
    strict: false,
    handle,
  };
}

/** A sign of life: the same answer whatever stands or does not stand behind it. */
export function constant(path: string, body: unknown): Route {
  const reply = { kind: 'json' as const, status: 200, body };
  return {
    method: 'GET',
    path,
    who: 'anyone',
    params: none,
    query: none,
    fields: [],
    strict: false,
    constant: reply,
    handle: () => reply,
  };
}

/** Public JSON: strict about what is asked, explicit about what is answered. */
export function api<Params extends Shape = typeof none, Query extends Shape = typeof none>(
  path: string,
  input: Input<Params, Query> & { readonly answers: Shape },
  handle: (ctx: Ctx, given: Given<z.infer<Params>, z.infer<Query>>) => Promise<Reply> | Reply,
): Route {
  return {
    method: 'GET',
    path,
    who: 'anyone',
    params: input.params ?? none,
    query: input.query ?? z.strictObject({}),
    fields: [],
    strict: true,
    answers: input.answers,
    handle,
  };
}

/** An id that is no UUID is the address of nothing. */
export const byId = z.object({ id: z.uuid() });

/**
 * Marks a form whose whole right is a secret in its address. No cookie is looked at, so a foreign page that sends it does
 * nothing in anybody’s name.
 */
export function fromElsewhere(route: Route): Route {
  return { ...route, fromElsewhere: true };
}

/** Marks a page for frames on the sites of others: it looks at no cookie and sets none. */
export function withoutCookies(route: Route): Route {
  return { ...route, withoutCookies: true };
}
