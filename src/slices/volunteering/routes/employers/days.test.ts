import { expect } from 'vitest';
import type { Client, ShownPage } from '../../../../../test/helpers/client.ts';
import { dayIn } from '../../../../../test/helpers/coming-days.ts';
import { dbTest, type Town } from '../../../../../test/helpers/db.ts';
import { mailTo, signedInAs } from '../../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../../test/helpers/two-boroughs.ts';
import { dee, noor, publicGroup, sam } from '../../../../../test/helpers/two-records.ts';
import { londonTime } from '../../../../platform/dates.ts';
import { loadAreas } from '../../../areas/door.ts';
import { endDays } from '../../actions/employers/hosting.ts';

const kasia = 'kasia@mill.example';

dbTest(
  'C2-J6 R28 thirty people are split over two boroughs, at an agreed cost, and both sides say how it was',
  async (town) => {
    const { bakery, home, boss, lunch, table } = await mill(town);

    const list = await boss.get(`/organisations/${bakery}/new-employer-day`);
    const wrong = await boss.submit(list, 'ask-for-day', { title: 'Bakers', size: 'many', budget: 'lots' });
    const asked = await boss.submit(list, 'ask-for-day', {
      ...{ title: 'Thirty bakers', size: '30', on_day: dayIn(30), budget: '200' },
    });
    await boss.submit(list, 'ask-for-day', { title: 'Twice', size: '3', on_day: dayIn(30) });
    const centre = await home.get((await home.get('/inbox')).list('inbox')[0]?.href ?? '');

    expect(wrong.problems.size).toContain('like 30');
    expect(wrong.problems.budget).toContain('in pounds');
    expect(asked.text).toContain('£200');
    expect(centre.h1).toBe('Thirty bakers');
    expect((await home.get('/employer-days')).list('employer-days')).toHaveLength(1);

    const short = await offer(lunch, asked.url, { places: '18', cost_each: '4.5' });
    await offer(lunch, asked.url, { places: '18', cost_each: '4.50' });
    await offer(table, asked.url, { places: '12', cost_each: '5' });
    const tooSoon = await boss.get(asked.url);
    for (const one of [lunch, table]) {
      await one.submit(await one.get(asked.url), 'check-risk', { risk_words: 'Heat, lifting, first aid.' });
    }
    const turn = await boss.get('/inbox');
    const page = await boss.get(asked.url);
    const [first, second] = placesFields(page);
    const over = await boss.submit(page, 'agree-day', { [first]: '18', [second]: '13' });
    const agreed = await boss.submit(await boss.get(asked.url), 'agree-day', {
      [first]: '18',
      [second]: '12',
    });

    expect(short.problems.cost_each).toContain('in pounds');
    expect(tooSoon.hasForm('agree-day')).toBe(false);
    expect(turn.text).toContain('Thirty bakers');
    expect(Object.values(over.problems).join()).toContain('can take 12');
    expect(agreed.text).toContain('All 30 places are agreed');
    expect(agreed.text).toContain('£141');
    expect((await home.get('/inbox')).text).not.toContain('Thirty bakers');

    const early = await endDays({ ...town.jobCtx, now: londonTime(dayIn(30), 23) });
    await endDays({ ...town.jobCtx, now: londonTime(dayIn(31), 1) });
    for (let place = 0; place < 2; place += 1) {
      await boss.submit(await boss.get(asked.url), 'judge-as-employer', {
        useful: 'yes',
        words: 'We came back.',
      });
    }
    const silent = await lunch.submit(await lunch.get(asked.url), 'judge-as-host', {});
    await lunch.submit(await lunch.get(asked.url), 'judge-as-host', { useful: 'yes' });
    const last = await table.submit(await table.get(asked.url), 'judge-as-host', {
      useful: 'no',
      words: 'Too many.',
    });

    expect(early).toBe(0);
    expect(silent.problems.useful).toContain('Say whether it was useful');
    expect(last.text).toContain('This is over');
    expect(last.text).toContain('The group: not useful. “Too many.”');
    const open = await town.owner
      .selectFrom('loops.loop')
      .select('kind')
      .where('ended_at', 'is', null)
      .execute();
    expect(open).toEqual([]);
    expect((await mailTo(town, noor)).map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['How was it? Thirty bakers', 'Your places are taken: Thirty bakers']),
    );
  },
);

