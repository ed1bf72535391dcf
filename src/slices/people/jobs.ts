import type { Letter, Messages, Recorded } from '../../platform/contributions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/open.ts';
import { secondKeyChanged } from './events.ts';
import { person } from './queries/sign-in.ts';
import { people } from './urls.ts';
import { letters } from './words/letters.ts';

/** Whoever changes a key in somebody's name is seen by the owner of the mailbox. */
export const secondKeyLetters: readonly Messages[] = [{ event: secondKeyChanged.name, write: changedLetter }];

async function changedLetter(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { email } = await person(tx, String(event.payload.personId));
  const about = { kind: String(event.payload.kind), what: String(event.payload.what) };
  return [{ to: email, ...letters.keyChanged({ ...about, link: ctx.publicUrl + people.keys() }) }];
}
