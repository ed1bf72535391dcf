import type { Ctx } from '../../../platform/ctx.ts';
import { aMomentAgo, inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused, Stale } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { type Organisation, organisation, waitsForLook } from '../../register/door.ts';
import { roleChanged, roleLive, rolePosted } from '../events.ts';
import { canCheckRole, canPostRole } from '../permits.ts';
import { role, rolePostedOptional, sessionsOf } from '../queries/roles.ts';
import { areaOfOrganisationOptional } from '../queries/where.ts';
import { changedFields, roleAsForm } from '../rules/form.ts';
import { canBecome, isOpenForWriting, stateWhenSent } from '../rules/lifecycle.ts';
import type { Role, State, WriteRole } from '../words/role.ts';
import { noteChanged, noteSent } from './checking.ts';
import { activityColumns, firstDay, roleColumns } from './shape.ts';

/** A role of a group that its home centre trusts is live at once; any other one waits for a look. */
export async function postRole(ctx: Ctx, organisationId: string, input: WriteRole): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const owner = await organisation(tx, organisationId);
    permit(canPostRole(ctx.actor, owner));
    const why = whyNotPost(owner);
    if (why) throw new Refused('not_public', why);
    await inTurn(tx, `role ${organisationId}`);
    const since = aMomentAgo(ctx.now);
    const same = await rolePostedOptional(tx, { organisationId, title: input.title, since });
    if (same?.summary === input.summary) return same.id;

    const state = input.go === 'keep' ? 'draft' : stateWhenSent(undefined, lookOf(ctx, owner));
    const activityId = await keepActivity(tx, ctx, organisationId, input);
    const id = ctx.newId();
    await tx
      .insertInto('volunteering.role')
      .values({
        ...{ id, activity_id: activityId, organisation_id: organisationId },
        ...(await roleColumns(tx, ctx, input, await around(tx, organisationId, activityId, input))),
        ...{ state, state_since: ctx.now, live_at: state === 'live' ? ctx.now : null, created_at: ctx.now },
      })
      .execute();
    const about = { organisationId, roleId: id };
    await record(tx, ctx, rolePosted, { ...about, state }, { organisationId });
    if (state !== 'draft') await noteSent(tx, ctx, owner, await role(tx, id));
    if (state === 'live') await record(tx, ctx, roleLive, about, { organisationId });
    return id;
  });
}

function whyNotPost(owner: Organisation): string | undefined {
  if (owner.state === 'active') return undefined;
  if (owner.state === 'merged') return `${owner.name} is part of another record now. Post the role there.`;
  return `${owner.name} is not public now, so nobody would find its roles.`;
}

function lookOf(ctx: Ctx, owner: Organisation) {
  const byHomeCentre = canCheckRole(ctx.actor, owner);
  return { waits: waitsForLook(owner, byHomeCentre), byHomeCentre };
}

/** Its own activity, or that of the role beside which it is posted. */
async function keepActivity(tx: Tx, ctx: Ctx, organisationId: string, input: WriteRole): Promise<string> {
  const columns = await activityColumns(tx, ctx, input);
  const beside = input.beside === null ? undefined : await role(tx, input.beside);
  if (beside && beside.organisationId !== organisationId)
    throw new Refused('beside', 'That role is one of another group. Post this one by itself.');
  const id = beside?.activityId ?? ctx.newId();
  if (beside) {
    const { summary: _, ...shared } = columns;
    await tx.updateTable('volunteering.activity').set(shared).where('id', '=', id).execute();
  } else {
    await tx
      .insertInto('volunteering.activity')
      .values({ id, organisation_id: organisationId, ...columns, created_at: ctx.now })
      .execute();
  }
  const first = firstDay(input, ctx.now);
  if (first) {
    await tx
      .insertInto('volunteering.session')
      .values({ id: ctx.newId(), activity_id: id, ...first })
      .onConflict((same) => same.constraint('one_session_at_a_time').doNothing())
      .execute();
  }
  return id;
}

/** What the columns of a role need to know of its activity. */
async function around(tx: Tx, organisationId: string, activityId: string, input: WriteRole) {
  const { area_id } = await tx
    .selectFrom('volunteering.activity')
    .select('area_id')
    .where('id', '=', activityId)
    .executeTakeFirstOrThrow();
  const own = input.place === 'ours' ? await areaOfOrganisationOptional(tx, organisationId) : undefined;
  const sessions = (await sessionsOf(tx, [activityId])).get(activityId) ?? [];
  return { organisationId, areaId: area_id ?? own ?? null, days: sessions.map(({ onDay }) => onDay) };
}

/** What was sent back or taken off is sent again with its change; what is live stays live, and is looked at. */
export async function changeRole(ctx: Ctx, id: string, input: WriteRole): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `role ${id}`);
    const before = await role(tx, id);
    const owner = await organisation(tx, before.organisationId);
    permit(canPostRole(ctx.actor, owner), { hidden: true });
    if (!isOpenForWriting(before.state))
      throw new Refused('over', 'This role is over. Post it again as a new one.');
    if (before.version !== input.version) throw new Stale({ ...roleAsForm(before), version: before.version });

    const state = stateAfter(ctx, owner, before, input);
    await tx
      .updateTable('volunteering.activity')
      .set(await activityColumns(tx, ctx, input))
      .where('id', '=', before.activityId)
      .execute();
    const known = await around(tx, owner.id, before.activityId, input);
    await tx
      .updateTable('volunteering.role')
      .set({
        ...(await roleColumns(tx, ctx, input, known)),
        ...(state === before.state ? {} : { state, state_reason: '', state_since: ctx.now }),
        ...(state === 'live' && before.liveAt === null ? { live_at: ctx.now } : {}),
        version: before.version + 1,
      })
      .where('id', '=', id)
      .execute();
    await tell(tx, ctx, owner, { before, fields: changedFields(roleAsForm(before), input) });
  });
}

async function tell(
  tx: Tx,
  ctx: Ctx,
  owner: Organisation,
  { before, fields }: { before: Role; fields: string[] },
): Promise<void> {
  const { organisationId } = before;
  const about = { organisationId, roleId: before.id };
  const after = await role(tx, before.id);
  await record(tx, ctx, roleChanged, { ...about, fields }, { organisationId });
  if (after.state !== before.state) {
    await noteSent(tx, ctx, owner, after);
    if (after.state === 'live') await record(tx, ctx, roleLive, about, { organisationId });
  } else if (fields.length > 0) {
    await noteChanged(tx, ctx, owner, after);
  }
}

/** A draft stays one until somebody presses “Post it”. */
function stateAfter(ctx: Ctx, owner: Organisation, before: Role, input: WriteRole): State {
  const waitsForSender = ['draft', 'returned', 'pulled'].includes(before.state);
  if (!waitsForSender || input.go === 'keep') return before.state;
  const why = whyNotPost(owner);
  if (why) throw new Refused('not_public', why);
  const to = stateWhenSent(before.state, lookOf(ctx, owner));
  return canBecome(before.state, to) ? to : before.state;
}
