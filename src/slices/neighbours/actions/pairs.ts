import type { Ctx } from '../../../platform/ctx.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import { Invalid, Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { peopleServed, themes } from '../../register/door.ts';
import { pairsChanged } from '../events.ts';
import { canEditPairs } from '../permits.ts';
import { needPairs } from '../queries/pairs.ts';
import { inOrder, samePair } from '../rules/suggest.ts';
import type { AddPair, NeedPair } from '../words/suggestions.ts';

/** The network says that two needs go together. */
export async function addPair(ctx: Ctx, input: AddPair): Promise<void> {
  permit(canEditPairs(ctx.actor));
  for (const field of ['one', 'other'] as const) {
    if (!isNeed(input[field])) throw new Invalid({ [field]: 'Choose a need from the list.' });
  }
  await change(ctx, inOrder(input), true);
}

/** Two needs go together no longer, whether they came with the program or the network had added them. */
export async function removePair(ctx: Ctx, input: NeedPair): Promise<void> {
  permit(canEditPairs(ctx.actor));
  await change(ctx, inOrder(input), false);
}

async function change(ctx: Ctx, pair: NeedPair, counts: boolean): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, 'need pairs');
    const isThere = (await needPairs(tx)).some((one) => samePair(one, pair));
    if (isThere === counts)
      throw new Refused('as_it_is', counts ? 'These two go together already.' : 'This pair is gone already.');
    await tx
      .insertInto('neighbours.need_pair')
      .values({ ...pair, counts, changed_at: ctx.now })
      .onConflict((same) => same.columns(['one', 'other']).doUpdateSet({ counts, changed_at: ctx.now }))
      .execute();
    await record(tx, ctx, pairsChanged, { ...pair, counts });
  });
}

function isNeed(code: string): boolean {
  return code.startsWith('people:')
    ? Object.hasOwn(peopleServed, code.slice('people:'.length)) && code !== 'people:everyone'
    : Object.hasOwn(themes, code);
}
