import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { folderOfLists, listIn, networkFor, takeIn } from '../../../../test/helpers/lists.ts';
import { registerRows } from '../../../../test/helpers/register-rows.ts';
import { loadAreas, loadPostcodes } from '../../areas/door.ts';
import type { ImportKind } from '../words/import.ts';
import { takeBackList } from './undo.ts';

const dice = mulberry(20_261_127);

dbTest('REL6: what an import did is taken back, row by row', async (town) => {
  const { ctx, folder } = await start(town);
  const before = [
    'id,name,activities,postcode,parent',
    'a,Lantern Trust,Lunch,AV3 4QT,',
    'b,Vale Choir,Singing,,',
  ];
  await takeIn(ctx, 'organisations', [listIn(folder, 'a.csv', ...before)], { folder });
  const rows = await registerRows(town.owner);
  const edition = [
    'id,name,activities,postcode,parent,reg_number',
    'a,Lantern CIO,Lunch and tea,AV5 1AA,c,1090095',
    'b,Vale Choir,Singing,,,',
    'c,The Parent,Holding,AV3 4QT,,',
  ];

  const id = await takeInAsPage(town, 'organisations', listIn(folder, 'b.csv', ...edition));
  const after = await registerRows(town.owner);
  await undo(town, id);

  expect(after.organisations.map((one) => one.name).sort()).toEqual([
    'Lantern CIO',
    'The Parent',
    'Vale Choir',
  ]);
  expect(await standing(town, id)).toEqual({ state: 'undone', kept: 0 });
  expect(await registerRows(town.owner)).toEqual(rows);
  const events = await town.owner
    .selectFrom('platform.event')
    .select('payload')
    .where('name', '=', 'register.import_undone')
    .execute();
  expect(events).toHaveLength(1);
});

dbTest(
  'what somebody changed since is kept, with the reason, and nothing that hangs on it goes',
  async (town) => {
    const { ctx, folder } = await start(town);
    const lines = [
      'service_name,provider',
      'Lunch club,Lantern Trust',
      'Tea,Lantern Trust',
      'Songs,Vale Choir',
    ];
    const id = await takeInAsPage(town, 'services', listIn(folder, 'a.csv', ...lines));
    await town.owner.updateTable('register.service').set({ version: 1 }).where('name', '=', 'Tea').execute();
    const band = listIn(folder, 'b.csv', 'id,name', 'x,The Band', 'y,The Brass');
    const other = await takeInAsPage(town, 'organisations', band);
    await takeIn(ctx, 'organisations', [listIn(folder, 'b.csv', 'id,name', 'x,The Big Band')], { folder });

    await undo(town, id);
    await undo(town, other);

    const left = await registerRows(town.owner);
    expect(left.services.map((one) => one.name)).toEqual(['Tea']);
    expect(left.organisations.map((one) => one.name).sort()).toEqual(['Lantern Trust', 'The Big Band']);
    expect(left.documents.map((one) => one.name).sort()).toEqual(['Lantern Trust', 'Tea', 'The Big Band']);
    const kept = await town.owner
      .selectFrom('register.import_change')
      .select(['kind', 'reason'])
      .where('settled', '=', 'kept')
      .orderBy('kind')
      .orderBy('reason')
      .execute();
    expect(kept).toEqual([
      { kind: 'organisation', reason: 'A service of it is kept.' },
      { kind: 'organisation', reason: 'Somebody, or a later list, changed it since.' },
      { kind: 'service', reason: 'Somebody, or a later list, changed it since.' },
    ]);
  },
);

dbTest('an organisation that somebody answers for, claims or speaks of does not go', async (town) => {
  const { folder, ctx } = await start(town);
  const lines = ['id,name', 'a,Lantern Trust', 'b,Vale Choir', 'c,Town Band'];
  const id = await takeInAsPage(town, 'organisations', listIn(folder, 'a.csv', ...lines));
  const choir = await town.owner
    .selectFrom('register.organisation')
    .select('id')
    .where('name', '=', 'Vale Choir')
    .executeTakeFirstOrThrow();
  await town.owner
    .insertInto('register.suggestion')
    .values({ id: ctx.newId(), organisation_id: choir.id, what: 'It is on Mondays.', made_at: ctx.now })
    .execute();
  await sql`create table register.leans (id uuid references register.organisation)`.execute(town.owner);
  await sql`insert into register.leans select id from register.organisation where name = 'Town Band'`.execute(
    town.owner,
  );

  await undo(town, id);

  const left = await registerRows(town.owner);
  expect(left.organisations.map((one) => one.name).sort()).toEqual(['Town Band', 'Vale Choir']);
  expect(await standing(town, id)).toEqual({ state: 'undone', kept: 2 });
});

