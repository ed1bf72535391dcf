import { expect } from 'vitest';
import { dbTest, type Town } from '../test/helpers/db.ts';
import { fillWhenEmpty } from './first-filling.ts';
import { readConfig } from './platform/config.ts';
import { refuseStrongLogin } from './platform/db/logins.ts';
import { openDatabase } from './platform/db/open.ts';
import { networkWords } from './platform/http/context.ts';

dbTest('an empty database becomes a bare network with a hub when that is asked for', async (town) => {
  await fill(town, { JOINERY_NETWORK: 'empty' });
  await fill(town, { JOINERY_NETWORK: 'empty' });

  const network = await town.owner.selectFrom('network.network').select(['name', 'practice']).execute();
  const bodies = await town.owner.selectFrom('register.organisation').select('kind').execute();
  expect(network).toEqual([{ name: 'A new network', practice: false }]);
  expect(bodies).toEqual([{ kind: 'hub' }]);
  const visitor = await town.browser();
  expect((await visitor.get('/')).status).toBe(200);
  expect((await visitor.get('/practice')).status).toBe(404);
});

dbTest('the sample network is not filled in at an address that others can reach', async (town) => {
  const filling = fill(town, { JOINERY_NETWORK: 'demo', PUBLIC_URL: 'https://vale.example' });

  await expect(filling).rejects.toThrow('for this machine only and cannot be at https://vale.example');
  expect(await town.owner.selectFrom('network.network').select('name').execute()).toEqual([]);
});

dbTest('a practice network does not open at such an address later either', async (town) => {
  await town.browser();

  const opening = fill(town, { JOINERY_NETWORK: 'empty', PUBLIC_URL: 'https://vale.example' });

  await expect(opening).rejects.toThrow('This is the practice network');
});

dbTest('pages are not served by a login that outranks the rules of rows', async ({ db, urls }) => {
  const owner = openDatabase(urls.owner, { max: 1 });

  await expect(refuseStrongLogin('DATABASE_URL', owner.open)).rejects.toThrow(
    'who may see every row whatever its rules',
  );
  await expect(refuseStrongLogin('DATABASE_URL', db.open)).resolves.toBeUndefined();
  await owner.close();
});

function fill(town: Town, env: Record<string, string>): Promise<void> {
  const { jobsSource, urls } = town;
  const words = networkWords(jobsSource);
  return fillWhenEmpty({ config: readConfig(env), jobsSource, words, urls }, () => undefined);
}
