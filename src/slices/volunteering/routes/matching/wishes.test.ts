import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Client, ShownPage } from '../../../../../test/helpers/client.ts';
import { dayIn } from '../../../../../test/helpers/coming-days.ts';
import { dbTest, now, type Town } from '../../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../../test/helpers/two-boroughs.ts';
import { dee, noor, publicGroup, ruth } from '../../../../../test/helpers/two-records.ts';
import { addDays, dayOf, londonTime } from '../../../../platform/dates.ts';
import { retain } from '../../../../platform/retain.ts';
import { matchEverybody } from '../../actions/matching/night.ts';
import { matchesFor } from '../../queries/matching/best.ts';
import { nextMatching, openRoles } from '../../queries/matching/night.ts';
import { bestOf } from '../../rules/matching/best-of.ts';
import { asWanted } from '../../rules/matching/wanted.ts';
import { noWishes, type Wishes } from '../../words/matching.ts';

const marek = 'marek@post.example';
const driver = {
  ...{ title: 'Driver', summary: 'Bring parcels.', cause: 'AntiPoverty', minimum_age: '18' },
  ...{ times: ['TuesdayMorning'], skills: ['Driving'] },
};

dbTest('R25 each match says why, and what matters most changes the order', async (town) => {
  const { home, group } = await trusted(town);
  await post(home, group, {});
  await post(home, group, { title: 'Walker', cause: 'Environment', times: ['MondayEvening'], skills: [] });
  await post(home, group, { title: 'Caller', times: [], place: 'home', skills: ['BasicITSkills'] });
  const own = await signedInAs(town, marek);

  const empty = await own.get('/volunteer/matches');
  const silent = await own.submit(await own.get('/volunteer'), 'say-wishes', { place: 'Atlantis' });
  const said = await own.submit(await own.get('/volunteer'), 'say-wishes', {
    ...{ place: 'AV2 1BD', miles: '3', adult: 'yes', causes: ['AntiPoverty'], skills: ['Driving'] },
    ...{ times: ['TuesdayMorning', 'MondayEvening', 'FridayEvening'], needs: ['PhysicalAccessibility'] },
  });
  const evenings = await own.submit(said, 'find-matches', { when: 'evenings' });
  const causeless = await own.get('/volunteer/matches?cause=0&skills=0&times=0&near=3');

  expect(empty.text).toContain('You have not said yet');
  expect(silent.problems.adult).toContain('Say whether you are 18 or over');
  expect(titles(said)).toEqual(['Driver', 'Caller', 'Walker']);
  expect(said.list('matches')[0]?.text).toContain(
    'Because: Tuesday morning, 0.2 miles, uses what you can: driving, it is for against poverty',
  );
  expect(said.list('matches')[0]?.text).toContain('so ask: Step-free');
  expect(titles(evenings)).toEqual(['Caller', 'Walker']);
  expect(evenings.list('matches')[1]?.text).toContain('Because: Monday evening');
  expect(titles(causeless)).toEqual(['Driver', 'Walker', 'Caller']);
  expect((await own.get('/me')).text).toContain('Roles that fit me');
});

dbTest('R25 what somebody said is theirs alone, kept coarse, and forgotten with one press', async (town) => {
  await trusted(town);
  const own = await signedInAs(town, marek);
  const page = await own.get('/volunteer');
  await own.submit(page, 'say-wishes', { adult: 'yes', place: 'av3 4qt', needs: ['ExpensesPaid'] });
  const kept = await town.owner.selectFrom('volunteering.volunteer').selectAll().executeTakeFirstOrThrow();

  const twice = await own.submit(page, 'say-wishes', { adult: 'yes', place: 'AV2' });
  const again = await own.submit(await own.get('/volunteer'), 'say-wishes', { miles: '5' });
  const worker = await signedInAs(town, dee);
  const theirs = await worker.get('/volunteer');
  const seen = await worker.get('/volunteer/matches');
  const data = await own.get('/me/data');

  expect(kept.place_name).toBe('AV3');
  expect([(kept.plane?.x ?? 1) % 500, (kept.plane?.y ?? 1) % 500]).toEqual([0, 0]);
  expect(twice.status).toBe(409);
  expect(again.status).toBe(200);
  const after = await town.owner.selectFrom('volunteering.volunteer').select(['plane', 'miles']).execute();
  expect(after).toEqual([{ plane: kept.plane, miles: 5 }]);
  expect(theirs.root.querySelector('input[name=place]')?.getAttribute('value')).toBe('');
  expect(seen.text).toContain('You have not said yet');
  expect(data.body).toContain('ExpensesPaid');
  const { rows } = await sql`select from platform.event where payload::text ~ 'AV3|Expenses'`.execute(
    town.owner,
  );
  expect(rows).toEqual([]);
  await own.submit(await own.get('/volunteer'), 'forget-wishes');
  expect(await town.owner.selectFrom('volunteering.volunteer').select('person_id').execute()).toEqual([]);
});

