import type { Ctx } from '../../../platform/ctx.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid, Stale } from '../../../platform/errors.ts';
import { permit, wantSecondKey } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { centreMade, coverChanged, organisationChanged } from '../events.ts';
import { canSetUpCentres } from '../permits.ts';
import { organisation } from '../queries/organisation.ts';
import { coveredAreas, setUpCentre, setUpCentres } from '../queries/setting-up.ts';
import type { AddCentre, ChangeCentre, CoveredArea, SetUpCentre } from '../words/setting-up.ts';
import { insertBody } from './centre.ts';
import { inviteInto } from './people.ts';

/** A centre, its boroughs, and the invitations of those who will run it: all of it, once, or nothing. Returns its id. */
export async function addCentre(ctx: Ctx, input: AddCentre): Promise<string> {
  permit(canSetUpCentres(ctx.actor));
  wantSecondKey(ctx.actor);

  return ctx.db.transaction(async (tx) => {
    await inTurn(tx, 'boroughs');
    const same = (await setUpCentres(tx, ctx.machineNow)).find((one) => isSame(one, input));
    if (same) return same.id;
    const id = ctx.newId();
    await insertBody(tx, ctx, id, {
      ...{ name: input.name, kind: 'centre', summary: `${input.name} helps groups and volunteers.` },
      ...{ description: '', phone: input.phone, email: input.email, website: '', contactLabel: '' },
      ...(input.postcode === '' ? {} : { place: { venue: '', address: '', postcode: input.postcode } }),
    });
    await ownAreas(tx, id, input.areas);
    for (const email of [input.first_admin, input.second_admin]) {
      if (email !== '') await inviteInto(tx, ctx, { id, name: input.name }, { email, role: 'admin' });
    }
    const areaCodes = (await areasOf(tx, input.areas)).map((area) => area.code);
    await record(tx, ctx, centreMade, { organisationId: id, areaCodes }, { organisationId: id });
    return id;
  });
}

function isSame(one: SetUpCentre, { name, areas }: AddCentre): boolean {
  return one.name === name && differing(one.own, areas).length === 0;
}

/** Name, contact and boroughs of a centre, for the time until its own people look after its page. */
export async function changeCentre(ctx: Ctx, id: string, input: ChangeCentre): Promise<void> {
  permit(canSetUpCentres(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, 'boroughs');
    const before = await setUpCentre(tx, ctx.machineNow, id);
    const { name, phone, email, version } = await organisation(tx, id);
    if (version !== input.version) throw new Stale({ name, phone, email, version });
    await tx
      .updateTable('register.organisation')
      .set({
        ...{ name: input.name, phone: input.phone, email: input.email },
        ...{ version: version + 1, changed_at: ctx.now },
      })
      .where('id', '=', id)
      .execute();
    const fields = (['name', 'phone', 'email'] as const).filter((field) => before[field] !== input[field]);
    await giveUpAreas(tx, id, input.areas);
    await ownAreas(tx, id, input.areas);
    await record(tx, ctx, organisationChanged, { organisationId: id, fields }, { organisationId: id });
    const moved = await areasOf(tx, differing(before.own, input.areas));
    if (moved.length > 0) {
      await record(tx, ctx, coverChanged, { areaCodes: moved.map((area) => area.code) });
    }
  });
}

/** Who answers for boroughs without a centre of their own; empty leaves one to the hub. */
export async function chooseCover(ctx: Ctx, chosen: ReadonlyMap<string, string>): Promise<void> {
  permit(canSetUpCentres(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const areas = await coveredAreas(tx);
    const moved = areas.filter((area) => {
      const centreId = chosen.get(area.id);
      return centreId !== undefined && !area.own && centreId !== (area.centreId ?? '');
    });
    for (const area of moved) await coverArea(tx, ctx, area, chosen.get(area.id) ?? '');
    if (moved.length > 0) {
      await record(tx, ctx, coverChanged, { areaCodes: moved.map((area) => area.code) });
    }
  });
}

async function coverArea(tx: Tx, ctx: Ctx, area: CoveredArea, centreId: string): Promise<void> {
  if (area.centreId !== null) {
    await tx.deleteFrom('register.cover').where('area_id', '=', area.id).execute();
    await worksIn(tx, area.centreId, area.id, false);
  }
  if (centreId === '') return;
  await setUpCentre(tx, ctx.machineNow, centreId);
  await tx
    .insertInto('register.cover')
    .values({ area_id: area.id, centre_id: centreId, own: false })
    .execute();
  await worksIn(tx, centreId, area.id, true);
}

/** An area has one centre of its own; a cover ends when it gets one. */
async function ownAreas(tx: Tx, centreId: string, areaIds: readonly string[]): Promise<void> {
  const areas = await areasOf(tx, areaIds);
  if (areas.length < new Set(areaIds).size)
    throw new Invalid({ areas: 'One of these boroughs is not there.' });
  const taken = areas.find((area) => area.own && area.centreId !== centreId);
  if (taken) {
    throw new Invalid({
      areas: `${taken.name} has ${taken.centreName} already. An area has one centre of its own.`,
    });
  }
  for (const area of areas) {
    if (area.own) continue;
    if (area.centreId !== null) await worksIn(tx, area.centreId, area.id, false);
    await tx
      .insertInto('register.cover')
      .values({ area_id: area.id, centre_id: centreId, own: true })
      .onConflict((same) => same.column('area_id').doUpdateSet({ centre_id: centreId, own: true }))
      .execute();
    await worksIn(tx, centreId, area.id, true);
  }
}

async function giveUpAreas(tx: Tx, centreId: string, kept: readonly string[]): Promise<void> {
  const given = (await coveredAreas(tx)).filter(
    (area) => area.own && area.centreId === centreId && !kept.includes(area.id),
  );
  for (const area of given) {
    await tx.deleteFrom('register.cover').where('area_id', '=', area.id).execute();
    await worksIn(tx, centreId, area.id, false);
  }
}

/** Where a centre answers it also works, so that its page is found there. */
async function worksIn(tx: Tx, organisationId: string, areaId: string, does: boolean): Promise<void> {
  if (does) {
    await tx
      .insertInto('register.organisation_area')
      .values({ organisation_id: organisationId, area_id: areaId })
      .onConflict((same) => same.doNothing())
      .execute();
    return;
  }
  await tx
    .deleteFrom('register.organisation_area')
    .where('organisation_id', '=', organisationId)
    .where('area_id', '=', areaId)
    .execute();
}

async function areasOf(tx: Tx, ids: readonly string[]): Promise<CoveredArea[]> {
  return (await coveredAreas(tx)).filter((area) => ids.includes(area.id));
}

function differing(before: readonly { id: string }[], after: readonly string[]): string[] {
  const had = before.map((area) => area.id);
  return [...had.filter((id) => !after.includes(id)), ...after.filter((id) => !had.includes(id))];
}
