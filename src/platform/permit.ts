import { Forbidden } from './errors.ts';
import { type Reader, readers } from './words.ts';

/** A person's place at an organisation, as far as rights need it. */
export interface HeldPosition {
  readonly organisationId: string;
  readonly role: string;
  /** Kind of the organisation: `centre`, `hub`, `group`, … */
  readonly organisationKind: string;
  /** It opens only with a second key beside the mailbox. */
  readonly asksSecondKey?: boolean;
}

/** Who is acting. A link is somebody who holds a mailed address and nothing else. */
export interface Actor {
  readonly kind: 'anonymous' | 'person' | 'link' | 'job';
  readonly personId?: string;
  readonly name?: string;
  readonly email?: string;
  readonly positions: readonly HeldPosition[];
  readonly strength: 'ordinary' | 'strong';
  /** Positions that stay shut until a second key is shown. They count nowhere. */
  readonly shut?: readonly HeldPosition[];
  /** A second key was shown within the last ten minutes. */
  readonly isFresh?: boolean;
  /** Somebody signed in who looks with the eyes of another, and may do nothing meanwhile. */
  readonly viewing?: { readonly personId: string; readonly as: Reader };
}

/** What the token of a cookie stands for. */
export interface Session {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly strength: 'ordinary' | 'strong';
  readonly seenAt: Date;
  /** When a second key was shown last. */
  readonly provedAt: Date | undefined;
}

export function isReader(text: string | undefined): text is Reader {
  return text !== undefined && Object.hasOwn(readers, text);
}

/** Nobody, of an organisation that there is not: they have the rights of their kind and nothing of their own. */
const noId = '00000000-0000-0000-0000-000000000000';

export function asReader(as: Reader, personId: string): Actor {
  const viewing = { personId, as };
  if (as === 'public') return { ...anonymous, viewing };
  const place = { organisationId: noId, role: 'admin', organisationKind: as };
  return {
    ...{ kind: 'person', personId: noId, name: '', email: '', strength: 'strong' },
    positions: as === 'account' ? [] : [place],
    viewing,
  };
}

export const anonymous: Actor = { kind: 'anonymous', positions: [], strength: 'ordinary' };
export const job: Actor = { kind: 'job', positions: [], strength: 'strong', isFresh: true };

/** A permission: a pure question, with the two phrases under which the table of rights prints it. */
export interface Can<Args extends readonly unknown[]> {
  (actor: Actor, ...args: Args): boolean;
  readonly what: string;
  readonly who: string;
}

/** `what` completes "may …", `who` says in the field's words who may. */
export function can<Args extends readonly unknown[]>(
  what: string,
  who: string,
  decide: (actor: Actor, ...args: Args) => boolean,
): Can<Args> {
  return Object.assign((actor: Actor, ...args: Args) => decide(actor, ...args), { what, who });
}

/** Stops what may not be done. `hidden` where even the existence of the thing is private. */
export function permit(allowed: boolean, options: { hidden?: boolean } = {}): void {
  if (!allowed) throw new Forbidden(options.hidden ?? false);
}

/** For what is rare and could hurt many: a second key has to be shown just now, whoever asks. */
export function wantSecondKey(actor: Actor): void {
  if (actor.isFresh !== true) throw new Forbidden(false, true);
}

export function isPerson(actor: Actor): actor is Actor & { personId: string } {
  return actor.kind === 'person' && actor.personId !== undefined;
}

/** Without roles: any position there. */
export function hasPositionAt(
  actor: Actor,
  organisationId: string | null,
  roles?: readonly string[],
): boolean {
  return actor.positions.some(
    (held) => held.organisationId === organisationId && (roles === undefined || roles.includes(held.role)),
  );
}

export function isCoordinator(actor: Actor): boolean {
  return actor.positions.some((held) => held.organisationKind === 'hub' && held.role === 'coordinator');
}