dbTest(
  'R29 C4-J3 under 18 only what is open at one’s age is matched, and turning 18 changes it',
  async (town) => {
    const { home, group } = await trusted(town);
    await post(home, group, {});
    await post(home, group, { title: 'Young helper', minimum_age: '14', young_ready: 'yes' });
    const own = await signedInAs(town, 'priya@post.example');

    const silent = await own.submit(await own.get('/volunteer'), 'say-wishes', { adult: 'no' });
    const fifteen = await own.submit(await own.get('/volunteer'), 'say-wishes', {
      ...{ adult: 'no', born_on: '2011-05-04' },
    });
    await town.owner.updateTable('volunteering.volunteer').set({ born_on: '2008-11-24' }).execute();
    const eighteen = await own.get('/volunteer/matches');
    await sql`update network.network set practice = false`.execute(town.owner);
    await retain(town.jobCtx);

    expect(silent.problems.born_on).toContain('Say when you were born');
    expect(titles(fifteen)).toEqual(['Young helper']);
    expect(titles(eighteen)).toEqual(['Driver', 'Young helper']);
    const kept = await town.owner.selectFrom('volunteering.volunteer').select(['adult', 'born_on']).execute();
    expect(kept).toEqual([{ adult: true, born_on: null }]);
  },
);

dbTest(
  'a role is matched while it is live and where it is shared, and the hub sets what counts',
  async (town) => {
    const { home, group, own: keeper } = await trusted(town);
    const { url } = await post(home, group, { share: 'borough', share_reason: 'It is done on foot.' });
    const [near, far] = [await signedInAs(town, marek), await signedInAs(town, 'ana@post.example')];
    const say = async (browser: Client, place: string) =>
      titles(await browser.submit(await browser.get('/volunteer'), 'say-wishes', { adult: 'yes', place }));

    expect(await say(near, 'AV3 4RB')).toEqual(['Driver']);
    expect(await say(far, 'AV2 1BD')).toEqual([]);
    const state = `${url.split('/').slice(0, 3).join('/')}/state`;
    await keeper.post(state, { to: 'paused', reason: 'The van is away.' });
    expect(titles(await near.get('/volunteer/matches'))).toEqual([]);
    await keeper.post(state, { to: 'live' });
    expect(titles(await near.get('/volunteer/matches'))).toEqual(['Driver']);

    const hub = await signedInAs(town, ruth);
    const wrong = await hub.submit(await hub.get('/roles/matching'), 'set-match-weights', { near: '11' });
    const set = await hub.submit(await hub.get('/roles/matching'), 'set-match-weights', { near: '7' });
    expect(wrong.problems.near).toContain('from 0 to 10');
    expect(set.text).toContain('7');
    expect((await near.get('/volunteer/matches')).text).toContain('nearness 7');
    expect((await near.post('/roles/matching', { near: '1' })).status).toBe(403);
  },
);

dbTest('the best by the database are the best by the rule, whatever is asked', async (town) => {
  const { group } = await trusted(town);
  await manyRoles(town, group, 400);
  const weights = { times: 3, near: 3, skills: 2, cause: 3, access: 4 };
  const roles = await openRoles(town.db.open, dayIn(0));
  const asked: Wishes[] = [
    noWishes,
    { ...noWishes, age: 15, times: ['MondayEvening'] },
    {
      ...{
        ...noWishes,
        causes: ['Environment', 'YouthAndChildren'],
        skills: ['Driving', 'MentoringVolunteers'],
      },
      ...{
        needs: ['WifiUsage', 'PhysicalAccessibility'],
        at: { x: 5000, y: 5000 },
        miles: 3,
        fromHome: false,
      },
    },
  ];

  for (const wishes of asked) {
    const found = await matchesFor(town.db.open, wishes, { weights, today: dayIn(0), limit: 20 });
    const best = bestOf(asWanted(wishes, weights), roles, 20);

    expect(found.map((one) => one.score)).toEqual(best.map((one) => expect.closeTo(one.score, 9)));
    expect(found).toHaveLength(20);
  }
});

