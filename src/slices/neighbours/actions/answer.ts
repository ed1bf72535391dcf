import type { Ctx } from '../../../platform/ctx.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import { Invalid, Refused } from '../../../platform/errors.ts';
import { hasPositionAt, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { endLoop, openLoopOptional } from '../../loops/door.ts';
import { helloAnswered } from '../events.ts';
import { canAnswerHello } from '../permits.ts';
import { hello } from '../queries/hellos.ts';
import { saidBy } from '../rules/hello.ts';
import type { AnswerHello, ShownHello } from '../words/hellos.ts';
import { keepSaying } from './saying.ts';
import { stopFrom } from './stop.ts';

/** The group says whether it knows the other one. A centre that rang it writes down what it was told. */
export async function answerHello(ctx: Ctx, id: string, { answer }: AnswerHello): Promise<ShownHello> {
  return ctx.db.transaction(async (tx) => {
    await inTurn(tx, `hello ${id}`);
    const one = await hello(tx, id);
    const keptBy = (await openLoopOptional(tx, 'hello', id))?.ownerOrganisationId;
    permit(canAnswerHello(ctx.actor, { toId: one.toId, keptBy }), { hidden: true });
    const isOwn = hasPositionAt(ctx.actor, one.toId);
    if (isOwn && answer === 'nobody_there') throw new Invalid({ answer: 'You are there. Choose an answer.' });
    if (!isOwn && answer === 'no_more')
      throw new Invalid({ answer: 'Only the group itself says that it wants no more hellos.' });
    const ending = answer === 'no_more' ? 'not_now' : answer;
    // The same answer twice is one answer.
    if (one.answer === ending) return one;
    if (one.answer) throw new Refused('answered', 'This hello has an answer already.');

    await tx
      .updateTable('neighbours.hello')
      .set({ answer: ending, answered_for: !isOwn, answered_at: ctx.now })
      .where('id', '=', id)
      .execute();
    const said = saidBy(answer);
    if (said) await keepSaying(tx, ctx, { organisationId: one.toId, aboutId: one.fromId, said });
    if (answer === 'no_more') await stopFrom(tx, ctx, one.toId, one.fromId);
    await endLoop(tx, ctx, { kind: 'hello', thingId: id, endReason: endReasons[ending] });
    await record(tx, ctx, helloAnswered, { helloId: id }, { organisationId: one.toId });
    return one;
  });
}

const endReasons = {
  know: 'answered',
  we_signpost: 'answered',
  you_signpost: 'answered',
  both: 'answered',
  not_now: 'not now',
  nobody_there: 'nobody there',
} as const;
