import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { weekdayWords } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { openLoopOptional } from '../../loops/door.ts';
import { mailboxesOf } from '../../register/door.ts';
import { helloAnswered, helloSaid } from '../events.ts';
import { hello } from '../queries/hellos.ts';
import { neighbours } from '../urls.ts';
import { answerInLetter, helloLetters } from '../words/letters.ts';

const staff = ['admin', 'worker'];

/** A hello goes to whoever looks after the group that is greeted, the answer to whoever looks after the other. */
export const helloMessages: readonly Messages[] = [
  { event: helloSaid.name, write: said },
  { event: helloAnswered.name, write: answered },
];

async function said(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const one = await hello(tx, String(payload.helloId));
  const loop = await openLoopOptional(tx, 'hello', one.id);
  if (!loop) return [];
  const words = helloLetters.said({
    ...{ from: one.fromName, to: one.toName, until: weekdayWords(loop.firstDueAt) },
    link: ctx.publicUrl + neighbours.hello(one.id),
  });
  const own = await mailboxesOf(tx, one.toId, staff);
  return own.map((to) => ({ to, organisationId: one.toId, ...words }));
}

async function answered(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const one = await hello(tx, String(payload.helloId));
  const words = helloLetters.answered({
    to: one.toName,
    answer: answerInLetter(one.answer, one.toName),
    link: ctx.publicUrl + neighbours.own(one.fromId),
  });
  const own = await mailboxesOf(tx, one.fromId, staff);
  return own.map((to) => ({ to, organisationId: one.fromId, ...words }));
}
