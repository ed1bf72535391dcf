import type { Updateable } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { addDays, londonTime } from '../../../platform/dates.ts';
import type { Tables, Tx } from '../../../platform/db/open.ts';
import { Invalid, Refused, Stale } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { doorsClosed, doorsOpened, settingsChanged } from '../events.ts';
import { canChangeSettings } from '../permits.ts';
import { network } from '../queries.ts';
import { whyNotColour } from '../rules/colour.ts';
import { changedSettings, settingsAsForm } from '../rules/settings.ts';
import { readTiles } from '../rules/tiles.ts';
import type { SetBanner, SetMap, SetPromise } from '../words/settings.ts';

export type SettingColumns = Omit<
  Updateable<Tables['network.network']>,
  'one' | 'practice' | 'version' | 'published_at'
>;

/** Writes some of the network's own words. Whoever saved first is shown to whoever saved second. */
export async function changeSettings(ctx: Ctx, version: number, given: SettingColumns): Promise<void> {
  permit(canChangeSettings(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const before = await refuseStale(tx, version);
    await tx
      .updateTable('network.network')
      .set({ ...given, version: version + 1 })
      .execute();
    const fields = changedSettings(before, settingsAsForm(await network(tx)));
    if (fields.length > 0) await record(tx, ctx, settingsChanged, { fields });
  });
}

export function changePromise(ctx: Ctx, input: SetPromise): Promise<void> {
  const { promise, version, ...clocks } = input;
  return changeSettings(ctx, version, {
    promise: JSON.stringify(promise),
    clocks: JSON.stringify(clocks),
  });
}

/** The colour of the bar and of buttons; empty goes back to the one of the style sheet. */
export function changeColour(ctx: Ctx, input: { colour: string; version: number }): Promise<void> {
  const why = input.colour === '' ? undefined : whyNotColour(input.colour);
  if (why) throw new Invalid({ colour: why.reason });
  return changeSettings(ctx, input.version, { colour: input.colour });
}

/** Pictures of another server under the map; empty goes back to our own ground. */
export function changeMap(ctx: Ctx, input: SetMap): Promise<void> {
  const tiles = input.map_tiles === '' ? undefined : readTiles(input.map_tiles);
  if (tiles && 'problem' in tiles) throw new Invalid({ map_tiles: tiles.problem });
  if (tiles && input.map_credit === '') {
    throw new Invalid({ map_credit: 'Say who drew the pictures, in the words that they ask for.' });
  }
  const { version, ...columns } = input;
  return changeSettings(ctx, version, columns);
}

/** A notice over every page: from the beginning of a day to the end of another, in London. */
export function changeBanner(ctx: Ctx, input: SetBanner): Promise<void> {
  const { banner_from: from, banner_until: until, version, ...words } = input;
  return changeSettings(ctx, version, {
    ...words,
    banner_from: from === '' ? null : londonTime(from, 0),
    banner_until: until === '' ? null : endOf(until),
  });
}

function endOf(day: string): Date {
  const next = addDays(new Date(`${day}T12:00:00Z`), 1)
    .toISOString()
    .slice(0, 10);
  return londonTime(next, 0);
}

/** Opens the front door to everybody, when nothing is missing without which nobody could be helped. */
export async function openDoors(ctx: Ctx, version: number): Promise<void> {
  permit(canChangeSettings(ctx.actor));
  const missing = [];
  for (const step of ctx.house.setup) {
    if (step.needed && (await step.read(ctx)).state === 'open') missing.push(step.label.toLowerCase());
  }
  if (missing.length > 0) {
    throw new Refused('not_ready', `The front door stays closed until this is done: ${missing.join(', ')}.`);
  }

  await ctx.db.transaction(async (tx) => {
    await refuseStale(tx, version);
    await tx
      .updateTable('network.network')
      .set({ published_at: ctx.now, version: version + 1 })
      .execute();
    await record(tx, ctx, doorsOpened, {});
  });
}

export async function closeDoors(ctx: Ctx, version: number): Promise<void> {
  permit(canChangeSettings(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    await refuseStale(tx, version);
    await tx
      .updateTable('network.network')
      .set({ published_at: null, version: version + 1 })
      .execute();
    await record(tx, ctx, doorsClosed, {});
  });
}

/** The row is locked, so that two who save at once are told of each other. */
export async function refuseStale(tx: Tx, version: number): Promise<Record<string, unknown>> {
  await tx.selectFrom('network.network').select('version').forUpdate().execute();
  const current = await network(tx);
  const form = settingsAsForm(current);
  if (current.version !== version) throw new Stale({ ...form, version: current.version });
  return form;
}
