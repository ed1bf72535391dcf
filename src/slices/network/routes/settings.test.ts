import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { coordinating, emptyNetwork, ruth } from '../../../../test/helpers/empty-network.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { pathIn } from '../../../../test/helpers/two-boroughs.ts';
import { invitePerson, organisationNamed } from '../../register/door.ts';

/** For so long every page believes the words around it. */
const wordsLastMs = 2100;

const named = {
  name: 'Ambry Vale Together',
  strapline: 'Find something good close to home',
  hub_name: 'Ambry Vale Hub',
  hub_phone: '01632 960100',
  hub_email: 'hub@ambryvale.example',
};

dbTest('C1-J1 whoever holds the link of the first start coordinates, once, and nobody else', async (town) => {
  const { link } = await emptyNetwork(town);
  const visitor = await town.browser();
  const first = await signedInAs(town, ruth);
  const second = await signedInAs(town, 'mallory@elsewhere.example');

  const unknown = await visitor.get(link);
  const invited = await first.get(link);
  const settings = await first.submit(invited, 'accept-invitation');
  const late = await second.get(link);
  const again = await second.post(link);

  expect(unknown.text).toContain('Sign in with your own e-mail address first');
  expect(invited.text).toContain(`You are signed in as ${ruth}`);
  expect(settings.h1).toBe('Set up the network');
  expect([late.status, again.status]).toEqual([410, 403]);
  expect((await second.get('/settings')).status).toBe(403);
  expect((await visitor.get('/settings')).status).toBe(401);
});

dbTest('C1-J1 a second link of a start ends where somebody coordinates already', async (town) => {
  const before = await emptyNetwork(town);
  const { link } = await emptyNetwork(town);
  const first = await signedInAs(town, ruth);

  expect((await first.get(before.link)).status).toBe(410);
  await first.submit(await first.get(link), 'accept-invitation');

  expect((await emptyNetwork(town)).link).toBe('');
});

dbTest(
  'C1-J1 until it is opened the front page says so kindly, and no search engine is let in',
  async (town) => {
    await coordinating(town);
    const visitor = await town.browser();

    const front = await visitor.get('/');
    const robots = await visitor.get('/robots.txt');

    expect(front.h1).toBe('A new network is being set up');
    expect(front.text).toContain('It is not open yet. Were you invited?');
    expect(front.html).toContain('<meta name="robots" content="noindex"');
    expect(robots.body).toBe('User-agent: *\nDisallow: /\n');
    expect(await visitor.deadLinks()).toEqual([]);
  },
);

dbTest('a network without anything in it says so, and asks nobody for other words', async (town) => {
  const ruth = await coordinating(town);

  const search = await (await town.browser()).get('/search');
  const hub = await ruth.get('/hub');

  expect(search.text).toContain('Nothing is published yet. The first groups are being asked.');
  expect(search.text).not.toContain('Try');
  expect(hub.text).not.toContain('The centres this morning');
});

dbTest('C1-J1 the link of a start is over once somebody coordinates by an invitation', async (town) => {
  const { link } = await emptyNetwork(town);
  const hub = await organisationNamed(town.jobs.open, '');
  const invited = await invitePerson(town.jobCtx, hub.id, { email: ruth, role: 'coordinator' });
  const first = await signedInAs(town, ruth);
  await first.submit(await first.get(pathIn(invited, '/invitations/')), 'accept-invitation');
  const other = await signedInAs(town, 'mallory@elsewhere.example');

  const late = await other.post(link);

  expect(late.status).toBe(410);
  expect((await other.get('/settings')).status).toBe(403);
});

dbTest('C1-J1 the front door does not open before anybody can be helped', async (town) => {
  const coordinator = await coordinating(town);

  const page = await coordinator.get('/settings/doors');
  const refused = await coordinator.submit(page, 'open-doors');

  expect(refused.status).toBe(409);
  expect(refused.alert).toContain('The front door stays closed until this is done: name and contact');
});

