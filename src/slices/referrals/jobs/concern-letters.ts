import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { holders, mailboxOf } from '../../register/door.ts';
import { presentLeads } from '../actions/concern/raising.ts';
import { concernRaised, readingAsked, readingOpened } from '../events.ts';
import { leastOfConcerns, opening } from '../queries/concern/concerns.ts';
import { concerns } from '../urls.ts';
import { concernLetters } from '../words/concern-letters.ts';

/** Leads alone are written to, and a second person where two are needed. Mails carry a code and nothing else. */
export const concernMessages: readonly Messages[] = [
  { event: concernRaised.name, write: raisedLetters },
  { event: readingAsked.name, write: askedLetters },
  { event: readingOpened.name, write: openedLetters },
];

async function raisedLetters(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const [one] = await leastOfConcerns(tx, [String(payload.concernId)]);
  if (!one) return [];
  const link = ctx.publicUrl + concerns.one(one.id);
  return toLeads(tx, [one.organisationId], concernLetters.raised({ code: one.code, link }));
}

/** Those who may say yes: everybody of the organisation but the lead who asks. */
async function askedLetters(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const one = await opening(tx, String(payload.openingId));
  const there = await holders(tx, one.organisationId, [
    'admin',
    'worker',
    'coordinator',
    'trustee',
    'link-worker',
  ]);
  const ids = [...new Set(there.map((held) => held.personId))].filter((id) => id !== one.askedByPersonId);
  const words = concernLetters.asked(ctx.publicUrl + concerns.confirm(one.id));
  const mailboxes = await Promise.all(ids.map((id) => mailboxOf(tx, id)));
  return mailboxes.flat().map((to) => ({ to, ...words, organisationId: one.organisationId }));
}

async function openedLetters(tx: Tx, _ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const [one] = await leastOfConcerns(tx, [String(payload.concernId)]);
  if (!one) return [];
  const to = Array.isArray(payload.to) ? payload.to.map(String) : [];
  return toLeads(tx, to, concernLetters.opened(one.code));
}

async function toLeads(
  tx: Tx,
  ids: readonly string[],
  words: { subject: string; text: string },
): Promise<Letter[]> {
  const leads = await presentLeads(tx, ids);
  const all = await Promise.all(
    leads.map(async ({ personId, organisationId }) =>
      (await mailboxOf(tx, personId)).map((to) => ({ to, ...words, organisationId })),
    ),
  );
  return all.flat();
}
