import { expect } from 'vitest';
import { dayIn, saturdayBeforeTheChange } from '../../../../test/helpers/coming-days.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { dee, noor, publicGroup } from '../../../../test/helpers/two-records.ts';

const steward = {
  ...{ title: 'Steward', summary: 'Show the way.', cause: 'LocalCommunity', minimum_age: '16' },
  ...{ young_ready: 'yes', times: ['SaturdayMorning'], duties: ['money'], requirements: ['Gloves'] },
};

dbTest('R21 the feed gives a role in the shape of the national standard, to everybody', async (town) => {
  const { visitor, group } = await posted(town);

  const answer = await visitor.get('/volunteering.jsonld');

  expect(answer.headers.get('content-type')).toContain('application/ld+json');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('etag')).toBeTruthy();
  expect(answer.json()).toMatchObject({
    conformsTo: 'https://ns.volunteeringdata.io/',
    license: 'OGL-UK-3.0',
    modified: dayIn(0),
    graph: [
      {
        type: 'Organisation',
        id: `http://localhost:3000/organisations/${group}`,
        cause: ['https://ns.volunteeringdata.io/LocalCommunity'],
        activity: [
          {
            title: 'Steward',
            publishStartDate: dayIn(0),
            role: [
              {
                ...{ title: 'Steward', minimumAge: 16, allowsRemoteParticipation: false },
                requirement: ['Gloves', 'DBSCheck'].map((term) => `https://ns.volunteeringdata.io/${term}`),
              },
            ],
            session: [{ location: [{ name: 'Tansy Street Hall', latitude: 53.863 }] }],
          },
        ],
      },
    ],
  });
});

dbTest('a day of its own is the same hour on the wall in winter and in summer', async (town) => {
  const { visitor, home, url } = await posted(town);
  const { day, noons } = saturdayBeforeTheChange();
  const page = await home.get(`${url.split('/').slice(0, 3).join('/')}/sessions`);
  await home.submit(page, 'add-session', { on_day: day, begins: '12', ends: '14', weeks: '2' });

  const { body } = await visitor.get('/volunteering.jsonld');

  const hours = [...body.matchAll(/T(\d\d):00:00\.000Z/g)].map((found) => Number(found[1]));
  expect(hours).toEqual(noons.flatMap((noon) => [noon, noon + 2]));
});

dbTest(
  'what is full, paused or over leaves the feed, and no name of a person is ever in it',
  async (town) => {
    const { visitor, home, url, group } = await posted(town);
    const before = await visitor.get('/volunteering.jsonld');
    await home.submit(await home.get(url), 'move-role', { to: 'full' });
    const after = await visitor.get('/volunteering.jsonld');

    expect(before.body).toContain('Steward');
    expect(before.body).not.toMatch(/Noor|noor@|01632|Pat centre/);
    expect(after.json()).toMatchObject({ graph: [] });
    expect((await visitor.get(`/organisations/${group}/volunteering.jsonld`)).json()).toMatchObject({
      graph: [],
    });
  },
);

dbTest('the feed of a centre has its groups’ roles, and one can ask for what is newer', async (town) => {
  const { visitor, eastlock, hartlow } = await posted(town);
  const of = async (path: string) => (await visitor.get(path)).body.includes('Steward');

  expect(await of(`/centres/${eastlock}/volunteering.jsonld`)).toBe(true);
  expect(await of(`/centres/${hartlow}/volunteering.jsonld`)).toBe(false);
  expect(await of(`/volunteering.jsonld?modified_after=${dayIn(2)}`)).toBe(false);
  expect(await of('/volunteering.jsonld?modified_after=2020-01-01')).toBe(true);
  expect(await of('/volunteering.jsonld?modified_after=soon')).toBe(true);
});

async function posted(town: Town) {
  const { eastlock, hartlow } = await twoBoroughs(town);
  const group = await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
  const home = await signedInAs(town, dee);
  const page = await home.get(`/organisations/${group}/new-role`);
  const { url } = await home.submit(page, 'post-role', steward);
  return { group, home, url, eastlock, hartlow, visitor: await town.browser() };
}
