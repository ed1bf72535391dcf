import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { folderOfLists, listIn, networkFor, takeIn } from '../../../../test/helpers/lists.ts';

const program = fileURLToPath(new URL('../../../../test/helpers/import-process.ts', import.meta.url));
const rows = 4000;

dbTest(
  'an import that is killed goes on where it was and ends as if nothing had happened',
  async (town) => {
    await networkFor(town.jobCtx);
    const folder = folderOfLists();
    const list = longList(folder);

    await killedAfterFirstBatch(town, list, folder);
    const stopped = await progress(town);
    const result = await takeIn(town.jobCtx, 'organisations', [list], { folder });

    expect(stopped.state).toBe('running');
    expect(stopped.read).toBeGreaterThan(0);
    expect(stopped.read).toBeLessThan(rows);
    expect(result).toMatchObject({ read: rows, new: rows - 40, rejected: 40 });
    expect(await state(town)).toEqual({
      organisations: rows - 40,
      documents: rows - 40,
      imports: 1,
      events: 8,
    });
  },
  { timeout: 60_000 },
);

dbTest('two processes do not take the same list at once', async (town) => {
  await networkFor(town.jobCtx);
  const folder = folderOfLists();
  const list = longList(folder);
  let isFirst = true;

  const taking = takeIn(town.jobCtx, 'organisations', [list], {
    folder,
    progress() {
      if (isFirst) void town.owner.updateTable('interchange.import').set({ rows_done: 7 }).execute();
      isFirst = false;
    },
  });

  await expect(taking).rejects.toMatchObject({ code: 'moved_elsewhere' });
});

/** Every hundredth row has no name. */
function longList(folder: string): string {
  const lines = Array.from({ length: rows }, (_, index) =>
    index % 100 === 99 ? `GB-CHC-${200_000 + index},` : `GB-CHC-${200_000 + index},Group ${index}`,
  );
  return listIn(folder, 'long.csv', 'org_id,name', ...lines);
}

async function killedAfterFirstBatch(town: Town, list: string, folder: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, town.urls.jobs, list, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function progress({ owner }: Town) {
  return owner.selectFrom('interchange.import').select(['state', 'read']).executeTakeFirstOrThrow();
}

async function state({ owner }: Town) {
  const count = async (table: 'register.organisation' | 'directory.document' | 'interchange.import') =>
    (await owner.selectFrom(table).select('id').execute()).length;
  const events = await owner
    .selectFrom('platform.event')
    .select('id')
    .where('name', '=', 'register.organisations_imported')
    .execute();
  return {
    organisations: await count('register.organisation'),
    documents: await count('directory.document'),
    imports: await count('interchange.import'),
    events: events.length,
  };
}
