import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { addDays, addMonths } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { EdgeError, NotFound, Refused } from '../../../platform/errors.ts';
import { hasPositionAt, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { clocks } from '../../network/door.ts';
import { checkAsked, freshnessChanged, recordChecked } from '../events.ts';
import { canAskForCheck, canCheckByLink, canCheckRecord } from '../permits.ts';
import { checkLink, lateParts, wasAsked } from '../queries/keeping.ts';
import { cardsByIds, organisation } from '../queries/organisation.ts';
import { freshnessAt, nextFreshnessAt } from '../rules/freshness.ts';

/** "Still right": the organisation and all it does are checked as of now, by one of its people or its home centre. */
export async function confirmChecked(ctx: Ctx, organisationId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await organisation(tx, organisationId);
    permit(canCheckRecord(ctx.actor, one));
    const own = hasPositionAt(ctx.actor, organisationId);
    const centre = one.homeCentreId
      ? (await cardsByIds(tx, [one.homeCentreId])).get(one.homeCentreId)
      : undefined;
    await markChecked(tx, ctx, organisationId, own ? 'the group' : (centre?.name ?? 'its home centre'));
  });
}

/** The same by the button behind a mailed link. The link is good until it expires, in network time. */
export async function confirmByLink(ctx: Ctx, token: string): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const link = await checkLink(tx, hashOf(token));
    if (link.expiresAt <= ctx.now) {
      throw new EdgeError(
        410,
        'expired',
        'This link has expired. Sign in, and press the button on your page.',
      );
    }
    permit(canCheckByLink(ctx.actor, link.organisationId, link.organisationId));
    await markChecked(tx, ctx, link.organisationId, 'the group');
    return link.organisationId;
  });
}

/** Asks once more, because the first letter led to nothing. Its people get a link; without any, its home centre does. */
export async function askForCheck(ctx: Ctx, organisationId: string): Promise<void> {
  permit(canAskForCheck(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    await sql`select from register.organisation where id = ${organisationId} for update`.execute(tx);
    const one = await organisation(tx, organisationId);
    const { freshness, serviceIds } = await lateParts(tx, organisationId);
    if (one.state !== 'active' || freshness === 'ok')
      throw new Refused('checked', 'Somebody has checked it in the meantime.');
    if (await wasAsked(tx, organisationId, addDays(ctx.now, -7)))
      throw new Refused('asked', 'They were asked within the last week. Ringing them may do more.');
    const payload = { organisationId, serviceIds, freshness };
    await record(tx, ctx, checkAsked, payload, { organisationId });
  });
}

async function markChecked(tx: Tx, ctx: Ctx, organisationId: string, by: string): Promise<void> {
  const due = nextFreshnessAt(ctx.now, ctx.now, await clocks(tx));
  const checked = { freshness: 'ok', checked_at: ctx.now, checked_by: by, freshness_due_at: due };
  const one = await tx
    .updateTable('register.organisation')
    .set(checked)
    .where('id', '=', organisationId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (one.numUpdatedRows !== 1n) throw new NotFound('organisation');
  const services = await tx
    .updateTable('register.service')
    .set(checked)
    .where('organisation_id', '=', organisationId)
    .where('status', '<>', 'retired')
    .returning('id')
    .execute();
  const payload = { organisationId, serviceIds: services.map((row) => row.id) };
  await record(tx, ctx, recordChecked, payload, { organisationId });
}

/** A link for a mail, good until the record would leave the default results and three months beyond. */
export async function makeCheckLink(tx: Tx, ctx: Ctx, organisationId: string): Promise<string> {
  const token = ctx.newToken();
  await tx
    .insertInto('register.check_link')
    .values({
      id: ctx.newId(),
      token_hash: hashOf(token),
      organisation_id: organisationId,
      made_at: ctx.now,
      expires_at: addMonths(ctx.now, 9),
    })
    .execute();
  return token;
}

/**
 * Records that become less fresh now, organisation by organisation, so that each gets one nudge for all its services.
 * Whatever else of the same organisation falls due on the same day is taken along.
 */
export async function ageRecords(ctx: Ctx): Promise<number> {
  const soon = new Date(ctx.now.getTime() + 24 * 3_600_000);
  const due = await organisationsDue(ctx);
  for (const organisationId of due) await ctx.db.transaction((tx) => ageOne(tx, ctx, organisationId, soon));
  return due.length;
}

async function organisationsDue(ctx: Ctx): Promise<string[]> {
  const { open } = ctx.db;
  const own = await open
    .selectFrom('register.organisation')
    .select('id')
    .where('state', '=', 'active')
    .where('freshness_due_at', '<=', ctx.now)
    .execute();
  const services = await open
    .selectFrom('register.service')
    .select('organisation_id as id')
    .where('status', '<>', 'retired')
    .where('freshness_due_at', '<=', ctx.now)
    .execute();
  return [...new Set([...own, ...services].map((row) => row.id))];
}

async function ageOne(tx: Tx, ctx: Ctx, organisationId: string, soon: Date): Promise<void> {
  const times = await clocks(tx);
  const reached = new Map<string, { own: boolean; serviceIds: string[] }>();
  const one = await tx
    .selectFrom('register.organisation')
    .select(['id', 'checked_at'])
    .where('id', '=', organisationId)
    .where('freshness_due_at', '<=', soon)
    .executeTakeFirst();
  const services = await tx
    .selectFrom('register.service')
    .select(['id', 'checked_at'])
    .where('organisation_id', '=', organisationId)
    .where('freshness_due_at', '<=', soon)
    .execute();

  for (const row of [
    ...(one ? [{ ...one, own: true }] : []),
    ...services.map((found) => ({ ...found, own: false })),
  ]) {
    const freshness = freshnessAt(row.checked_at, soon, times);
    const next = { freshness, freshness_due_at: nextFreshnessAt(row.checked_at, soon, times) };
    const table = row.own ? 'register.organisation' : 'register.service';
    await tx.updateTable(table).set(next).where('id', '=', row.id).execute();
    const group = reached.get(freshness) ?? { own: false, serviceIds: [] };
    if (row.own) group.own = true;
    else group.serviceIds.push(row.id);
    reached.set(freshness, group);
  }
  for (const [freshness, { own, serviceIds }] of reached) {
    await record(
      tx,
      ctx,
      freshnessChanged,
      { organisationId, serviceIds, own, freshness },
      { organisationId },
    );
  }
}
