import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { weekdayWords } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { openLoopOptional } from '../../loops/door.ts';
import { hubId, mailboxesOf, organisation } from '../../register/door.ts';
import { roleAnswered, roleAsked, roleExpiring, rolePulled } from '../events.ts';
import { roleCheckOptional } from '../queries/checks.ts';
import { role } from '../queries/roles.ts';
import { dayOfWords } from '../rules/say.ts';
import { roles } from '../urls.ts';
import { roleLetters } from '../words/letters.ts';

/** Messages about roles: to the home centre that is to look, and back to the group. */
export const letters: readonly Messages[] = [
  { event: roleAsked.name, write: asked },
  { event: roleAnswered.name, write: answered },
  { event: rolePulled.name, write: pulled },
  { event: roleExpiring.name, write: expiring },
];

async function asked(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const { one, group } = await about(tx, payload);
  const check = await roleCheckOptional(tx, one.id);
  const loop = check && (await openLoopOptional(tx, 'role-check', check.id));
  if (!loop) return [];
  const words = roleLetters.asked({
    organisation: group.name,
    role: one.title,
    until: weekdayWords(loop.firstDueAt),
    link: ctx.publicUrl + roles.check(one.id),
  });
  const keeper = group.homeCentreId ?? (await hubId(tx));
  return to(await mailboxesOf(tx, keeper, ['worker', 'admin', 'coordinator']), group.id, words);
}

async function answered(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const { one, group } = await about(tx, payload);
  const own = await mailboxesOf(tx, group.id, ['admin']);
  if (payload.answer === 'accepted') {
    const link = ctx.publicUrl + roles.one(one.id, one.title);
    return to(own, group.id, roleLetters.accepted({ role: one.title, link }));
  }
  if (payload.answer !== 'returned') return [];
  const link = ctx.publicUrl + roles.edit(one.id);
  return to(own, group.id, roleLetters.returned({ role: one.title, reason: one.stateReason, link }));
}

async function pulled(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const { one, group } = await about(tx, payload);
  const link = ctx.publicUrl + roles.edit(one.id);
  const words = roleLetters.pulled({ role: one.title, reason: one.stateReason, link });
  return to(await mailboxesOf(tx, group.id, ['admin']), group.id, words);
}

async function expiring(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const { one, group } = await about(tx, payload);
  const link = ctx.publicUrl + roles.edit(one.id);
  const words = roleLetters.expiring({ role: one.title, until: dayOfWords(one.untilDay, ctx.now), link });
  return to(await mailboxesOf(tx, group.id, ['admin']), group.id, words);
}

async function about(tx: Tx, payload: Recorded['payload']) {
  const one = await role(tx, String(payload.roleId));
  return { one, group: await organisation(tx, one.organisationId) };
}

function to(
  mailboxes: readonly string[],
  organisationId: string,
  words: { subject: string; text: string },
): Letter[] {
  return [...new Set(mailboxes)].map((mailbox) => ({ to: mailbox, ...words, organisationId }));
}
