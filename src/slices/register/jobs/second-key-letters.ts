import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { personsByIds } from '../../people/door.ts';
import { people } from '../../people/urls.ts';
import { recoveryAsked, secondKeyRule } from '../events.ts';
import { hubId, organisation } from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { mailboxOf } from '../queries/receivers.ts';
import { recovery } from '../urls.ts';
import { letters } from '../words/letters.ts';
import { to } from './letters.ts';

/** Nobody finds a door shut without having been told. */
export const secondKeyLetters: readonly Messages[] = [
  { event: secondKeyRule.name, write: ruleLetters },
  { event: recoveryAsked.name, write: secondLetters },
];

async function ruleLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  if (event.payload.required !== true) return [];
  const { id, name } = await organisation(tx, String(event.payload.organisationId));
  const held = await holders(tx, id);
  const mailboxes = await Promise.all(held.map((one) => mailboxOf(tx, one.personId)));
  const words = letters.secondKeyRule({ organisation: name, link: ctx.publicUrl + people.keys() });
  return to(mailboxes.flat(), id, words);
}

/** Everybody who could be the second: those who run the organisation, its home centre, and the coordinator. */
async function secondLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { organisationId, personId } = event.payload;
  const { id, name, homeCentreId } = await organisation(tx, String(organisationId));
  const held = (await holders(tx, id)).find((one) => one.personId === personId);
  const [person] = await personsByIds(tx, [String(personId)]);
  if (!held || !person) return [];
  const may = [
    ...(await holders(tx, id, ['admin', 'coordinator'])),
    ...(homeCentreId ? await holders(tx, homeCentreId, ['admin']) : []),
    ...(await holders(tx, await hubId(tx), ['coordinator'])),
  ].filter((one) => one.personId !== personId && one.personId !== event.actorPersonId);
  const mailboxes = await Promise.all(may.map((one) => mailboxOf(tx, one.personId)));
  const link = ctx.publicUrl + recovery.one(id, held.id);
  return to(mailboxes.flat(), id, letters.recoverySecond({ organisation: name, name: person.name, link }));
}
