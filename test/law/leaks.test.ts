import { sql } from 'kysely';
import { expect } from 'vitest';
import { toPlane } from '../../src/slices/areas/door.ts';
import { rebuildDocuments } from '../../src/slices/directory/actions/remake.ts';
import { bareApp, origin } from '../helpers/bare-app.ts';
import { everything, overwrite, type TextColumn, textColumns } from '../helpers/canary.ts';
import { dbTest, type Town } from '../helpers/db.ts';
import { registered } from '../helpers/register-story.ts';
import { busyThings, type Things } from '../helpers/things.ts';

/** Stands in every private field of group A, its centre and its people, each time followed by six letters. */
const marker = 'quillon-7e41-zx9';
/** Digits of where the hidden and the half shown place of A really are. */
const digits = ['60183947', '51738294', '67129453', '75904182'];

/** The names of two groups of A’s people that are not public, too. */
const privateWords = [marker, ...digits, 'Lamp Walkers', 'Crook and Co'];

for (const who of ['nobody', 'passer-by', 'admin of B', 'centre B'] as const) {
  dbTest(`T-LEAK nothing private of group A comes to ${who}, wherever they look`, async (town) => {
    const there = await privateTown(town);

    const answers = await everything(town, there, { who, asked: 'Tansy' });

    const leaks = answers.filter(({ body }) => privateWords.some((word) => body.includes(word)));
    expect(leaks.map(({ path }) => path)).toEqual([]);
    expect(
      answers.filter(({ status, body }) => status === 200 && body.includes('Tansy')).length,
    ).toBeGreaterThan(4);
  });
}

dbTest('T-LEAK its own people do see what is theirs, so the marker is really there', async (town) => {
  const there = await privateTown(town);

  const answers = await everything(town, there, { who: 'admin of A', asked: 'Tansy' });

  const shown = answers.filter(({ body }) => body.includes(marker)).map(({ path }) => path);
  expect(shown).toEqual(
    expect.arrayContaining([
      `/organisations/${there.group}/people`,
      `/organisations/${there.group}/edit`,
      `/suggestions/${there.suggestion}`,
      `/register/${there.draft}/where`,
    ]),
  );
});

dbTest('T-LEAK nothing is found by a word that stands in a private field only', async (town) => {
  await privateTown(town);
  const app = bareApp(town);

  const found = await app.request(`${origin}/api/v1/search?q=${marker}`);
  const offered = await app.request(`${origin}/api/v1/suggest?q=quillon`);

  expect(await found.json()).toMatchObject({ items: [], meta: { total: 0 } });
  expect(await offered.json()).toMatchObject({ items: [] });
});

dbTest(
  'T-LEAK a like name tells neither another centre nor a newcomer where a hidden group is',
  async (town) => {
    const { centres, people, otherGroup } = await busyThings(town);
    await sql`update register.organisation set name = 'Hens Club' where id = ${otherGroup}`.execute(
      town.owner,
    );
    const newcomer = await town.browser((await town.signedIn(people['passer-by'])).token);
    const { page, id } = await registered(newcomer, {
      who: { name: 'The Hens' },
      where: { postcode: 'AV3 4RB', areas: ['V01'] },
    });
    const centre = await town.browser((await town.signedIn(people['centre A'])).token);

    const compared = await centre.get(`/centres/${centres.eastlock}/registrations/${id}`);

    expect(page.status).toBe(200);
    expect(
      compared
        .list('like')
        .map((row) => row.text)
        .join(),
    ).toContain('Hens Club');
    expect(
      compared
        .list('like')
        .map((row) => row.text)
        .join(),
    ).not.toContain('AV3 4QT');
    expect(compared.text).not.toContain('a like name in');
  },
);

dbTest('T-LEAK what differs in a private field only is found in the very same bytes', async (town) => {
  await busyThings(town);
  await halfShownPlace(town);
  const queries = ['q=soup', 'q=Tansy&near=AV3+4QT', 'near=AV2+1BD', 'area=V01', 'kind=organisation'];
  const before = await searches(town, queries);

  await makePrivate(town);
  await rebuildDocuments(town.jobCtx);

  expect(await searches(town, queries)).toEqual(before);
  expect(before[1]).toContain('Tansy Street Kitchen');
});

async function privateTown(town: Town): Promise<Things> {
  const there = await busyThings(town);
  await halfShownPlace(town);
  await makePrivate(town);
  await rebuildDocuments(town.jobCtx);
  return there;
}

/** Every column that is not public says the marker, but for what belongs to B and the addresses that are shown. */
async function makePrivate({ owner }: Town): Promise<void> {
  const isOurWord = ({ table, column }: TextColumn) => table === 'platform.event' && column === 'name';
  const columns = (await textColumns(owner)).filter((one) => one.privacy !== 'public' && !isOurWord(one));
  const others = /of-b@|passer-by@|other-centre/;
  const people = await owner.selectFrom('people.person').select(['id', 'name', 'email']).execute();
  const shown = await owner
    .selectFrom('register.location')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['register.location.id', 'venue', 'address', 'postcode'])
    .where((q) => q.or([q('shown', '=', 'public'), q('name', '=', 'Hartlow Hens')]))
    .execute();

  for (const column of columns) await overwrite(owner, column, marker);

  for (const { id, ...was } of people.filter(({ email }) => others.test(email))) {
    await owner.updateTable('people.person').set(was).where('id', '=', id).execute();
  }
  for (const { id, ...was } of shown) {
    await owner.updateTable('register.location').set(was).where('id', '=', id).execute();
  }
  // What its centre wrote for all centres is theirs to read; what it wrote for itself keeps the marker.
  const open = { words: 'They want a bigger hall.', author_name: 'Pat', withdrawn_reason: '' };
  await owner.updateTable('support.entry').set(open).where('shown_to', '<>', 'own_centre').execute();
  await owner.updateTable('register.belonging').set({ reason: 'Meant for B, who asked.' }).execute();
  const answers = JSON.stringify({ name: marker, postcode: marker, your_name: marker });
  await sql`update register.draft set answers = ${answers}`.execute(owner);
  const told = JSON.stringify([{ question: marker, answer: marker }]);
  await sql`update register.centre_answer set told = ${told}`.execute(owner);
  const [hidden, half] = [
    sql`lat = 53.8660183947, lon = -4.7551738294`,
    sql`lat = 53.8612129453, lon = -4.7645904182,
    plane = plane + point(200, 300)`,
  ];
  await sql`update register.location set ${hidden} where shown = 'hidden'`.execute(owner);
  await sql`update register.location set ${half} where shown = 'area'`.execute(owner);
}

/** Group A shows its area and no more; the choir, which is public too, shows nothing. */
async function halfShownPlace({ owner, jobCtx }: Town): Promise<void> {
  const { x, y } = toPlane(53.866, -4.757);
  const corner = { x: Math.floor(x / 1000) * 1000, y: Math.floor(y / 1000) * 1000 };
  await sql`update register.location set shown = 'area', lat = 53.866, lon = -4.757,
      plane = point(${corner.x + 400}::float8, ${corner.y + 400}::float8),
      area_id = (select id from areas.area where code = 'V01')
    where organisation_id = (select id from register.organisation where name = 'Tansy Street Kitchen')`.execute(
    owner,
  );
  await rebuildDocuments(jobCtx);
}

async function searches(town: Town, queries: readonly string[]): Promise<string[]> {
  const app = bareApp(town);
  return Promise.all(
    ['/api/v1/search', '/search', '/map'].flatMap((path) =>
      queries.map(async (query) => (await app.request(`${origin}${path}?${query}`)).text()),
    ),
  );
}
