import { isAbsolute } from 'node:path';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { folderOfLists, listIn, networkFor, takeIn, textOf } from '../../../../test/helpers/lists.ts';

const lantern = 'GB-CHC-1090095,LANTERN TRUST,AV3 4QT,Lunch on Tuesdays.';
const heading = 'org_id,name,postcode,activities';

dbTest('a list with every oddity is taken in', async (town) => {
  const { folder, ctx } = await start(town);
  const path = listIn(
    folder,
    'ugly.csv',
    '\uFEFForg_id,name,postcode,activities,web,notes\r',
    'gb-chc-1090095,LANTERN TRUST,av34qt,"Lunch, on\r\nTuesdays and ""Thursdays""",NA,\r',
    'GB-CHC-1090096, Elders’ Lunch Club ,WIRRAL,NA,None\r',
    'GB-COH-9506232, "Repair, Café",,"",lantern.example\r',
    'GB-CHC-1090095,LANTERN TRUST,av34qt,"Lunch, on\r\nTuesdays and ""Thursdays""",NA,\r',
    'GB-SC-SC042386,Vale Choir',
  );

  const result = await takeIn(ctx, 'organisations', [path], { folder });

  expect(result).toMatchObject({ read: 5, new: 4, unchanged: 1, rejected: 0, rejectsFile: null });
  expect(await names(town)).toEqual(['Elders’ Lunch Club', 'LANTERN TRUST', 'Repair, Café', 'Vale Choir']);
  const numbers = await town.owner
    .selectFrom('register.identifier')
    .select('number')
    .orderBy('number')
    .execute();
  expect(numbers.map((row) => row.number)).toEqual(['09506232', '1090095', '1090096', 'SC042386']);
});

dbTest('the same list again changes nothing', async (town) => {
  const { folder, ctx } = await start(town);
  const path = listIn(folder, 'list.csv', heading, lantern, 'GB-CHC-2,Choir,,Sing');
  await takeIn(ctx, 'organisations', [path], { folder });
  const before = await everything(town);

  const again = await takeIn(ctx, 'organisations', [path], { folder });

  expect(again).toMatchObject({ read: 2, new: 0, matched: 0, changed: 0, unchanged: 2 });
  expect(await everything(town)).toEqual(before);
});

dbTest('a list whose quotation mark never closes is refused whole, with its line', async (town) => {
  const { folder, ctx } = await start(town);
  const path = listIn(folder, 'list.csv', heading, lantern, 'GB-CHC-2,"Choir,,Sing', 'GB-CHC-3,Band,,Play');

  const taking = takeIn(ctx, 'organisations', [path], { folder });

  await expect(taking).rejects.toThrow('list.csv, line 3: a quotation mark is opened and never closed.');
  expect(await names(town)).toEqual([]);
});

dbTest('a list with two equal headings is refused whole', async (town) => {
  const { folder, ctx } = await start(town);
  const path = listIn(folder, 'list.csv', 'name,Name', 'Choir,Band');

  const taking = takeIn(ctx, 'organisations', [path], { folder });

  await expect(taking).rejects.toThrow('line 1: two columns are called “Name”');
});

dbTest('rows that cannot be taken come back and can be put right', async (town) => {
  const { folder, ctx } = await start(town);
  const path = listIn(folder, 'list.csv', heading, 'GB-CHC-2,"",AV3 4QT,"=Sing,\nand dance"', lantern);

  const result = await takeIn(ctx, 'organisations', [path], { folder });

  expect(result).toMatchObject({ read: 2, new: 1, rejected: 1 });
  expect(isAbsolute(result.rejectsFile ?? '')).toBe(true);
  const given = textOf(result.rejectsFile);
  expect(given).toBe(
    `${heading},line,reason\r\nGB-CHC-2,,AV3 4QT,"'=Sing,\nand dance",2,There is no name.\r\n`,
  );

  const corrected = listIn(folder, 'corrected.csv', given.replace('GB-CHC-2,', 'GB-CHC-2,Choir'));
  const second = await takeIn(ctx, 'organisations', [corrected], { folder });
  expect(second).toMatchObject({ read: 1, new: 1, rejected: 0 });
  const choir = await town.owner
    .selectFrom('register.organisation')
    .select('summary')
    .where('name', '=', 'Choir')
    .executeTakeFirstOrThrow();
  expect(choir.summary).toBe('=Sing, and dance');
});

dbTest('two rows that say different things under one id are not both right', async (town) => {
  const { folder, ctx } = await start(town);
  const path = listIn(folder, 'list.csv', heading, lantern, 'GB-CHC-1090095,LANTERN CIO,,');

  const result = await takeIn(ctx, 'organisations', [path], { folder });

  expect(result).toMatchObject({ new: 1, rejected: 1 });
  expect(textOf(result.rejectsFile)).toContain('Line 2 says something else of GB-CHC-1090095.');
  expect(await names(town)).toEqual(['LANTERN TRUST']);
});

