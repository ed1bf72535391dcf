import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { folderOfLists, networkFor, takeIn } from '../../../../test/helpers/lists.ts';

// Real lists, as their owners publish them. They are not ours to hand on, so they lie outside the project.
const shared = resolve(process.env.JOINERY_SHARED ?? '../shared', 'data');
const minutes = 60_000;

realTest(
  'real: charities, co-operatives and groups are taken in, and again without a change',
  async (town) => {
    const { take } = await start(town);

    const charities = await take('organisations', ['ukcat/top2000.csv'], 'UK-CAT');
    const local = await take('organisations', ['trafford/charities_operating_in_trafford.csv'], 'Trafford');
    const groups = await take('organisations', ['mutual-aid-groups/uk-mutual-aid-groups.csv'], 'Mutual aid');
    const again = await take('organisations', ['ukcat/top2000.csv'], 'UK-CAT');

    expect(charities).toMatchObject({ read: 1563, new: 1559, rejected: 4 });
    expect(local.new + local.matched).toBe(736);
    expect(groups).toMatchObject({ read: 4199, rejected: 0 });
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 1559, rejected: 4 });
  },
);

realTest('real: a list without names is given back whole', async (town) => {
  const { take } = await start(town);

  const result = await take('organisations', ['ukcat/cics-icnptso.csv'], 'CICs');

  expect(result).toMatchObject({ read: 62_088, new: 0, rejected: 62_088 });
});

realTest('real: a directory of a borough is joined from its four files', async (town) => {
  const { take } = await start(town);

  const result = await take('services', ['hounslow-directory'], 'Hounslow');

  expect(result).toMatchObject({ read: 313 + 313 + 269 + 270, rejected: 1 });
  const services = await town.owner.selectFrom('register.service').select('id').execute();
  expect(services.length).toBe(313);
});

realTest(
  'real: councils stand under their regions with outlines of 2022 and names of today',
  async (town) => {
    const { take } = await start(town);
    const files = ['boundaries/geogALL2022UK.json', 'local-authorities/uk_local_authorities_current.csv'];

    const result = await take('areas', files, 'ONS, mySociety');

    expect(result).toMatchObject({ new: 4 + 9 + 361 });
    const without = await town.owner
      .selectFrom('areas.area')
      .select('name')
      .where('outline', 'is', null)
      .execute();
    expect(without).toEqual([]);
  },
);

if (process.env.FULL === '1') {
  realTest('real: every postcode of Great Britain is taken in', async (town) => {
    const { take } = await start(town);

    const result = await take('postcodes', ['postcodes-gb/postcodes-gb.csv.gz'], 'OS Code-Point Open');

    expect(result).toMatchObject({ read: 1_743_823, new: 1_743_823, rejected: 0 });
  });
}

function realTest(name: string, work: (town: Town) => Promise<void>): void {
  if (existsSync(shared)) dbTest(name, work, { timeout: 5 * minutes });
  else test.skip(name, () => undefined);
}

async function start(town: Town) {
  await networkFor(town.jobCtx);
  const folder = folderOfLists();
  return {
    take: (kind: Parameters<typeof takeIn>[1], files: readonly string[], source: string) =>
      takeIn(
        town.jobCtx,
        kind,
        files.map((file) => resolve(shared, file)),
        { folder, source },
      ),
  };
}
