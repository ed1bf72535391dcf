import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { dayIn } from '../../../../test/helpers/coming-days.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { scratch } from '../../../../test/helpers/scratch.ts';
import { twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { noor, publicGroup } from '../../../../test/helpers/two-records.ts';
import { importList } from '../door.ts';

const own = {
  graph: [
    {
      ...{ type: 'Organisation', id: 'https://vol.example/o/1', name: 'saffron street lunch club' },
      activity: [
        {
          ...{ id: 'https://vol.example/a/1', title: 'Lunch', description: 'A lunch. With company.' },
          cause: ['https://ns.volunteeringdata.io/OlderPeople', 'https://ns.volunteeringdata.io/Nonsense'],
          role: [
            {
              ...{ title: 'Cook', description: 'Cook for twenty. Bring a knife.', minimumAge: 16 },
              skill: ['https://ns.volunteeringdata.io/CooperativeWork'],
              applyLink: 'https://vol.example/r/1',
            },
            { title: 'Ours', description: 'Back again.', applyLink: 'http://localhost:3000/roles/1/x' },
          ],
          session: [
            {
              time: ['https://ns.volunteeringdata.io/TuesdayMorning'],
              location: [
                { name: 'Hall', address: 'Tansy Street, AV2 1BD', latitude: 53.864, longitude: -4.744 },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const older = [
  {
    ...{
      id: '7',
      label: 'Walker',
      description: 'Walk dogs.',
      organisation: 'G1',
      applylink: 'https://old.example/7',
    },
    session: [{ time: [{ begining: `${dayIn(20)}T09:00:00`, end: `${dayIn(20)}T11:00:00` }] }],
  },
  { id: '8', label: 'Past', description: 'Gone.', organisation: 'G1', endDate: '2020-01-01' },
  { id: '9', label: 'Alien', description: 'Of nobody.', organisation: { id: 'x', name: 'Nobody we know' } },
  {
    id: '10',
    label: '',
    title: '',
    description: 'Nameless.',
    organisation: 'G1',
    applyLink: 'https://old.example/10',
  },
  { id: 'G1', type: 'Organisation', name: 'Saffron Street Lunch Club' },
];

dbTest(
  'R21 roles of others come in, in both shapes, twice changes nothing, and ours stay ours',
  async (town) => {
    await twoBoroughs(town);
    await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
    const stranger = await town.browser();

    const first = await take(town, 'vol', own);
    const found = await stranger.get('/roles?near=AV2+1BD');
    const again = await take(town, 'vol', own);
    const changed = await take(town, 'vol', JSON.parse(JSON.stringify(own).replace('Cook for', 'Bake for')));
    const old = await take(town, 'old', older);
    const young = await stranger.get('/roles?age=16');

    expect(first).toMatchObject({ read: 2, new: 1, rejected: 1 });
    expect(found.list('roles')[0]?.text).toContain('Cook for twenty.');
    expect(found.list('roles')[0]?.text).toContain('Tuesday morning');
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
    expect(changed).toMatchObject({ new: 0, changed: 1 });
    expect(old).toMatchObject({ read: 3, new: 1, rejected: 2 });
    const reasons = await town.owner.selectFrom('interchange.reject').select('reason').execute();
    expect(reasons.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        'It is one of ours, come back through another list.',
        'Its last day is over.',
        expect.stringContaining('We know no public group called “Nobody we know”'),
      ]),
    );
    expect(young.text).toContain('There is no such role now.');
    const sources = await town.owner
      .selectFrom('volunteering.role_source')
      .select(['source', 'source_id'])
      .execute();
    expect(sources).toHaveLength(2);
    expect((await stranger.get('/search?q=walker&kind=role')).text).toContain('Walk dogs.');
  },
);

async function take(town: Town, source: string, list: unknown) {
  const folder = await mkdtemp(join(scratch(), 'roles-'));
  const path = join(folder, `${source}.json`);
  await writeFile(path, JSON.stringify(list));
  const done = await importList(town.jobCtx, {
    ...{ kind: 'roles', paths: [path], map: new Map(), source, dry: false, rejectsFolder: undefined },
    ...{ say: () => undefined, progress: () => undefined },
  });
  await rm(folder, { recursive: true });
  return done;
}
