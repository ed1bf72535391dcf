import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Town } from '../../../../test/helpers/db.ts';
import { demoTest } from '../../../../test/helpers/demo-town.ts';

interface Sample {
  postcode: string;
  centre: string;
  own: boolean;
}

/** A postcode of each borough, and the centre that answers there. */
async function onePerBorough({ owner }: Town): Promise<Sample[]> {
  const { rows } = await sql<Sample>`
    select distinct on (area_code) postcode, centre_name as centre, own
    from areas.postcode join register.centre_cover using (area_code)
    order by area_code, md5(postcode)`.execute(owner);
  return rows;
}

demoTest('R122 from the front page a postcode of any borough leads to its centre', async (town) => {
  const visitor = await town.browser();
  const front = await visitor.get('/');
  const samples = await onePerBorough(town);

  const answers = await Promise.all(
    samples.map(async ({ postcode }) => {
      const { root } = await visitor.submit(front, 'search', { near: postcode });
      const said = root.querySelector('[data-centre]');
      const own = !said?.text.includes('its neighbour answers for it');
      return { postcode, centre: said?.getAttribute('data-centre'), own };
    }),
  );

  expect(samples.length).toBeGreaterThan(10);
  expect(samples.filter(({ own }) => !own).length).toBeGreaterThan(0);
  expect(answers).toEqual(samples);
});

demoTest(
  'R122 every borough, with a centre or without, says on its own page who answers for it',
  async (town) => {
    const visitor = await town.browser();
    const { rows } = await sql<{ code: string; centre: string | null }>`
    select area.code, centre_name as centre from areas.area left join register.centre_cover on area_code = area.code
    where level = 'borough'`.execute(town.owner);

    const silent = await Promise.all(
      rows.map(async ({ code, centre }) => {
        const { text } = await visitor.get(`/areas/${code}`);
        return text.includes(centre ?? 'hub') ? [] : [code];
      }),
    );

    expect(silent.flat()).toEqual([]);
  },
);
