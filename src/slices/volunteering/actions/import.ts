import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { recordAll } from '../../../platform/record.ts';
import { areaByCodeOptional, findPlace, toPlane } from '../../areas/door.ts';
import { roleChanged, rolePosted } from '../events.ts';
import { accessibilityMeans } from '../lists/accessibility.ts';
import { causeThemes } from '../lists/causes.ts';
import { canImportRoles } from '../permits/import.ts';
import { groupsNamed, rolesBySource } from '../queries/import.ts';
import type { GivenRole, RoleAnswer } from '../words/import.ts';

/**
 * Takes adverts of one list in, in the caller’s transaction. Each belongs to a group that is here and public; what is
 * the same as before stays untouched. Those that are new stand in the sample of the home centre.
 */
export async function importRoles(tx: Tx, ctx: Ctx, rows: readonly GivenRole[]): Promise<RoleAnswer[]> {
  permit(canImportRoles(ctx.actor));
  const [first] = rows;
  if (!first) return [];
  const known = await rolesBySource(
    tx,
    first.source,
    rows.map(({ sourceId }) => sourceId),
  );
  const groups = await groupsNamed(
    tx,
    rows.map(({ organisationName }) => organisationName),
  );
  const answers: RoleAnswer[] = [];
  const made = [];
  const changed = [];
  for (const row of rows) {
    const before = known.get(row.sourceId);
    if (before?.digest.equals(row.digest)) {
      answers.push('unchanged');
      continue;
    }
    const organisationId = before?.organisation_id ?? groups.get(row.organisationName.toLowerCase());
    if (organisationId === undefined) {
      answers.push({
        reason: `We know no public group called “${row.organisationName}”, or more than one. Bring the group in first.`,
      });
      continue;
    }
    const ids = {
      roleId: before?.role_id ?? ctx.newId(),
      activityId: before?.activity_id ?? ctx.newId(),
    };
    await writeRole(tx, ctx, row, { ...ids, organisationId });
    known.set(row.sourceId, {
      ...{ role_id: ids.roleId, activity_id: ids.activityId, organisation_id: organisationId },
      ...{ source_id: row.sourceId, digest: row.digest },
    });
    const payload = { organisationId, roleId: ids.roleId };
    if (before) changed.push({ payload: { ...payload, fields: ['imported'] }, organisationId });
    else made.push({ payload: { ...payload, state: 'live' }, organisationId });
    answers.push(before ? 'changed' : 'new');
  }
  await recordAll(tx, ctx, rolePosted, made);
  await recordAll(tx, ctx, roleChanged, changed);
  return answers;
}

interface Ids {
  readonly roleId: string;
  readonly activityId: string;
  readonly organisationId: string;
}

async function writeRole(tx: Tx, ctx: Ctx, row: GivenRole, ids: Ids): Promise<void> {
  const { roleId, activityId, organisationId } = ids;
  const activity = {
    ...{ title: row.title, summary: row.summary, causes: [...row.causes] },
    themes: [...new Set(row.causes.flatMap((cause) => themes[cause] ?? []))],
    ...{ times: [...row.times], changed_at: ctx.now, ...(await placeColumns(tx, row)) },
  };
  await tx
    .insertInto('volunteering.activity')
    .values({ id: activityId, organisation_id: organisationId, created_at: ctx.now, ...activity })
    .onConflict((same) => same.column('id').doUpdateSet(activity))
    .execute();
  const said = {
    ...{ title: row.title, summary: row.summary, description: row.description, commitment: row.commitment },
    ...{ minimum_age: row.minimumAge, maximum_age: row.maximumAge, requirements: [...row.requirements] },
    ...{ skills: [...row.skills], accessibility: [...row.accessibility], changed_at: ctx.now },
    access: row.accessibility.flatMap((term) => means[term] ?? []),
    ...{ until_day: row.untilDay, told_at: null },
  };
  await tx
    .insertInto('volunteering.role')
    .values({
      ...{
        id: roleId,
        activity_id: activityId,
        organisation_id: organisationId,
        created_at: ctx.now,
        ...said,
      },
      ...{ dbs_level: 'none', dbs_reason: noReason, dbs_decided_at: ctx.now },
      ...{ state: 'live', state_since: ctx.now, live_at: ctx.now },
    })
    .onConflict((same) => same.column('id').doUpdateSet(said))
    .execute();
  await writeSessions(tx, ctx, row, activityId);
  await tx
    .insertInto('volunteering.role_check')
    .values({ id: ctx.newId(), role_id: roleId, state: 'live_at_once', asked_at: ctx.now })
    .onConflict((same) => same.column('role_id').doNothing())
    .execute();
  const source = { digest: row.digest, address: row.address, read_at: ctx.now };
  await tx
    .insertInto('volunteering.role_source')
    .values({ role_id: roleId, source: row.source, source_id: row.sourceId, ...source })
    .onConflict((same) => same.column('role_id').doUpdateSet(source))
    .execute();
}

const noReason =
  'The list it came from does not say what somebody does. The group works it out when it changes the role.';
const themes: Readonly<Record<string, string>> = causeThemes;
const means: Readonly<Record<string, string>> = accessibilityMeans;

async function writeSessions(tx: Tx, ctx: Ctx, { sessions }: GivenRole, activityId: string): Promise<void> {
  await tx.deleteFrom('volunteering.session').where('activity_id', '=', activityId).execute();
  if (sessions.length === 0) return;
  await tx
    .insertInto('volunteering.session')
    .values(
      sessions.map(({ day, begins, ends }) => ({
        ...{ id: ctx.newId(), activity_id: activityId, on_day: day, begins, ends },
      })),
    )
    .onConflict((same) => same.constraint('one_session_at_a_time').doNothing())
    .execute();
}

/** Where a place has a postcode that we know its borough is known, too. */
async function placeColumns(tx: Tx, { place, fromHome }: GivenRole) {
  const nowhere = { venue: '', address: '', postcode: '', lat: null, lon: null, plane: null, area_id: null };
  if (fromHome) return { place: 'home', ...nowhere };
  if (!place || (place.name === '' && place.address === '')) return { place: 'ours', ...nowhere };
  const answer = place.postcode === '' ? undefined : await findPlace(tx, place.postcode);
  const found = answer && 'place' in answer ? answer.place : undefined;
  const area = found?.areaCode ? await areaByCodeOptional(tx, found.areaCode) : undefined;
  const { lat, lon } = place.lat !== null && place.lon !== null ? place : (found ?? { lat: null, lon: null });
  const plane = lat === null || lon === null ? undefined : toPlane(lat, lon);
  return {
    ...{ place: 'elsewhere', venue: place.name, address: place.address, postcode: place.postcode, lat, lon },
    plane: plane ? sql<{ x: number; y: number }>`point(${plane.x}, ${plane.y})` : null,
    area_id: area?.id ?? null,
  };
}