dbTest('R129 the coordinator says who the network is, and every page says it', async (town) => {
  const coordinator = await coordinating(town);

  const wrong = await coordinator.submit(await coordinator.get('/settings/name'), 'name-network', {
    ...named,
    hub_phone: '12',
  });
  const settings = await coordinator.submit(wrong, 'name-network', named);

  expect(wrong.status).toBe(422);
  expect(wrong.problems.hub_phone).toContain('like 01632 960144');
  expect(wrong.form('name-network').values.name).toBe('Ambry Vale Together');
  expect(settings.list('setup')[0]?.text).toContain('Ambry Vale Together, 01632 960100');
  expect(settings.list('changes')[0]?.text).toMatch(
    /^Changed: name of the network.*telephone.*ruth@hub\.example/,
  );
  const hub = await town.owner
    .selectFrom('register.organisation')
    .select(['name', 'phone', 'email'])
    .where('kind', '=', 'hub')
    .executeTakeFirstOrThrow();
  expect(hub).toEqual({
    name: 'Ambry Vale Hub',
    phone: '01632 960100',
    email: 'hub@ambryvale.example',
  });
});

dbTest('R11 the promise and the clocks of the settings are those that the pages tell', async (town) => {
  const coordinator = await coordinating(town);
  const page = await coordinator.get('/settings/promise');

  const wrong = await coordinator.submit(page, 'set-promise', { check_old_months: '6' });
  await coordinator.submit(wrong, 'set-promise', {
    promise: 'You hear back within four working days.\nNobody gets lost.',
    registration_answer_days: '4',
    check_old_months: '9',
  });

  expect(wrong.problems.check_old_months).toContain('Write a larger number.');
  const expectations = await coordinator.get('/what-to-expect');
  expect(expectations.text).toContain('A centre answers a new group within 4 working days.');
  expect(expectations.text).toContain('Nobody gets lost.');
});

dbTest('whoever saves a setting second is shown what the first one wrote', async (town) => {
  const coordinator = await coordinating(town);
  const before = await coordinator.get('/settings/words');
  await coordinator.submit(before, 'set-words', { welcome: 'Come in.' });

  const stale = await coordinator.submit(before, 'set-words', { welcome: 'Welcome all.' });
  const saved = await coordinator.submit(stale, 'set-words', {});

  expect(stale.status).toBe(409);
  expect(stale.text).toMatch(/There now.*Come in\..*Welcome all\./);
  expect(saved.status).toBe(200);
  const { welcome } = await town.owner
    .selectFrom('network.network')
    .select('welcome')
    .executeTakeFirstOrThrow();
  expect(welcome).toBe('Welcome all.');
});

dbTest('the licence of public data is the one that was chosen', async (town) => {
  const coordinator = await coordinating(town);

  await coordinator.submit(await coordinator.get('/settings/licence'), 'set-licence', {
    data_licence: 'CC-BY-4.0',
  });

  expect((await coordinator.get('/open-data')).text).toContain('Creative Commons Attribution 4.0');
});

dbTest('R17 the coordinator says what comes first, and no more than is offered', async (town) => {
  const coordinator = await coordinating(town);
  const page = await coordinator.get('/settings/what-comes-first');

  const refused = await coordinator.post('/settings/what-comes-first', {
    ...{ nearness_weight: '500', freshness_weight: '0', version: '0' },
  });
  await coordinator.submit(page, 'set-weights', { nearness_weight: '9', freshness_weight: '0' });

  expect([refused.status, refused.problems.nearness_weight]).toEqual([422, 'Choose one.']);
  const kept = await town.owner
    .selectFrom('network.network')
    .select(['nearness_weight', 'freshness_weight'])
    .execute();
  expect(kept).toEqual([{ nearness_weight: 9, freshness_weight: 0 }]);
});

