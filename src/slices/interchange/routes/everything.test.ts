import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { ShownPage } from '../../../../test/helpers/client.ts';
import { dbTest } from '../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { busyThings } from '../../../../test/helpers/things.ts';

const admin = 'admin-of-a@things.example';

/** What is in an archive, by the name of the file in its folder. */
function filesIn({ bytes }: ShownPage): Record<string, string> {
  const files = Object.entries(unzipSync(bytes)).map(
    ([path, body]) => [path.replace(/^.*\//, ''), body] as const,
  );
  return Object.fromEntries(files.map(([name, body]) => [name, strFromU8(body)]));
}

dbTest('R142 an admin takes everything of the group with them, in files that others open', async (town) => {
  const { group } = await busyThings(town);
  await town.owner
    .updateTable('register.organisation')
    .set({ summary: '=cmd(1)', logo_alt: '' })
    .where('id', '=', group)
    .execute();
  const browser = await signedInAs(town, admin);
  const record = await browser.get(`/organisations/${group}`);
  const page = await browser.get(`/organisations/${group}/everything`);

  const archive = await browser.submit(page, 'take-everything');
  const files = filesIn(archive);

  expect(record.html).toContain(`/organisations/${group}/everything`);
  expect(archive.headers.get('content-type')).toBe('application/zip');
  expect(archive.headers.get('cache-control')).toBe('no-store');
  expect(archive.headers.get('content-disposition')).toMatch(
    /filename="tansy-street-kitchen-[\d-]{10}\.zip"/,
  );
  expect(Object.keys(files).sort()).toEqual(
    ['READ-ME.txt', 'everything.json', ...page.list('owned').map(({ id }) => `${id}.csv`)].sort(),
  );
  expect(files['organisation.csv']).toContain(`,'=cmd(1),`);
  expect(files['places.csv']).toContain('hidden');
  expect(files['people.csv']?.split('\r\n')).toHaveLength(5);
  expect(files['people.csv']).toContain('member-of-a@things.example');
  expect(files['invitations.csv']).toContain('guest@things.example');
  expect(files['support-you-had.csv']).toContain('for group_too');
  expect(files['READ-ME.txt']).toContain('people.csv (3 rows): Who has, or had, a place with you');
  const all = JSON.parse(files['everything.json'] ?? '');
  expect(all.tables.people.rows).toHaveLength(3);
  expect(all.organisation).toEqual({ id: group, name: 'Tansy Street Kitchen' });
});

dbTest(
  'R142 nothing of others goes along: no private entry, no mailbox of a stranger, no secret',
  async (town) => {
    const there = await busyThings(town);
    const browser = await signedInAs(town, admin);

    const archive = await browser.post(`/organisations/${there.group}/everything`);

    const text = Object.values(filesIn(archive)).join('\n');
    expect(text).not.toContain('for own_centre');
    expect(text).not.toContain('for all_centres');
    expect(text).not.toContain('passer-by@');
    expect(text).not.toContain('token_hash');
    const [taken] = await town.owner
      .selectFrom('platform.event')
      .select(['actor_person_id', 'payload'])
      .where('name', '=', 'interchange.everything_taken')
      .execute();
    expect(taken?.actor_person_id).toBe(there.people['admin of A']);
    expect(taken?.payload).toMatchObject({ organisationId: there.group });
  },
);

dbTest('R142 a centre takes its own work with it, and nobody takes what is not theirs', async (town) => {
  const { group, centres } = await busyThings(town);
  const at = (id: string) => `/organisations/${id}/everything`;
  const centre = await signedInAs(town, 'centre-admin@things.example');

  const page = await centre.get(at(centres.eastlock));
  const files = filesIn(await centre.submit(page, 'take-everything'));

  expect(files['support-you-gave.csv']).toContain('for own_centre');
  expect(files['records-you-vouch-for.csv']).toContain('Tansy Street Kitchen');
  expect(files['answers-you-gave.csv']).toContain('Lamp Walkers');
  const others = ['member-of-a', 'admin-of-b', 'centre-admin'].map((name) => `${name}@things.example`);
  for (const who of [...others, 'coordinator@practice.example']) {
    const browser = await signedInAs(town, who);
    expect([who, (await browser.get(at(group))).status]).toEqual([who, 403]);
    expect([who, (await browser.post(at(group))).status]).toEqual([who, 403]);
  }
  const visitor = await town.browser();
  expect([(await visitor.get(at(group))).status, (await visitor.post(at(group))).status]).toEqual([401, 401]);
});
