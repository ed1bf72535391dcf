import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { weekdayWords } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { mailboxesOf } from '../../register/door.ts';
import { referralMoved, referralSent, referralStopped } from '../events.ts';
import { states } from '../lists/reasons.ts';
import { turnOptional } from '../queries/promises.ts';
import { referral } from '../queries/referrals.ts';
import { owedIn } from '../rules/referral.ts';
import { referrals } from '../urls.ts';
import { referralLetters } from '../words/letters.ts';

/** The receiver hears of a new one, each side of what the other did. Bodies name a code and a state, never a person. */
export const messages: readonly Messages[] = [
  { event: referralSent.name, write: sentLetters },
  { event: referralMoved.name, write: movedLetters },
  { event: referralStopped.name, write: stoppedLetters },
];

const roles = ['admin', 'worker', 'link-worker'];

async function sentLetters(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const { one, about } = await aboutIt(tx, ctx, String(payload.referralId));
  return toAll(tx, one.receiverId, referralLetters.sent(about));
}

async function movedLetters(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  // Whoever sent it sees that it was opened; a letter for each press would soon be read by nobody.
  if (['open', 'tried', 'close', 'time_closes'].includes(String(payload.move))) return [];
  const { one, about } = await aboutIt(tx, ctx, String(payload.referralId));
  const to = String(payload.to);
  const owes = owedIn(one.state)?.by === 'sender' ? one.organisationId : one.receiverId;
  const words =
    owes === to && owedIn(one.state)
      ? referralLetters.yourTurn(about, states[one.state])
      : referralLetters.moved(about, states[one.state]);
  return toAll(tx, to, words);
}

async function stoppedLetters(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const { about } = await aboutIt(tx, ctx, String(payload.referralId));
  const to = Array.isArray(payload.to) ? payload.to.map(String) : [];
  const words = referralLetters.stopped({ ...about, link: `${ctx.publicUrl}/inbox` });
  const all = await Promise.all(to.map((id) => toAll(tx, id, words)));
  return all.flat();
}

async function aboutIt(tx: Tx, ctx: Ctx, id: string) {
  const one = await referral(tx, id);
  const loop = await turnOptional(tx, id);
  const until = loop ? weekdayWords(loop.firstDueAt) : '';
  return { one, about: { code: one.code, link: ctx.publicUrl + referrals.one(id), until } };
}

async function toAll(
  tx: Tx,
  organisationId: string,
  words: { subject: string; text: string },
): Promise<Letter[]> {
  const mailboxes = await mailboxesOf(tx, organisationId, roles);
  return [...new Set(mailboxes)].map((to) => ({ to, ...words, organisationId }));
}
