import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { weekdayWords } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { openLoopOptional } from '../../loops/door.ts';
import { serviceAnswered, serviceAsked, trustChanged } from '../events.ts';
import { hubId, organisation } from '../queries/organisation.ts';
import { mailboxesOf } from '../queries/receivers.ts';
import { service } from '../queries/services.ts';
import { serviceCheckOptional } from '../queries/trusting.ts';
import { organisations, services } from '../urls.ts';
import { trustWords } from '../words/trust-letters.ts';
import { to } from './letters.ts';

/** Messages of first looks, to the home centre and back, and of trust. */
export const trustLetters: readonly Messages[] = [
  { event: serviceAsked.name, write: askedLetters },
  { event: serviceAnswered.name, write: answeredLetters },
  { event: trustChanged.name, write: trustChangedLetters },
];

async function askedLetters(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const [group, one] = [
    await organisation(tx, String(payload.organisationId)),
    await service(tx, String(payload.serviceId)),
  ];
  const check = await serviceCheckOptional(tx, one.id);
  const loop = check && (await openLoopOptional(tx, 'first-look', check.id));
  if (!loop) return [];
  const keeper = group.homeCentreId ?? (await hubId(tx));
  const words = trustWords.asked({
    organisation: group.name,
    service: one.name,
    until: weekdayWords(loop.firstDueAt),
    link: ctx.publicUrl + services.look(one.id),
  });
  return to(await mailboxesOf(tx, keeper, ['worker', 'admin', 'coordinator']), group.id, words);
}

async function answeredLetters(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const group = await organisation(tx, String(payload.organisationId));
  const one = await service(tx, String(payload.serviceId));
  const about = { organisation: group.name, service: one.name };
  const own = await mailboxesOf(tx, group.id, ['admin']);
  if (payload.answer === 'accepted') {
    const link = ctx.publicUrl + services.one(one.id, one.name);
    return to(own, group.id, trustWords.accepted({ ...about, link }));
  }
  const check = await serviceCheckOptional(tx, one.id);
  if (payload.answer !== 'returned' || !check) return [];
  const link = ctx.publicUrl + services.edit(one.id);
  return to(own, group.id, trustWords.returned({ ...about, reason: check.reason, link }));
}

async function trustChangedLetters(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const one = await organisation(tx, String(payload.organisationId));
  const link = ctx.publicUrl + organisations.one(one.id, one.name);
  const about = { organisation: one.name, reason: one.trustedReason, link };
  const words = payload.trusted === true ? trustWords.trusted(about) : trustWords.notTrusted(about);
  return to(await mailboxesOf(tx, one.id, ['admin']), one.id, words);
}
