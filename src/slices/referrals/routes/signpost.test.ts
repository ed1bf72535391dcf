import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { smallTown } from '../../../../test/helpers/small-town.ts';
import { things } from '../../../../test/helpers/things.ts';
import { services } from '../../register/urls.ts';
import { signpost } from '../urls.ts';

dbTest(
  'R32 three services are chosen in a search and printed; each counts one more, and no more',
  async (town) => {
    const { lunch, meals, breakfast } = await threeServices(town);
    const worker = await town.browser();

    const search = await worker.get('/search?q=food&kind=service&near=AV3+4QT');
    const first = await worker.get(pickIn(search, lunch));
    const second = await worker.get(pickIn(first, meals));
    const third = await worker.get(pickIn(second, breakfast));
    const list = await worker.get(sheetIn(third));
    const sheet = await worker.submit(list, 'make-sheet', { size: 'largest', lang: 'so' });
    await worker.get(sheet.url);
    await worker.get(`${sheet.url}&as=text`);

    expect(third.text).toContain('3 on your sheet');
    expect(third.url).toContain('q=food');
    expect(list.list('signposts').map((one) => one.id)).toEqual([lunch, meals, breakfast]);
    expect(sheet.list('sheet').map((one) => one.id)).toEqual([lunch, meals, breakfast]);
    expect(sheet.h1).toBe('Places that can help you');
    expect(sheet.root.querySelector('.big [lang=so]')?.text).toBe('Meelaha ku caawin kara');
    expect(await counted(town)).toEqual({ [lunch]: 1, [meals]: 1, [breakfast]: 1 });
  },
);

dbTest('R32 a sheet made again counts again, each service by the day', async (town) => {
  const { lunch, meals } = await threeServices(town);
  const worker = await town.browser();

  await worker.post(signpost.make(), { s: [lunch, meals] });
  await worker.post(signpost.make(), { s: [lunch, lunch] });

  expect(await counted(town)).toEqual({ [lunch]: 2, [meals]: 1 });
});

for (const who of ['nobody in particular', 'somebody who is signed in'] as const) {
  dbTest(
    `D5/2 a signpost stores no person: a sheet by ${who} changes its counts and nothing else`,
    async (town) => {
      const there = await things(town);
      const isSomebody = who === 'somebody who is signed in';
      const token = isSomebody ? (await town.signedIn(there.people['passer-by'])).token : undefined;
      const browser = await town.browser(token);
      await browser.get(signpost.list({ s: [there.service] }));
      const before = await allTables(town);

      const sheet = await browser.post(signpost.make(), { s: there.service, size: 'large', lang: '' });
      await browser.get(sheet.url);
      const after = await allTables(town);

      expect(sheet.list('sheet')).toHaveLength(1);
      expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([
        'referrals.signpost_count',
      ]);
      const { rows } = await sql`select * from referrals.signpost_count`.execute(town.owner);
      expect(rows.map((row) => Object.keys(Object(row)).sort())).toEqual([['day', 'service_id', 'times']]);
    },
  );
}

dbTest(
  'R32 on the list one moves up, comes off, and the list passes on as a link and as words',
  async (town) => {
    const { lunch, meals } = await threeServices(town);
    const worker = await town.browser();

    const list = await worker.get(signpost.list({ s: [lunch, meals], lang: 'ar' }));
    const moved = await worker.get(linkIn(list, 'Move up: Second Helpings'));
    const one = await worker.get(linkIn(moved, 'Take it off: Tuesday Table'));
    const text = await worker.get(signpost.text({ s: [lunch, meals], lang: 'ar' }));
    const none = await worker.get(linkIn(one, 'Take it off: Second Helpings'));

    expect(moved.list('signposts').map(({ id }) => id)).toEqual([meals, lunch]);
    expect(one.list('signposts').map(({ id }) => id)).toEqual([meals]);
    expect(text.headers.get('content-type')).toContain('text/plain');
    expect(text.body).toMatch(/^PLACES THAT CAN HELP YOU\nأماكن يمكنها مساعدتك\n\n1\. Tuesday Table\n/);
    expect(text.body).toContain('Telephone: 01632 960144');
    expect(text.body).toContain(`http://localhost:3000/signpost/sheet?s=${lunch}`);
    expect(none.text).toContain('Nothing is on the list yet.');
    expect(await counted(town)).toEqual({});
  },
);

