import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { quietAdminReminded, quietTold } from '../events.ts';
import { cardsByIds, hubId, organisation } from '../queries/organisation.ts';
import { mailboxesOf } from '../queries/receivers.ts';
import { keepers } from '../rules/leaving.ts';
import { appointments, organisations } from '../urls.ts';
import { turnover } from '../words/turnover-letters.ts';
import { to } from './letters.ts';

/** What is written when the only person who runs a page was not here for months. */
export const quietLetters: readonly Messages[] = [
  { event: quietAdminReminded.name, write: remindLetters },
  { event: quietTold.name, write: centreLetters },
];

async function remindLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const one = await organisation(tx, String(event.payload.organisationId));
  const helperId = one.homeCentreId ?? (await hubId(tx));
  const helper = (await cardsByIds(tx, [helperId])).get(helperId);
  const words = { organisation: one.name, helper: helper?.name ?? 'us', phone: helper?.phone ?? '' };
  const link = ctx.publicUrl + organisations.people(one.id);
  return to(await mailboxesOf(tx, one.id, ['admin']), one.id, turnover.quiet({ ...words, link }));
}

async function centreLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const one = await organisation(tx, String(event.payload.organisationId));
  if (!one.homeCentreId) return [];
  const link = ctx.publicUrl + appointments.of(one.id);
  const words = turnover.quietToCentre({ organisation: one.name, phone: one.phone, link });
  return to(await mailboxesOf(tx, one.homeCentreId, keepers), one.id, words);
}