dbTest(
  'at night everybody is matched once, a stopped night goes on, and new roles are told',
  async (town) => {
    const { home, group } = await trusted(town);
    await post(home, group, {});
    const own = await signedInAs(town, marek);
    await own.submit(await own.get('/volunteer'), 'say-wishes', { adult: 'yes' });
    const at = (days: number, hour: number) => londonTime(dayOf(addDays(now, days)), hour);
    const due = async (until: Date) => nextMatching(town.jobs.open, until);
    const begin = town.jobCtx.house.due.find(({ name }) => name === 'roles that fit people');

    expect(await due(now)).toEqual(now);
    await begin?.run(town.jobCtx);
    expect(await due(at(0, 23))).toBeUndefined();
    expect(await due(at(3, 5))).toEqual(at(3, 3.5));
    const stopped = matchEverybody(town.jobCtx, AbortSignal.abort());
    await expect(stopped).rejects.toThrow();
    expect(await matchEverybody(town.jobCtx)).toBe(1);
    expect(await matchEverybody(town.jobCtx)).toBe(0);
    expect((await own.get('/me')).text).toContain('1 new this week');
    expect((await own.get('/volunteer/matches')).list('matches')[0]?.text).toContain('New this week');
    const week = { ...town.jobCtx, now: addDays(now, 9) };
    await begin?.run(week);
    await matchEverybody(week);
    const kept = await town.owner.selectFrom('volunteering.match').select('found_at').execute();
    expect(kept).toEqual([{ found_at: now }]);
  },
);

async function trusted(town: Town) {
  await twoBoroughs(town);
  const group = await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
  const [own, home] = [await signedInAs(town, noor), await signedInAs(town, dee)];
  await home.submit(await home.get(`/organisations/${group}/trust`), 'trust-group', { reason: 'Good.' });
  return { group, own, home };
}

async function post(browser: Client, group: string, values: Record<string, string | string[]>) {
  const page = await browser.get(`/organisations/${group}/new-role`);
  return browser.submit(page, 'post-role', { ...driver, ...values });
}

/** Roles of all kinds, straight into the tables. */
async function manyRoles({ owner }: Town, group: string, count: number): Promise<void> {
  await sql`insert into volunteering.activity (id, organisation_id, title, summary, causes, place, created_at, changed_at)
    select gen_random_uuid(), ${group}, 'A', 'A.', '{Environment}', 'ours', ${now}, ${now}
    from generate_series(1, ${count})`.execute(owner);
  await sql`insert into volunteering.role (id, activity_id, organisation_id, title, summary, minimum_age, young_ready,
      dbs_level, dbs_reason, dbs_decided_at, until_day, state, state_since, live_at, created_at, changed_at)
    select id, id, organisation_id, 'R', 'R.', 18, true, 'none', 'None.', ${now}, ${dayIn(60)}, 'live', ${now}, ${now},
      ${now}, ${now} from volunteering.activity`.execute(owner);
  await sql`insert into volunteering.open_role select id, null, until_day, 5 + number % 20, 30 + number * 7 % 100,
      number % 9 = 0, case when number % 11 > 0 then number * 7919 % 10000 end, number * 104729 % 10000,
      number * 2654435761 % 35184372088832, number * 40503777 % 140737488355328, number * 131 % 32768,
      case when number % 5 > 0 then number * 7907 % 2097152 else 0 end,
      bit_count((number * 40503777 % 140737488355328)::bit(64))
    from (select *, row_number() over (order by id) as number from volunteering.role) as role
    where not exists (select from volunteering.open_role where role_id = role.id)`.execute(owner);
}

function titles(page: ShownPage): string[] {
  return page.root.querySelectorAll('[data-list=matches] h3').map((heading) => heading.text);
}