dbTest(
  'what is not public is not on a sheet and not counted, whatever stands in the address',
  async (town) => {
    const { lunch, made } = await threeServices(town);
    const waiting = await made.group({ name: 'Not yet', state: 'submitted' });
    const early = await made.service({ name: 'Too early', of: waiting });
    const ended = await made.service({
      name: 'It has ended',
      of: await made.group({ name: 'Old' }),
      status: 'retired',
    });
    const browser = await town.browser();

    const address = `/signpost?s=${early}&s=${ended}&s=${lunch}&s=nonsense&s=`;
    const list = await browser.get(address);
    await browser.post(signpost.make(), { s: [early, ended, lunch] });
    const nothing = await browser.get(`/signpost/sheet?s=${early}`);

    expect(list.list('signposts').map(({ id }) => id)).toEqual([lunch]);
    expect(list.text).toContain('no longer public');
    expect(list.text).not.toMatch(/Too early|It has ended/);
    expect(await counted(town)).toEqual({ [lunch]: 1 });
    expect(nothing.url).toBe('/signpost');
  },
);

dbTest('R33 the card says what a signposter needs, and a wait said a month ago is “Ask”', async (town) => {
  const { lunch } = await threeServices(town);
  const said = {
    for_whom: 'Anyone over 60',
    not_for: 'Groups',
    cost_words: '£3',
    wait_words: 'About a week',
  };
  const say = (days: number) =>
    town.owner
      .updateTable('register.service')
      .set({
        ...said,
        wait_said_at: new Date(Date.now() - days * 86_400_000),
        languages: ['so'],
        access: ['step_free'],
      })
      .where('id', '=', lunch)
      .execute();
  const browser = await town.browser();

  await say(29);
  const now = await browser.get(signpost.list({ s: [lunch] }));
  await say(31);
  const later = await browser.get(signpost.sheet({ s: [lunch] }));

  const words = ['Anyone over 60', 'Groups', '£3', 'Somali', 'Step-free', 'Eastlock', 'Tuesday, 11.30 to 2'];
  expect(words.filter((one) => !now.text.includes(one))).toEqual([]);
  expect(now.text).toContain('Waiting About a week');
  expect(later.text).toContain('Waiting: Ask');
  expect(later.text).not.toContain('About a week');
});

dbTest('R33 whoever may edit a service is told what signposters miss; nobody else is', async (town) => {
  const there = await things(town);
  const keeper = await town.browser((await town.signedIn(there.people['admin of A'])).token);
  const stranger = await town.browser();
  const address = services.one(there.service, 'it');

  const [own, theirs] = [await keeper.get(address), await stranger.get(address)];

  expect(own.text).toMatch(/also asks for: .*how long the wait is/);
  expect(theirs.text).not.toContain('also asks for');
});

dbTest('C5-J1 what is out of date is marked, its keepers are told, and the sheet warns', async (town) => {
  const there = await things(town);
  const other = town.ctx.newId();
  const at = new Date();
  const fine = {
    name: 'Weir Lane Breakfast',
    status: 'open',
    freshness: 'ok',
    checked_at: at,
    created_at: at,
    changed_at: at,
  };
  await town.owner
    .insertInto('register.service')
    .values({ id: other, organisation_id: there.group, ...fine })
    .execute();
  const worker = await town.browser((await town.signedIn(there.people['passer-by'])).token);

  const list = await worker.get(signpost.list({ s: [there.service, other] }));
  const marked = await worker.get(linkIn(list, 'It is out of date'));
  const asked = await worker.get(linkIn(marked, 'Tell whoever keeps it what is wrong'));
  const told = await worker.submit(asked, 'suggest-change', { what: 'They moved in May.' });
  const back = await worker.get(linkIn(told, 'Back to your sheet'));
  const sheet = await worker.submit(back, 'make-sheet', { lang: 'pl' });
  const text = await worker.get(`${sheet.url}&as=text`);
  const centre = await town.browser((await town.signedIn(there.people['centre A'])).token);
  const written = await town.owner
    .selectFrom('register.suggestion')
    .select(['id', 'organisation_id', 'state'])
    .where('what', '=', 'They moved in May.')
    .executeTakeFirstOrThrow();
  const read = await centre.get(`/suggestions/${written.id}`);

  const [warned, notWarned] = sheet.list('sheet');
  expect(warned?.text).toContain('May be out of date: ring first · Najpierw zadzwoń');
  expect(notWarned?.text).not.toContain('ring first');
  expect(text.body.match(/MAY BE OUT OF DATE/g)).toHaveLength(1);
  expect(written).toMatchObject({ organisation_id: there.group, state: 'waiting' });
  expect(read.text).toContain('They moved in May.');
});