dbTest('a dry run tells everything and writes nothing', async (town) => {
  const { folder, ctx } = await start(town);
  const path = listIn(folder, 'list.csv', heading, lantern, lantern, ',,,');
  const before = await everything(town);

  const result = await takeIn(ctx, 'organisations', [path], { folder, dry: true });

  expect(result).toMatchObject({ read: 3, new: 1, unchanged: 1, rejected: 1, rejectsFile: null });
  expect(await everything(town)).toEqual(before);
  expect(await town.owner.selectFrom('interchange.import').selectAll().execute()).toEqual([]);
});

dbTest('another list that knows the same number adds to the record and takes nothing over', async (town) => {
  const { folder, ctx } = await start(town);
  await takeIn(ctx, 'organisations', [listIn(folder, 'a.csv', heading, lantern)], { folder });
  const other = listIn(
    folder,
    'b.csv',
    'reg_number,name,activities,web',
    '1090095,The Lantern,Tea,lantern.example',
  );

  const result = await takeIn(ctx, 'organisations', [other], { folder, source: 'Second list' });

  expect(result).toMatchObject({ read: 1, new: 0, matched: 1 });
  const record = await town.owner
    .selectFrom('register.organisation')
    .select(['name', 'summary', 'website'])
    .executeTakeFirstOrThrow();
  expect(record).toEqual({
    name: 'LANTERN TRUST',
    summary: 'Lunch on Tuesdays.',
    website: 'https://lantern.example',
  });
  const sources = await town.owner.selectFrom('register.source').select(['source', 'fields']).execute();
  expect(sources).toContainEqual({ source: 'Second list', fields: ['website'] });
});

dbTest('a new edition of a list renews what still stands as the list gave it', async (town) => {
  const { folder, ctx } = await start(town);
  await takeIn(ctx, 'organisations', [listIn(folder, 'a.csv', heading, lantern)], { folder });
  await town.owner
    .updateTable('register.source')
    .set({ fields: ['name', 'state'] })
    .execute();
  const edition = listIn(folder, 'b.csv', heading, 'GB-CHC-1090095,LANTERN CIO,AV3 4QT,Something else.');

  const result = await takeIn(ctx, 'organisations', [edition], { folder });

  expect(result).toMatchObject({ changed: 1 });
  const record = await town.owner
    .selectFrom('register.organisation')
    .select(['name', 'summary'])
    .executeTakeFirstOrThrow();
  expect(record).toEqual({ name: 'LANTERN CIO', summary: 'Lunch on Tuesdays.' });
  expect(await otherNames(town)).toEqual([{ name: 'LANTERN TRUST', kind: 'old' }]);
});

dbTest('a record that somebody claimed is theirs', async (town) => {
  const { folder, ctx } = await start(town);
  await takeIn(ctx, 'organisations', [listIn(folder, 'a.csv', heading, lantern)], { folder });
  await town.owner.updateTable('register.organisation').set({ claimed: true }).execute();
  const edition = listIn(folder, 'b.csv', heading, 'GB-CHC-1090095,LANTERN TRUST,,Something else.');

  const result = await takeIn(ctx, 'organisations', [edition], { folder });

  expect(result).toMatchObject({ changed: 0, unchanged: 1 });
});

dbTest('a list of small groups without numbers is known again by name and place', async (town) => {
  const { folder, ctx } = await start(town);
  const path = listIn(folder, 'aid.csv', 'name,location,lat,lng', 'Street Aid,Eastlock,51.5,-2.5');
  await takeIn(ctx, 'organisations', [path], { folder });

  const again = await takeIn(ctx, 'organisations', [path], { folder });

  expect(again).toMatchObject({ new: 0, unchanged: 1 });
  const place = await town.owner
    .selectFrom('register.location')
    .select(['address', 'shown', 'lat'])
    .executeTakeFirstOrThrow();
  expect(place).toEqual({ address: 'Eastlock', shown: 'area', lat: 51.5 });
});

dbTest('branches find the parent that stands below them', async (town) => {
  const { folder, ctx } = await start(town);
  const path = listIn(folder, 'list.csv', 'id,name,parent', 'b,Branch,p', 'p,Parent,');

  await takeIn(ctx, 'organisations', [path], { folder });

  const branch = await town.owner
    .selectFrom('register.organisation as one')
    .innerJoin('register.organisation as parent', 'parent.id', 'one.parent_id')
    .select(['one.name', 'parent.name as parent'])
    .execute();
  expect(branch).toEqual([{ name: 'Branch', parent: 'Parent' }]);
});

async function start(town: Town) {
  await networkFor(town.jobCtx);
  return { folder: folderOfLists(), ctx: town.jobCtx };
}

async function names({ owner }: Town): Promise<string[]> {
  const rows = await owner.selectFrom('register.organisation').select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}

function otherNames({ owner }: Town) {
  return owner.selectFrom('register.organisation_name').select(['name', 'kind']).execute();
}

/** All that an import may touch, with its times. */
async function everything({ owner }: Town) {
  return {
    organisations: await owner.selectFrom('register.organisation').selectAll().orderBy('id').execute(),
    names: await owner.selectFrom('register.organisation_name').selectAll().execute(),
    places: await owner.selectFrom('register.location').selectAll().orderBy('id').execute(),
    sources: await owner.selectFrom('register.source').selectAll().orderBy('source_id').execute(),
    events: await owner.selectFrom('platform.event').select('name').orderBy('id').execute(),
  };
}
