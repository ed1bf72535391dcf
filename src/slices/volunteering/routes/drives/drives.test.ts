import { expect } from 'vitest';
import type { Client } from '../../../../../test/helpers/client.ts';
import { dayIn } from '../../../../../test/helpers/coming-days.ts';
import { dbTest, type Town } from '../../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../../test/helpers/two-boroughs.ts';
import { dee, jo, noor, publicGroup } from '../../../../../test/helpers/two-records.ts';

dbTest(
  'R25 a centre brings people and places together by numbers, and nothing goes out by itself',
  async (town) => {
    const { eastlock, home, roles } = await fair(town);
    const list = await home.get(`/centres/${eastlock}/drives`);
    const empty = await home.submit(list, 'make-drive', { title: 'Fair', on_day: dayIn(9) });
    const made = await home.submit(list, 'make-drive', {
      ...{ title: 'Winter fair', on_day: dayIn(9), places: '1', roles },
    });
    const twice = await home.submit(list, 'make-drive', { title: 'Again', on_day: dayIn(9), roles });
    const marek = await signedInAs(town, 'marek@post.example');
    const unready = await marek.submit(await marek.get(made.url), 'join-drive');
    await marek.submit(await marek.get('/volunteer'), 'say-wishes', {
      ...{ adult: 'yes', skills: ['Driving'], needs: ['ExpensesPaid'] },
    });
    const joined = await marek.submit(await marek.get(made.url), 'join-drive');

    expect(empty.problems.roles).toContain('Choose at least one role');
    expect(twice.h1).toBe('Winter fair');
    expect(unready.text).toContain('Say first what you would like to do');
    expect(joined.text).toContain('You are number 1');

    const counter = await home.get(made.url);
    const wrong = await home.submit(counter, 'add-at-counter', { age: 'old' });
    await home.submit(counter, 'add-at-counter', { skill: 'Driving' });
    await home.submit(counter, 'add-at-counter', { skill: 'Driving' });
    await home.submit(await home.get(made.url), 'add-at-counter', { age: '15' });
    const proposed = await home.submit(await home.get(made.url), 'propose');

    expect(wrong.problems.age).toContain('Write the age in figures');
    const people = proposed.list('drive-people').map((row) => row.text);
    expect(people).toHaveLength(3);
    expect(people[0]).toContain('Driver');
    expect(people[0]).toContain('uses what you can: driving');
    expect(people[1]).toContain('Caller');
    expect(people[2]).toContain('Nothing yet');
    expect(proposed.html).not.toContain('marek');
    expect((await marek.get(made.url)).text).toContain('Nothing is suggested to you yet');
    expect((await marek.get('/me')).text).not.toContain('Suggested to you');

    await home.submit(proposed, 'suggest');
    const late = await home.post(`${made.url}/propose`, {});
    expect((await marek.get(made.url)).text).toContain('The centre suggests to you: Driver');
    expect((await marek.get('/me')).text).toContain('Suggested to you');
    expect(late.status).toBe(409);
    const kept = await town.owner.selectFrom('volunteering.drive_entry').select('wishes').execute();
    expect(JSON.stringify(kept)).not.toContain('ExpensesPaid');
  },
);

dbTest('a drive is run by its centre alone', async (town) => {
  const { eastlock, home, roles } = await fair(town);
  const other = await signedInAs(town, jo);
  const list = await home.get(`/centres/${eastlock}/drives`);
  const { url } = await home.submit(list, 'make-drive', { title: 'Fair', on_day: dayIn(9), roles });
  await home.submit(await home.get(url), 'add-at-counter', { skill: 'Driving' });

  expect((await other.get(`/centres/${eastlock}/drives`)).status).toBe(403);
  expect((await other.get(url)).text).not.toContain('Number');
  expect((await other.post(`${url}/propose`, {})).status).toBe(404);
  expect((await other.post(`${url}/people`, {})).status).toBe(403);
  expect((await (await town.browser()).get(url)).status).toBe(401);
});

async function fair(town: Town) {
  const { eastlock } = await twoBoroughs(town);
  const group = await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
  const home = await signedInAs(town, dee);
  await home.submit(await home.get(`/organisations/${group}/trust`), 'trust-group', { reason: 'Good.' });
  const own = await signedInAs(town, noor);
  const urls = [
    await post(own, group, { title: 'Driver', skills: ['Driving'] }),
    await post(own, group, { title: 'Caller', skills: ['RadioUse'] }),
  ];
  return { eastlock, home, roles: urls.map((url) => url.split('/')[2] ?? '') };
}

async function post(browser: Client, group: string, values: Record<string, string | string[]>) {
  const page = await browser.get(`/organisations/${group}/new-role`);
  const said = { summary: 'Help.', cause: 'AntiPoverty', minimum_age: '18', times: ['TuesdayMorning'] };
  return (await browser.submit(page, 'post-role', { ...said, ...values })).url;
}
