import { sql } from 'kysely';
import type { Erasing } from '../../../platform/contributions.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { accountClosed } from '../events.ts';
import { canForgetSignIns } from '../permits.ts';

/** Whoever closed their account stays gone when an older backup is restored. */
export const closedAccounts: Erasing = {
  what: 'account',
  event: accountClosed.name,
  idOf: ({ personId }) => String(personId),
  async back(db, ids) {
    if (ids.length === 0) return [];
    const rows = await db
      .selectFrom('people.person')
      .select('id')
      .where('id', 'in', ids)
      .where('state', '<>', 'closed')
      .execute();
    return rows.map((row) => row.id);
  },
  async again(tx, ctx, personId, at) {
    permit(canForgetSignIns(ctx.actor));
    // What ends with an account ends as if the person had pressed the button again.
    const theirs = { ...ctx, actor: { ...ctx.actor, kind: 'person' as const, personId } };
    for (const { end } of ctx.house.leaving) await end(tx, theirs, personId);
    await sql`select people.close_account_of(${personId}, ${at})`.execute(tx);
    await record(tx, ctx, accountClosed, { personId });
  },
};
