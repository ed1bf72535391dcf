import { sql } from 'kysely';
import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import { inTurn } from '../../../../platform/db/in-turn.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { Invalid, Refused } from '../../../../platform/errors.ts';
import { permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { areaAndAbove, areaByCodeOptional, findPlace } from '../../../areas/door.ts';
import { driveJoined, driveLeft, driveMade, driveProposed, driveSuggested } from '../../events/drives.ts';
import { canRunDrive, canTakePart } from '../../permits/drives.ts';
import {
  drive,
  driveEntries,
  driveRoles,
  ownEntryOptional,
  rolesToChoose,
} from '../../queries/drives/drives.ts';
import { openRoles } from '../../queries/matching/night.ts';
import { volunteerOptional } from '../../queries/matching/volunteer.ts';
import { matchWeights } from '../../queries/matching/weights.ts';
import { bringTogether } from '../../rules/matching/deferred.ts';
import { asWanted, roundedPoint, timesOnly, wishesOf } from '../../rules/matching/wanted.ts';
import type { AddAtCounter, Drive, MakeDrive } from '../../words/drives.ts';
import { noWishes, type Wishes } from '../../words/matching.ts';

/** A day of one centre, with roles of its groups. The form carries the id, so sent twice it is one. */
export async function makeDrive(ctx: Ctx, centreId: string, id: string, input: MakeDrive): Promise<void> {
  permit(canRunDrive(ctx.actor, centreId));
  if (input.on_day < dayOf(ctx.now)) throw new Invalid({ on_day: 'That day is over. Choose a later one.' });
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `drive ${id}`);
    const made = await tx
      .selectFrom('volunteering.drive')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    if (made) return;
    const known = new Map((await rolesToChoose(tx, centreId)).map((role) => [role.id, role]));
    const chosen = input.roles.flatMap((roleId) => known.get(roleId) ?? []);
    if (chosen.length < input.roles.length)
      throw new Invalid({ roles: 'One of the roles is not live any more. Look at the list again.' });
    await tx
      .insertInto('volunteering.drive')
      .values({
        ...{ id, centre_id: centreId, title: input.title, words: input.words, on_day: input.on_day },
        ...{ made_at: ctx.now, made_by: ctx.actor.personId ?? null },
      })
      .execute();
    await tx
      .insertInto('volunteering.drive_role')
      .values(chosen.map((role) => ({ drive_id: id, role_id: role.id, places: role.places ?? input.places })))
      .execute();
    await record(tx, ctx, driveMade, { driveId: id }, { organisationId: centreId });
  });
}

/** Somebody takes part by their own account, with what they said they would like. Returns their number. */
export async function joinDrive(ctx: Ctx, driveId: string): Promise<void> {
  permit(canTakePart(ctx.actor));
  const { personId = '' } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    const one = await openDrive(tx, driveId);
    if (await ownEntryOptional(tx, driveId, personId)) return;
    const volunteer = await volunteerOptional(tx, personId);
    if (!volunteer) throw new Refused('no_wishes', 'Say first what you would like to do.');
    const areas = volunteer.areaId === null ? [] : await areaAndAbove(tx, volunteer.areaId);
    const areaIds = areas.map(({ id }) => id);
    // What has to be there for them stays with them: the centre hears of it when they say so.
    const wishes = { ...wishesOf(volunteer, one.onDay, areaIds), needs: [] };
    await addEntry(tx, ctx, one, { id: ctx.newId(), personId, wishes });
  });
}

/** Somebody at the counter takes part by a number. The form carries the id, so sent twice it is one. */
export async function addAtCounter(ctx: Ctx, driveId: string, input: AddAtCounter): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await openDrive(tx, driveId);
    permit(canRunDrive(ctx.actor, one.centreId), { hidden: true });
    const there = await tx
      .selectFrom('volunteering.drive_entry')
      .select('id')
      .where('id', '=', input.id)
      .executeTakeFirst();
    if (there) return;
    const wishes: Wishes = {
      ...noWishes,
      ...(await whereFrom(tx, input.place)),
      age: input.age ?? 'adult',
      times: input.when === 'any' ? [] : timesOnly(input.when),
      causes: input.cause === null ? [] : [input.cause],
      skills: input.skill === null ? [] : [input.skill],
    };
    await addEntry(tx, ctx, one, { id: input.id, personId: null, wishes });
  });
}