dbTest(
  'D5/29 what nobody has checked for long says “ring first” on the list, the sheet and in words',
  async (town) => {
    const { breakfast } = await threeServices(town);
    const browser = await town.browser();
    const of = { s: [breakfast] };

    const shown = [
      (await browser.get(signpost.list(of))).text,
      (await browser.get(signpost.sheet(of))).text,
      (await browser.get(signpost.text(of))).body,
    ];

    expect(shown.filter((words) => !/may be out of date: ring first/i.test(words))).toEqual([]);
  },
);

dbTest(
  'R32 the group and its home centre see how often, the hub about how often, others nothing',
  async (town) => {
    const there = await things(town);
    const stranger = await town.browser();
    for (const _ of [1, 2, 3]) await stranger.post(signpost.make(), { s: there.service });
    const seenBy = async (who: keyof typeof there.people) => {
      const browser = await town.browser((await town.signedIn(there.people[who])).token);
      return /Signposted (?!here)([\w–]+)/.exec(
        (await browser.get(`/organisations/${there.group}`)).text,
      )?.[1];
    };

    expect(await seenBy('admin of A')).toBe('3');
    expect(await seenBy('centre A')).toBe('3');
    expect(await seenBy('coordinator')).toBe('1–7');
    expect(await seenBy('admin of B')).toBeUndefined();
    expect((await stranger.get(`/organisations/${there.group}`)).text).not.toContain('Signposted');
  },
);

async function threeServices(town: Town) {
  const made = await smallTown(town);
  const at = { east: 100, north: 0 };
  const group = await made.group({ name: 'Tansy Street Hall', phone: '01632 960144', at });
  const [lunch, meals, breakfast] = [
    await made.service({
      name: 'Tuesday Table',
      summary: 'Hot food.',
      of: group,
      days: ['TU'],
      opens: '11:30',
      closes: '14:00',
    }),
    await made.service({ name: 'Second Helpings', summary: 'Food at home.', of: group }),
    await made.service({ name: 'Weir Lane Breakfast', summary: 'Food early.', of: group, freshness: 'old' }),
  ];
  await made.open();
  return { made, lunch, meals, breakfast };
}

type Shown = Awaited<ReturnType<Awaited<ReturnType<Town['browser']>>['get']>>;

function pickIn(page: Shown, id: string): string {
  const entry = page.root.querySelector(`[data-list=results] [data-id="${id}"]`);
  const link = entry?.querySelectorAll('a').find((one) => one.text.startsWith('Put it on a sheet'));
  return hrefOf(link, `${page.url} has no way to put ${id} on a sheet`);
}

function sheetIn(page: Shown): string {
  return hrefOf(page.root.querySelector('[data-sheet] a'), `${page.url} has no way to the sheet`);
}

function linkIn(page: Shown, words: string): string {
  const link = page.root.querySelectorAll('main a').find((one) => one.text.trim().startsWith(words));
  return hrefOf(link, `${page.url} has no link “${words}”`);
}

function hrefOf(
  link: { getAttribute(name: string): string | undefined } | null | undefined,
  why: string,
): string {
  const href = link?.getAttribute('href')?.replaceAll('&amp;', '&');
  if (href === undefined) throw new Error(why);
  return href;
}

async function counted({ owner }: Town): Promise<Record<string, number>> {
  const rows = await owner.selectFrom('referrals.signpost_count').select(['service_id', 'times']).execute();
  return Object.fromEntries(rows.map((row) => [row.service_id, row.times]));
}

/** What stands in each table, as one figure to compare. */
async function allTables({ owner }: Town): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select format('%s.%s', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and nspname !~ '^(pg_|information_schema)' order by 1`.execute(owner);
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const {
      rows: [one],
    } = await sql<{ is: string }>`
      select coalesce(md5(string_agg(row::text, '|' order by row::text)), 'empty') as is
      from ${sql.table(name)} as row`.execute(owner);
    found[name] = one?.is ?? '';
  }
  return found;
}
