import type { Duty, Leaving } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { followUpPassed } from '../events.ts';
import { canForgetSupport } from '../permits.ts';
import { followUpsOf } from '../queries/entries.ts';
import { supportLog } from '../urls.ts';

/** Whoever leaves a centre hands over what they were to follow up. */
export const followUpDuty: Duty = {
  kind: 'follow-up',
  label: 'Follow-up',
  async of(db, _ctx, { personId, organisationId }) {
    const open = await followUpsOf(db, { centreIds: [organisationId], personId }, 200);
    return open.map((one) => ({
      id: one.id,
      title: `Follow-up: ${one.organisationName}`,
      text: `Due on ${one.followUpOn}`,
      url: `${supportLog.of(one.organisationId)}#${one.id}`,
    }));
  },
  async pass(tx, ctx, { id, fromPersonId, toOrganisationId, toPersonId }) {
    const passed = await tx
      .updateTable('support.entry')
      .set({ follow_up_person_id: toPersonId })
      .where('id', '=', id)
      .where('follow_up_person_id', '=', fromPersonId)
      .where('centre_id', '=', toOrganisationId)
      .where('follow_up_done_at', 'is', null)
      .executeTakeFirst();
    if (passed.numUpdatedRows !== 1n) return;
    const payload = { entryId: id, personId: toPersonId };
    await record(tx, ctx, followUpPassed, payload, { organisationId: toOrganisationId });
  },
};

/** The centre keeps what was done; the name under it goes with the account. */
export const leavingTheLog: Leaving = {
  inTheWay: () => Promise.resolve([]),
  async end(tx, ctx, personId) {
    permit(ctx.actor.personId === personId);
    await tx
      .updateTable('support.entry')
      .set({ author_name: '' })
      .where('author_person_id', '=', personId)
      .execute();
    await tx.updateTable('support.look').set({ person_name: '' }).where('person_id', '=', personId).execute();
  },
};

/** Six years is how long somebody could still ask what advice they were given (Limitation Act 1980, s. 5). */
export function forgetEntries(ctx: Ctx): Promise<number> {
  permit(canForgetSupport(ctx.actor));
  const before = daysAgo(ctx, 6 * 365);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx.selectFrom('support.entry').select('id').where('made_at', '<', before).limit(limit);
    const gone = await tx.deleteFrom('support.entry').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

export function forgetLooks(ctx: Ctx): Promise<number> {
  permit(canForgetSupport(ctx.actor));
  const before = daysAgo(ctx, 2 * 365);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx.selectFrom('support.look').select('id').where('looked_at', '<', before).limit(limit);
    const gone = await tx.deleteFrom('support.look').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}