async function whereFrom(tx: Tx, typed: string): Promise<Pick<Wishes, 'at' | 'areaIds'>> {
  if (typed === '') return { at: null, areaIds: [] };
  const answer = await findPlace(tx, typed);
  if ('problem' in answer) throw new Invalid({ place: answer.problem });
  const { plane, areaCode } = answer.place;
  const area = areaCode ? await areaByCodeOptional(tx, areaCode) : undefined;
  const around = area ? await areaAndAbove(tx, area.id) : [];
  return { at: roundedPoint(plane), areaIds: around.map(({ id }) => id) };
}

/** Waits its turn, so that no number is given twice. */
async function openDrive(tx: Tx, driveId: string): Promise<Drive> {
  await inTurn(tx, `drive ${driveId}`);
  const one = await drive(tx, driveId);
  if (one.suggestedAt !== null)
    throw new Refused('over', 'Everybody has their suggestion already. Ask the centre for another day.');
  return one;
}

async function addEntry(
  tx: Tx,
  ctx: Ctx,
  { id: driveId, centreId }: Drive,
  entry: { id: string; personId: string | null; wishes: Wishes },
): Promise<void> {
  const { rows } = await sql<{
    number: number;
  }>`select volunteering.next_number(${driveId}) as number`.execute(tx);
  const number = rows[0]?.number ?? 1;
  await tx
    .insertInto('volunteering.drive_entry')
    .values({
      ...{ id: entry.id, drive_id: driveId, number, person_id: entry.personId, made_at: ctx.now },
      wishes: JSON.stringify(entry.wishes),
    })
    .execute();
  await record(tx, ctx, driveJoined, { driveId, number }, { organisationId: centreId });
}

export async function leaveDrive(ctx: Ctx, driveId: string): Promise<void> {
  permit(canTakePart(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const gone = await tx
      .deleteFrom('volunteering.drive_entry')
      .where('drive_id', '=', driveId)
      .where('person_id', '=', ctx.actor.personId ?? '')
      .executeTakeFirst();
    if (gone.numDeletedRows > 0n) await record(tx, ctx, driveLeft, { driveId });
  });
}

/** Everybody and every place brought together, as often as one likes. Nobody is told. */
export async function propose(ctx: Ctx, driveId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await openDrive(tx, driveId);
    permit(canRunDrive(ctx.actor, one.centreId), { hidden: true });
    const weights = await matchWeights(tx);
    const places = new Map((await driveRoles(tx, driveId)).map((role) => [role.id, role.places]));
    const roles = await openRoles(tx, dayOf(ctx.now), [...places.keys()]);
    const entries = await driveEntries(tx, driveId);
    const takers = entries.flatMap(({ id, wishes }) =>
      wishes ? [{ id, wanted: asWanted(wishes, weights) }] : [],
    );
    const offered = roles.map((role) => ({ role, places: places.get(role.roleId) ?? 0 }));
    const got = bringTogether(takers, offered);
    await sql`update volunteering.drive_entry set role_id = got.role_id
      from unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ id }) => got.get(id) ?? null)}::uuid[])
        as got (id, role_id)
      where drive_entry.id = got.id`.execute(tx);
    await tx
      .updateTable('volunteering.drive')
      .set({ proposed_at: ctx.now })
      .where('id', '=', driveId)
      .execute();
    const payload = { driveId, people: entries.length, placed: got.size };
    await record(tx, ctx, driveProposed, payload, { organisationId: one.centreId });
  });
}

/** What was proposed is shown to everybody who takes part by an account. Whether they ask is theirs to say. */
export async function suggest(ctx: Ctx, driveId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await openDrive(tx, driveId);
    permit(canRunDrive(ctx.actor, one.centreId), { hidden: true });
    if (one.proposedAt === null) throw new Refused('no_proposal', 'Bring people and places together first.');
    const told = await tx
      .updateTable('volunteering.drive_entry')
      .set({ suggested_at: ctx.now })
      .where('drive_id', '=', driveId)
      .where('role_id', 'is not', null)
      .executeTakeFirst();
    await tx
      .updateTable('volunteering.drive')
      .set({ suggested_at: ctx.now })
      .where('id', '=', driveId)
      .execute();
    const payload = { driveId, people: Number(told.numUpdatedRows) };
    await record(tx, ctx, driveSuggested, payload, { organisationId: one.centreId });
  });
}