dbTest('two processes that take the same list back do it once, while somebody edits', async (town) => {
  const { folder } = await start(town);
  const lines = Array.from({ length: 300 }, (_, index) => `${index},Group ${index}`);
  const id = await takeInAsPage(town, 'organisations', listIn(folder, 'a.csv', 'id,name', ...lines));
  await town.owner.updateTable('interchange.import').set({ state: 'undoing' }).execute();
  const edit = town.owner
    .updateTable('register.organisation')
    .set({ version: 1, summary: 'Ours now.' })
    .where('name', 'in', ['Group 7', 'Group 250'])
    .execute();

  await Promise.all([takeBackList(town.jobCtx, id), takeBackList(town.jobCtx, id), edit]);

  const left = await registerRows(town.owner);
  const { kept } = await standing(town, id);
  expect(left.organisations).toHaveLength(kept);
  expect(left.documents).toHaveLength(kept);
  expect(left.organisations.filter((one) => one.summary !== 'Ours now.')).toEqual([]);
  expect(await standing(town, id)).toMatchObject({ state: 'undone' });
});

dbTest(
  'whatever lists came before, an import that is taken back leaves the same rows',
  async (town) => {
    const { folder } = await start(town);

    for (let world = 0; world < 14; world += 1) {
      await takeIn(town.jobCtx, 'organisations', [randomOrganisations(folder)], {
        folder,
        source: pick(sources),
      });
      const rows = await registerRows(town.owner);
      const [kind, list] = pick([
        ['organisations', randomOrganisations(folder)],
        ['services', randomServices(folder)],
      ] as const);

      const id = await takeInAsPage(town, kind, list, pick(sources));
      await undo(town, id);

      expect(await standing(town, id), `world ${world}`).toEqual({ state: 'undone', kept: 0 });
      expect(await registerRows(town.owner), `world ${world}`).toEqual(rows);
      if (world % 3 === 0) await takeIn(town.jobCtx, 'services', [randomServices(folder)], { folder });
    }
  },
  { timeout: 120_000 },
);

const sources = ['Council', 'Library', 'Town list'];
const names = ['Lantern Trust', 'Vale Choir', 'Town Band', 'Repair Café', 'Street Aid', 'The Larder'];
const postcodes = ['', 'AV3 4QT', 'AV5 1AA'];

function randomOrganisations(folder: string): string {
  const lines = Array.from({ length: 4 }, () => {
    const number = 200_000 + Math.floor(dice() * 8);
    return [
      number,
      pick(names),
      pick(['', 'Tea', 'Songs']),
      pick(postcodes),
      pick(['', 'known.example']),
    ].join(',');
  });
  return listIn(folder, 'list.csv', 'reg_number,name,activities,postcode,website', ...lines);
}

function randomServices(folder: string): string {
  const lines = Array.from({ length: 5 }, () =>
    [pick(['Lunch', 'Tea', 'Songs']), pick(names), pick(['', 'Tuesdays 12 to 2']), pick(postcodes)].join(','),
  );
  return listIn(folder, 'services.csv', 'service_name,provider,opening_times,postcode', ...lines);
}

function pick<Item>(items: readonly Item[]): Item {
  const item = items[Math.floor(dice() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick.');
  return item;
}

/** Mulberry32: the same throws at every run. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function start(town: Town) {
  await networkFor(town.jobCtx);
  await loadAreas(town.jobCtx, [
    { code: 'V01', name: 'Eastlock', level: 'borough' },
    { code: 'V02', name: 'Hartlow', level: 'borough' },
  ]);
  await loadPostcodes(town.jobCtx, [
    { postcode: 'AV3 4QT', lat: 51.5, lon: -2.5, areaCode: 'V01' },
    { postcode: 'AV5 1AA', lat: 51.6, lon: -2.4, areaCode: 'V02' },
  ]);
  return { folder: folderOfLists(), ctx: town.jobCtx };
}

/** As the job of a page does: under an import whose changes are noted. */
async function takeInAsPage(
  town: Town,
  kind: ImportKind,
  list: string,
  source = 'Town list',
): Promise<string> {
  const id = town.jobCtx.newId();
  const at = new Date();
  await town.owner
    .insertInto('interchange.import')
    .values({
      ...{ id, kind, source, file_names: ['list.csv'], digest: Buffer.alloc(1) },
      ...{ state: 'running', by_page: true, started_at: at, moved_at: at },
    })
    .execute();
  await takeIn(town.jobCtx, kind, [list], {
    folder: '/nowhere',
    rejectsFolder: undefined,
    source,
    importId: id,
  });
  return id;
}

async function undo(town: Town, id: string): Promise<void> {
  await town.owner.updateTable('interchange.import').set({ state: 'undoing' }).where('id', '=', id).execute();
  await takeBackList(town.jobCtx, id);
}

function standing({ owner }: Town, id: string) {
  return owner
    .selectFrom('interchange.import')
    .select(['state', 'kept'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
