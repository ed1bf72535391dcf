import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { people } from '../../people/urls.ts';
import { secondKeyRule } from '../events.ts';
import { organisation } from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { mailboxOf } from '../queries/receivers.ts';
import { letters } from '../words/letters.ts';
import { to } from './letters.ts';

/** Nobody finds a door shut without having been told. */
export const secondKeyLetters: readonly Messages[] = [{ event: secondKeyRule.name, write: ruleLetters }];

async function ruleLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  if (event.payload.required !== true) return [];
  const { id, name } = await organisation(tx, String(event.payload.organisationId));
  const held = await holders(tx, id);
  const mailboxes = await Promise.all(held.map((one) => mailboxOf(tx, one.personId)));
  const words = letters.secondKeyRule({ organisation: name, link: ctx.publicUrl + people.keys() });
  return to(mailboxes.flat(), id, words);
}
