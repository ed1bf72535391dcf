import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dayIn } from '../../../../test/helpers/coming-days.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { dee, noor, publicGroup } from '../../../../test/helpers/two-records.ts';
import { londonTime } from '../../../platform/dates.ts';
import { endRoles, warnOfEnd } from '../actions/moving.ts';

const driver = {
  ...{ title: 'Driver', summary: 'Bring parcels.', cause: 'AntiPoverty', minimum_age: '18' },
  ...{ times: ['TuesdayMorning'] },
};

dbTest('R21 a role added in one borough is found from the next one at once, borders or not', async (town) => {
  const { home, group, stranger } = await trusted(town);

  await post(home, group, {});

  const near = await stranger.get('/roles?near=AV2+1BD');
  const search = await stranger.get('/search?q=driver&near=AV2+1BD&kind=role');
  const embedded = await stranger.get('/embed/search?near=AV2+1BD&kind=role');
  expect(near.list('roles')[0]?.text).toContain('Driver');
  expect(near.list('roles')[0]?.text).toContain('miles');
  expect(search.list('results')[0]?.text).toContain('Volunteering role');
  expect(embedded.text).toContain('Driver');
  expect((await stranger.get('/roles')).list('roles')[0]?.text).toContain('Tuesday morning');
});

dbTest('R21 a role for one borough is found from there only, and is in no search or feed', async (town) => {
  const { home, group, stranger } = await trusted(town);

  const silent = await post(home, group, { share: 'borough' });
  const nowhere = await post(home, group, { share: 'sub_region', share_reason: 'Far.' });
  const posted = await post(home, group, { share: 'borough', share_reason: 'It is done on foot.' });

  expect(silent.problems.share_reason).toContain('Say why not everybody may find it');
  expect(nowhere.problems.share).toContain('no parts of the region here');
  expect((await stranger.get('/roles?near=AV3+4QT')).list('roles')).toHaveLength(1);
  expect((await stranger.get('/roles?near=AV2+1BD')).text).toContain('There is no such role now.');
  expect((await stranger.get('/roles')).text).toContain('There is no such role now.');
  expect((await stranger.get('/search?q=driver')).text).not.toContain('Bring parcels.');
  expect((await stranger.get('/volunteering.jsonld')).body).not.toContain('Bring parcels.');
  expect((await stranger.get(posted.url)).status).toBe(200);
});

dbTest('R29 C4-J3 somebody of 15 sees only roles open to 15', async (town) => {
  const { home, group, stranger } = await trusted(town);
  await post(home, group, {});
  await post(home, group, { title: 'Young helper', minimum_age: '14', young_ready: 'yes' });
  await post(home, group, { title: 'Young guide', minimum_age: '13', maximum_age: '14', young_ready: 'yes' });

  const fifteen = await stranger.get('/roles?age=15');
  const forty = await stranger.get('/roles?age=40');
  const wrong = await stranger.get('/roles?age=old');
  const born = await stranger.get(`/roles?age=${dayIn(-15 * 366)}`);
  const youth = await stranger.get('/roles/young');

  expect(titles(fifteen)).toEqual(['Young helper']);
  expect(fifteen.text).toContain('Only roles open to somebody of 15.');
  expect(titles(forty).sort()).toEqual(['Driver', 'Young helper']);
  expect(wrong.text).toContain('That is no age');
  expect([titles(born), born.url]).toEqual([['Young helper'], '/roles?age=15']);
  expect(youth.text).toContain('2 live roles are open to somebody under 18. 2 boroughs have none yet.');
  expect(youth.list('youth-coverage').map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/^Eastlock .*2 .*2 .*13/),
  );
  expect(titles(wrong)).toHaveLength(3);
});

dbTest('roles are found by cause and by time, those with days of their own too', async (town) => {
  const { home, group, stranger } = await trusted(town);
  await post(home, group, {});
  await post(home, group, { title: 'Walker', cause: 'Environment', times: ['SundayEvening'] });
  await post(home, group, {
    ...{ title: 'Steward', times: [], on_day: comingSaturday(), begins: '10', ends: '15' },
  });
  await post(home, group, { title: 'Caller', times: [], place: 'home' });

  const by = async (query: string) => titles(await stranger.get(`/roles?${query}`)).sort();
  expect(await by('cause=Environment')).toEqual(['Walker']);
  expect(await by('when=weekday_daytime')).toEqual(['Driver']);
  expect(await by('when=weekend')).toEqual(['Steward', 'Walker']);
  expect(await by('when=any')).toEqual(['Caller']);
  expect(await by('home=yes')).toEqual(['Caller']);
  expect(await by('when=weekday_evening')).toEqual([]);
  expect(await by('cause=Nonsense&near=nowhere')).toHaveLength(4);
});