dbTest('C2-J6 goes wrong: a host is not ready, and its places go to the waiting list', async (town) => {
  const { url, boss, lunch, table } = await agreedDay(town, 30);

  const silent = await lunch.submit(await lunch.get(url), 'say-not-ready', {});
  const said = await lunch.submit(await lunch.get(url), 'say-not-ready', { reason: 'The oven is broken.' });
  const again = await boss.get(url);
  const inbox = await boss.get('/inbox');
  const [only] = placesFields(again);
  const agreed = await boss.submit(again, 'agree-day', { [only]: '12', enough: 'yes' });

  expect(silent.problems.reason).toContain('Say why');
  expect(said.text).toContain('“The oven is broken.”');
  expect(again.text).toContain('Not ready');
  expect(inbox.text).toContain('Thirty bakers');
  expect(agreed.text).toContain('All 12 places are agreed');
  expect((await mailTo(town, kasia)).map(({ subject }) => subject)).toContain(
    'Saffron Street Lunch Club is not ready: Thirty bakers',
  );
  expect((await table.get(url)).text).toContain('12 agreed');
});

dbTest('C2-J6 goes wrong: cancelled three days before, the agreed cost is still owed', async (town) => {
  const late = await agreedDay(town, 3);
  const silent = await late.boss.submit(await late.boss.get(late.url), 'cancel-day', {});
  const stale = await late.boss.get(late.url);
  const cancelled = await late.boss.submit(stale, 'cancel-day', { reason: 'A big order.' });
  const twice = await late.boss.submit(stale, 'cancel-day', { reason: 'A big order.' });
  const [free] = await agreedAt(town, late, 20);
  const early = await late.boss.submit(await late.boss.get(free), 'cancel-day', { reason: 'Snow.' });

  expect(silent.problems.reason).toContain('Say why');
  expect(cancelled.text).toContain('The agreed cost is still owed: £78');
  expect((await late.lunch.get(late.url)).text).toContain('still owed: £78');
  expect(twice.status).toBe(409);
  expect(early.text).toContain('nothing is owed');
});

dbTest('R28 a day is seen by its employer, by centres and by groups it is shared with', async (town) => {
  const { url, boss, lunch, home } = await agreedDay(town, 30);
  await loadAreas(town.jobCtx, [{ code: 'V90', name: 'Far', level: 'sub_region', parentCode: 'V00' }]);
  const { id } = await town.owner
    .selectFrom('areas.area')
    .select('id')
    .where('code', '=', 'V90')
    .executeTakeFirstOrThrow();
  await town.owner.updateTable('volunteering.employer_request').set({ area_id: id }).execute();
  const passer = await signedInAs(town, 'marek@post.example');

  expect((await passer.get(url)).status).toBe(404);
  expect((await lunch.get(url)).status).toBe(404);
  expect((await lunch.get('/employer-days')).text).toContain('No employer asks for a day now');
  expect((await home.get(url)).status).toBe(200);
  expect((await boss.get(url)).status).toBe(200);
  expect((await home.post(`${url}/cancel`, { reason: 'No.', version: '1' })).status).toBe(404);
});

interface Mill {
  bakery: string;
  home: Client;
  boss: Client;
  lunch: Client;
  table: Client;
}

async function mill(town: Town): Promise<Mill> {
  await twoBoroughs(town);
  const bakery = await publicGroup(town, kasia, { name: 'Tenter Mill Bakery' });
  await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
  await publicGroup(town, sam, { name: 'Tuesday Table' }, { phone: '01632 960177' });
  await town.owner
    .updateTable('register.organisation')
    .set({ kind: 'business' })
    .where('id', '=', bakery)
    .execute();
  return {
    ...{ bakery, home: await signedInAs(town, dee), boss: await signedInAs(town, kasia) },
    ...{ lunch: await signedInAs(town, noor), table: await signedInAs(town, sam) },
  };
}

async function offer(browser: Client, url: string, values: Record<string, string>): Promise<ShownPage> {
  return browser.submit(await browser.get(url), 'offer-places', { words: 'Ann meets you.', ...values });
}

async function agreedDay(town: Town, days: number): Promise<Mill & { url: string }> {
  const made = await mill(town);
  const [url] = await agreedAt(town, made, days);
  return { ...made, url };
}

async function agreedAt(_town: Town, { bakery, boss, lunch, table }: Mill, days: number): Promise<[string]> {
  const asked = await boss.submit(
    await boss.get(`/organisations/${bakery}/new-employer-day`),
    'ask-for-day',
    {
      ...{ title: 'Thirty bakers', size: '18', on_day: dayIn(days) },
    },
  );
  await offer(lunch, asked.url, { places: '12', cost_each: '4' });
  await offer(table, asked.url, { places: '12', cost_each: '5' });
  for (const one of [lunch, table]) {
    await one.submit(await one.get(asked.url), 'check-risk', { risk_words: 'Heat.' });
  }
  const page = await boss.get(asked.url);
  const [first, second] = placesFields(page);
  await boss.submit(page, 'agree-day', { [first]: '12', [second]: '6' });
  return [asked.url];
}

/** The fields for the places, in the order of the offers. */
function placesFields(page: ShownPage): [string, string] {
  const names = [...page.html.matchAll(/name="(places_[^"]+)"/g)].map((found) => found[1] ?? '');
  return [names[0] ?? '', names[1] ?? ''];
}
