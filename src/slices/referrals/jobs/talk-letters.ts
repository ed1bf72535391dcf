import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { mailboxesOf } from '../../register/door.ts';
import { talkAnswered, talkAsked } from '../events.ts';
import { referral } from '../queries/referrals.ts';
import { plans, referrals } from '../urls.ts';
import { referralLetters } from '../words/letters.ts';

const roles = ['admin', 'worker', 'link-worker'];

/** Whoever sent somebody is asked; the service that asked hears that there is an answer. */
export const talkMessages: readonly Messages[] = [
  { event: talkAsked.name, write: askedLetters },
  { event: talkAnswered.name, write: answeredLetters },
];

async function askedLetters(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const { organisationId: to, code } = await referral(tx, String(payload.referralId));
  const link = ctx.publicUrl + plans.talk(String(payload.talkId));
  return toAll(tx, to, referralLetters.talkAsked({ code, link }));
}

async function answeredLetters(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const one = await referral(tx, String(payload.referralId));
  const link = ctx.publicUrl + referrals.one(one.id);
  return toAll(tx, one.receiverId, referralLetters.talkAnswered({ code: one.code, link }));
}

async function toAll(tx: Tx, organisationId: string, words: { subject: string; text: string }) {
  const mailboxes = await mailboxesOf(tx, organisationId, roles);
  return [...new Set(mailboxes)].map((to) => ({ to, ...words, organisationId }));
}
