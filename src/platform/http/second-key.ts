import { Forbidden, NotFound } from '../errors.ts';
import type { Actor } from '../permit.ts';
import { readers } from '../words.ts';
import type { FormBody, Route } from './route.ts';

/** The person a page is drawn for. */
export interface Who {
  readonly name: string;
  /** Positions of theirs wait for a second key. */
  readonly waits: boolean;
  /** With whose eyes, when not with their own. */
  readonly viewing?: string;
}

/** What somebody was about to do: open an address, or send a form to it. */
export interface Doing {
  readonly method: Route['method'];
  readonly to: string;
  readonly form: FormBody;
}

/** Absent and private are asked alike, so that a stolen mailbox cannot tell one from the other. */
export function opensWithKey(error: unknown, actor: Actor): boolean {
  if (actor.kind !== 'person') return false;
  if (error instanceof Forbidden && error.wantsKey) return true;
  const isShut = actor.shut !== undefined && actor.shut.length > 0;
  return isShut && (error instanceof Forbidden || error instanceof NotFound);
}

export function whoIs(actor: Actor): Who | undefined {
  if (actor.viewing) return { name: '', waits: false, viewing: readers[actor.viewing.as] };
  if (actor.kind !== 'person') return undefined;
  return { name: actor.name || 'Your page', waits: (actor.shut?.length ?? 0) > 0 };
}
