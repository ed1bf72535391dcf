import type { Ctx } from '../../../../platform/ctx.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { NotFound, Refused, Stale } from '../../../../platform/errors.ts';
import { isPerson, permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { countUnmet } from '../../../directory/door.ts';
import { holdBasis, linkFor, withdraw } from '../../../privacy/door.ts';
import { helpMoved } from '../../events.ts';
import { canAnswerHelp, canSeeHelp } from '../../permits/help.ts';
import { helpInTurn, helpRequest } from '../../queries/help/requests.ts';
import { type HelpMove, helpAfter, whyNotHelp } from '../../rules/help.ts';
import type { AnswerHelp, CloseHelp, HelpRequest } from '../../words/help/request.ts';
import { promiseHelp } from './promising.ts';
import { needWords } from './sorting.ts';

interface Said {
  readonly version?: number;
  readonly toldHow?: string;
}

/** One person has it in hand; whoever comes second hears that somebody has. */
export async function takeHelp(ctx: Ctx, id: string, { version }: { version: number }): Promise<void> {
  await ctx.db.transaction((tx) => moveHelp(tx, ctx, id, 'take', { version }));
}

export async function answerHelp(ctx: Ctx, id: string, input: AnswerHelp): Promise<void> {
  const { answer, version } = input;
  const one = await ctx.db.transaction((tx) => moveHelp(tx, ctx, id, answer, { version }));
  if (answer !== 'no_service') return;
  const areaCode = one.areaCode || undefined;
  await countUnmet(ctx, { q: needWords(one.theme), areaCode, askedFor: true });
}

/** Not before the person was told: that is what the promise was about. */
export async function closeHelp(ctx: Ctx, id: string, input: CloseHelp): Promise<void> {
  const { version, told_how: toldHow } = input;
  await ctx.db.transaction((tx) => moveHelp(tx, ctx, id, 'close', { version, toldHow }));
}

/** Who may, whether it can be, what follows. The agreement is locked first, as a withdrawal does. */
export async function moveHelp(
  tx: Tx,
  ctx: Ctx,
  id: string,
  what: HelpMove,
  said: Said = {},
): Promise<HelpRequest> {
  const before = await helpRequest(tx, id);
  permit(canAnswerHelp(ctx.actor, before.organisationId), { hidden: true });
  if (!isPerson(ctx.actor)) throw new NotFound('request');
  await holdBasis(tx, before.basisId);
  const one = await helpInTurn(tx, id);
  const why = whyNotHelp(what, one.state);
  if (why) throw new Refused('not_now', why);
  if (said.version !== undefined && said.version !== one.version) {
    throw new Stale({ state: one.state, version: one.version });
  }
  const state = helpAfter(what);
  const keeperPersonId = what === 'take' ? ctx.actor.personId : one.keeperPersonId;
  await tx
    .updateTable('referrals.help_request')
    .set({
      ...{ state, version: one.version + 1, keeper_person_id: keeperPersonId },
      ...(what === 'take' && { taken_up_at: ctx.now }),
      ...(state === 'closed' && { closed_at: ctx.now, told_how: said.toldHow ?? '' }),
      ...(state === 'spam' && { closed_at: ctx.now, story: null, details: null }),
      ...(!['take', 'close', 'spam'].includes(what) && { answered_at: ctx.now, outcome: what }),
    })
    .where('id', '=', id)
    .execute();
  await promiseHelp(tx, ctx, { ...one, state, keeperPersonId });
  const payload = { requestId: id, move: what, state };
  await record(tx, ctx, helpMoved, payload, { organisationId: one.organisationId });
  return { ...one, state };
}

/** For whoever has no account: large print, with a link of their own; an earlier one stops working. */
export async function makeHelpLetter(ctx: Ctx, id: string): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const one = await helpInTurn(tx, id);
    permit(canSeeHelp(ctx.actor, one), { hidden: true });
    if (['withdrawn', 'spam'].includes(one.state)) {
      throw new Refused('over', 'This is over. There is nothing left to see.');
    }
    return linkFor(tx, ctx, one.basisId);
  });
}

/** A worker was told by the person that they no longer want it. */
export async function withdrawHelp(ctx: Ctx, id: string, input: { told_how: string }): Promise<void> {
  const one = await ctx.db.read((db) => helpRequest(db, id));
  permit(canSeeHelp(ctx.actor, one), { hidden: true });
  await withdraw(ctx, one.basisId, input.told_how);
}