dbTest('more roles than fit on a page are all found, each once', async (town) => {
  const { home, group, stranger } = await trusted(town);
  for (let at = 0; at < 23; at += 1) await post(home, group, { title: `Helper ${at}` });

  for (const query of ['', 'near=AV2+1BD']) {
    const first = await stranger.get(`/roles?${query}`);
    const next = first.root.querySelector('.pager a')?.getAttribute('href') ?? '';
    const second = await stranger.get(next);
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(23);
  }
});

dbTest('D3/3 a role ends by itself after its last day, and its group is told before', async (town) => {
  const { home, own, group, stranger } = await trusted(town);
  const { url } = await post(home, group, { until_day: dayIn(26) });
  const at = (days: number, hour: number) => ({ ...town.jobCtx, now: londonTime(dayIn(days), hour) });

  const early = await warnOfEnd(at(11, 10));
  const told = await warnOfEnd(at(12, 10));
  const twice = await warnOfEnd(at(13, 10));
  const onTheDay = await endRoles(at(26, 23));
  const after = await endRoles(at(27, 0.5));

  expect([early, told, twice, onTheDay, after]).toEqual([0, 1, 0, 0, 1]);
  const over = await stranger.get(url);
  expect([over.status, over.text]).toEqual([200, expect.stringContaining('This is over.')]);
  expect((await stranger.get('/search?q=driver')).text).not.toContain('Bring parcels.');
  const again = await own.get(`${url.split('/').slice(0, 3).join('/')}/again`);
  const posted = await own.submit(again, 'post-role', { summary: 'Bring parcels again.' });
  expect((await stranger.get(posted.url)).status).toBe(200);
});

dbTest('what a group is called or where it is shows in its roles, and closing it ends them', async (town) => {
  const { home, own, group, stranger } = await trusted(town);
  const { url } = await post(home, group, {});

  const edit = await own.get(`/organisations/${group}/edit`);
  await own.submit(edit, 'change-organisation', { name: 'Saffron Lunches', address_shown: 'hidden' });
  const found = await stranger.get('/search?q=driver&kind=role');
  const page = await stranger.get(url);
  const data = await stranger.get('/volunteering.jsonld');
  await own.post(`/organisations/${group}/state`, { to: 'closing', reason: 'We are tired.' });
  await own.post(`/organisations/${group}/state`, { to: 'closed', reason: 'We are tired.' });

  expect(found.list('results')[0]?.text).toContain('Saffron Lunches');
  expect(page.text).toContain('The address is not shown.');
  expect(data.body).not.toContain('Tansy Street');
  expect((await stranger.get(url)).status).toBe(404);
  expect((await stranger.get('/roles')).text).toContain('There is no such role now.');
  const left = await town.owner.selectFrom('volunteering.role').select(['state', 'state_reason']).execute();
  expect(left).toEqual([{ state: 'withdrawn', state_reason: 'The group has closed.' }]);
});

async function trusted(town: Town) {
  await twoBoroughs(town);
  const group = await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
  const [own, home] = [await signedInAs(town, noor), await signedInAs(town, dee)];
  await home.submit(await home.get(`/organisations/${group}/trust`), 'trust-group', { reason: 'Good.' });
  return { group, own, home, stranger: await town.browser() };
}

async function post(browser: Client, group: string, values: Record<string, string | string[]>) {
  const page = await browser.get(`/organisations/${group}/new-role`);
  return browser.submit(page, 'post-role', { ...driver, ...values });
}

function comingSaturday(): string {
  const days = Array.from({ length: 7 }, (_, ahead) => dayIn(ahead + 2));
  return days.find((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 6) ?? '';
}

type Shown = Awaited<ReturnType<Client['get']>>;

function titles(page: Shown): string[] {
  if (page.text.includes('There is no such role now.')) return [];
  return page.root.querySelectorAll('[data-list=roles] h3').map((heading) => heading.text);
}