dbTest('R60 the coordinator says when letters are quiet, by the hours of a day', async (town) => {
  const coordinator = await coordinating(town);
  const page = await coordinator.get('/settings/quiet-hours');

  const wrong = await coordinator.post('/settings/quiet-hours', {
    quiet_from: '25',
    quiet_until: '7',
    version: '0',
  });
  const saved = await coordinator.submit(page, 'set-quiet-hours', { quiet_from: '20', quiet_until: '8' });
  const off = await coordinator.submit(await coordinator.get('/settings/quiet-hours'), 'set-quiet-hours', {
    ...{ quiet_from: '0', quiet_until: '0' },
  });

  expect([wrong.status, wrong.problems.quiet_from]).toEqual([422, expect.stringContaining('like 21.00')]);
  expect(saved.text).toContain('No letter that can wait goes out from 20.00 to 8.00.');
  expect(off.text).toContain('Letters go out at any time.');
});

dbTest('R122 a colour that hides the words is refused with the nearest that does not', async (town) => {
  const coordinator = await coordinating(town);
  const page = await coordinator.get('/settings/colour');

  const refused = await coordinator.submit(page, 'set-colour', { colour: '#88d5bb' });
  const nearest = /read is (#[0-9a-f]{6})/.exec(refused.problems.colour ?? '')?.[1] ?? '';
  await coordinator.submit(refused, 'set-colour', { colour: nearest });
  await sleep(wordsLastMs);
  const again = await town.browser();

  expect(refused.status).toBe(422);
  expect(refused.problems.colour).toContain('On #88d5bb the words of the bar stand out');
  const sheet = `/look/${nearest.slice(1)}`;
  expect((await again.get('/help')).html).toContain(`<link rel="stylesheet" href="${sheet}"`);
  const served = await again.get(sheet);
  expect(served.headers.get('content-type')).toContain('text/css');
  expect(served.headers.get('cache-control')).toContain('immutable');
  expect(served.body).toContain(`--bar: ${nearest}`);
  expect((await again.get('/look/88d5bb')).status).toBe(404);
});

dbTest('a notice stands over every page from its day to the end of its last day', async (town) => {
  const coordinator = await coordinating(town);
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const words = { banner: 'The hub is closed on Monday.', banner_level: 'warn' };
  const set = async (from: number, until: number) => {
    await coordinator.submit(await coordinator.get('/settings/banner'), 'set-banner', {
      ...words,
      banner_from: day(from),
      banner_until: day(until),
    });
    await sleep(wordsLastMs);
    return (await (await town.browser()).get('/help')).html.includes('The hub is closed on Monday.');
  };

  expect(await set(-3, 0)).toBe(true);
  expect(await set(2, 3)).toBe(false);
  expect(await set(-3, -2)).toBe(false);
  const wrong = await coordinator.submit(await coordinator.get('/settings/banner'), 'set-banner', {
    ...words,
    banner_from: day(3),
    banner_until: day(1),
  });
  expect(wrong.problems.banner_until).toContain('It would end before it begins.');
});

dbTest(
  'R11 the bank holidays are those of the nation that was chosen, and days can be added',
  async (town) => {
    const coordinator = await coordinating(town);
    const page = await coordinator.get('/settings/holidays');

    const scottish = await coordinator.submit(page, 'choose-nation', { nation: 'scotland' });
    const added = await coordinator.submit(scottish, 'add-holiday', { day: '2027-07-07', name: 'A day off' });
    const twice = await coordinator.submit(added, 'add-holiday', { day: '2027-07-07', name: 'Again' });
    const names = added.list('holidays').map((one) => one.text);

    expect(page.text).toContain('Easter Monday');
    expect(names.join()).toContain('St Andrew’s Day');
    expect(names.join()).not.toContain('Easter Monday');
    expect(names.join()).toContain('A day off');
    expect(twice.alert).toContain('That day is a holiday already: A day off.');
    const first = added.list('holidays')[0]?.id ?? '';
    const without = await coordinator.submit(added, 'remove-holiday', { day: first });
    expect(without.list('holidays').map((one) => one.id)).not.toContain(first);
    expect((await coordinator.get('/settings')).list('changes')[0]?.text).toContain('Took out a holiday');
  },
);
