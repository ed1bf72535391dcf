import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { egressTo } from '../../../../test/helpers/bad-servers.ts';
import { type Answers, envelope, feedOf3, feedServer, service } from '../../../../test/helpers/feeds.ts';
import { lookAtFeed, readFeed } from './feed-read.ts';
import { orukItem } from './oruk-file.ts';

async function reading(answers: Answers) {
  const feed = await feedServer(answers);
  return readFeed({ egress: egressTo(feed) }, feed.at('/oruk'), async () => undefined);
}

/** The sentence with which a feed is left alone. */
function trouble(answers: Answers): Promise<string> {
  return reading(answers).then(
    () => 'It was read.',
    (problem: Error) => `${problem.name}: ${problem.message}`,
  );
}

/** A feed whose pages are all the same answer. */
function always(body: unknown, more: object = {}): Answers {
  return (path) => (path === '/oruk/services' ? { body, ...more } : undefined);
}

function namesOf(services: readonly unknown[]): unknown[] {
  return services.map((one) => Object(one).name);
}

test('a feed is read page by page, and what its lists leave out one by one', async () => {
  const services = Array.from({ length: 7 }, (_, at) => service(at + 1));
  const full = feedOf3(services, 3);
  const slim: Answers = (path, page) => {
    const sent = full(path, page);
    if (path !== '/oruk/services' || !sent) return sent;
    const contents = Object(sent.body).contents.map(({ id, name }: { id: string; name: string }) => ({
      id,
      name,
    }));
    return { body: { ...Object(sent.body), contents } };
  };

  const read = await reading(slim);

  expect(namesOf(read.services)).toEqual(services.map(({ name }) => name));
  expect([read.isWhole, read.findings, read.ids.length]).toEqual([true, [], 7]);
});

test('feeds of 1.0 are read as well: other pages, ages, places, times and ids', async () => {
  const old = {
    id: 1502,
    name: 'Holy Trinity lunch',
    status: 'active',
    description: 'Lunch<br/>and more',
    organization: { id: 7, name: 'Holy Trinity', url: 'https://trinity.example' },
    eligibilitys: [{ minimum_age: 50, maximum_age: 99 }],
    cost_options: [{ option: 'Adults', amount: 3.5, amount_description: 'a meal' }],
    regular_schedules: [{ byday: 'MO', opens_at: '12:00:00', closes_at: '14:00:00' }],
    service_at_locations: [
      {
        location: {
          id: 3,
          name: 'The hall',
          physical_addresses: [{ address_1: '1 Church Walk', city: 'Eastlock', postal_code: 'EK1 1AA' }],
        },
      },
    ],
  };
  const page = {
    totalElements: 1,
    totalPages: 1,
    number: 1,
    size: 1,
    first: true,
    last: true,
    content: [old],
  };

  const read = await reading(always(page));
  const item = orukItem(read.services[0], {
    ...{ today: '2026-11-24', postcodeOf: (text: string) => text, source: 'Old', line: 1 },
  });

  expect(read.standard).toBe('1.0');
  expect(item).toMatchObject({
    row: {
      organisation: { sourceId: '7', values: { website: 'https://trinity.example' } },
      service: {
        sourceId: '1502',
        values: { summary: 'Lunch and more', age_from: 50, age_to: 99, cost_words: 'Adults: £3.5 a meal' },
        schedules: [{ days: ['MO'], opens: '12:00', closes: '14:00' }],
      },
      locations: [{ sourceId: '3', place: { venue: 'The hall', postcode: 'EK1 1AA' } }],
    },
  });
});

test('pages that go round in a circle or do not end are left alone with a sentence', async () => {
  const circle: Answers = (path, page) =>
    path === '/oruk/services'
      ? { body: envelope([service(1 + (page % 2))], { page: 1, pages: 9, total: 9 }) }
      : undefined;
  const endless: Answers = (path, page) =>
    path === '/oruk/services'
      ? { body: { ...envelope([service(page)], { page, pages: 3, total: 3 }), last_page: false } }
      : undefined;

  expect(await trouble(circle)).toBe(
    'NotReached: Page 3 holds the services of pages before it: the feed goes round in a circle.',
  );
  expect(await trouble(endless)).toBe('NotReached: The feed does not end: after 400 pages there are more.');
});

test('a feed that lies about its length is read, told of, and held to be incomplete', async () => {
  const more = await reading((path, page) =>
    path === '/oruk/services'
      ? { body: { contents: page > 2 ? [] : [service(page)], total_items: 5, total_pages: 4 } }
      : undefined,
  );
  const texts = await reading(
    always({
      ...envelope([service(1)], { page: 1, pages: 1, total: 1 }),
      total_items: 'many',
      total_pages: {},
    }),
  );

  expect([more.services.length, more.isWhole]).toEqual([2, false]);
  expect(more.findings.map(({ words }) => words)).toEqual([
    'The feed says that it has 4 pages, but it ends at page 3.',
    'The feed says that it has 5 services, but 2 came.',
  ]);
  expect([texts.services.length, texts.isWhole]).toEqual([1, false]);
});

test('one id counts once, and what is no service keeps no other one out', async () => {
  const odd = [
    service(1),
    service(1, { name: 'Again' }),
    null,
    'text',
    [],
    { id: {} },
    { name: 'No id' },
    service(2),
  ];

  const read = await reading(always(envelope(odd, { page: 1, pages: 1, total: odd.length })));
  const reasons = read.services.map((one) =>
    orukItem(one, { today: '2026-11-24', postcodeOf: () => undefined, source: 'Odd', line: 1 }),
  );

  expect(read.findings).toEqual([
    { words: 'The same id stands there again. The first one counts.', times: 1 },
  ]);
  expect(reasons.filter((item) => 'row' in item)).toHaveLength(2);
  expect(reasons.flatMap((item) => ('reason' in item ? [item.reason] : []))).toHaveLength(5);
});

test('what is nested, no JSON, no UTF-8, no page or too much gets a sentence each', async () => {
  const page = envelope([], { page: 1, pages: 1, total: 0 });
  const many = envelope(Array(1001).fill(service(1)), { page: 1, pages: 1, total: 1001 });
  const cases: [Answers, string][] = [
    [always(`{"contents":${'['.repeat(100_000)}`), 'Page 1 is nested more than 20 deep.'],
    [always('{"contents":'), 'Page 1 is no JSON.'],
    [always(Buffer.from('{"contents":["caf\xe9"]}', 'latin1')), 'Page 1 is not written in UTF-8.'],
    [always(page, { type: 'text/html' }), 'feeds.test sent “text/html”, not application/json.'],
    [always([1, 2]), 'Page 1 is no page of services of Open Referral UK.'],
    [always({ contents: 'none' }), 'Page 1 is no page of services of Open Referral UK.'],
    [always(many), 'Page 1 is no page of services of Open Referral UK.'],
    [always('x'.repeat(5 * 1024 * 1024)), 'The answer has more than 4 MB. That is too much at once.'],
    [always({}, { status: 403 }), 'Page 1 cannot be had: the answer is 403, so it wants a key'],
  ];

  for (const [answers, words] of cases) expect(await trouble(answers)).toContain(words);
});

test('a service that is not what was asked for is left out; a feed that gives none is left alone', async () => {
  const services = Array.from({ length: 30 }, (_, at) => service(at + 1));
  const list: Answers = (path) =>
    path === '/oruk/services'
      ? {
          body: envelope(
            services.map(({ id }) => ({ id })),
            { page: 1, pages: 1, total: 30 },
          ),
        }
      : undefined;
  const swapped: Answers = (path, page) => {
    const asked = services.find(({ id }) => path.endsWith(id));
    return asked ? { body: asked.name === 'Warm room 3' ? services[0] : asked } : list(path, page);
  };

  const read = await reading(swapped);

  expect(read.services).toHaveLength(29);
  expect(read.findings).toEqual([{ words: 'Asked for one service, the feed sends another.', times: 1 }]);
  expect(read.ids).toHaveLength(30);
  expect(await trouble(list)).toContain('A service cannot be had: the answer is 404');
});

test('a feed that asks for patience gets some', async () => {
  const good = feedOf3([service(1)]);
  let asked = 0;
  const busy: Answers = (path, page) =>
    path === '/oruk/services' && ++asked < 3
      ? { status: 429, headers: { 'retry-after': '0' }, body: {} }
      : good(path, page);

  expect((await reading(busy)).services).toHaveLength(1);
});

const mocks = join(process.env.JOINERY_SHARED ?? '../shared', 'standards/oruk-conformance/Mocks');

for (const [mock, taken] of [
  ['V3.0-UK-Default', 1],
  ['V3.0-UK-Warn', 1],
  ['V3.0-UK-Test', 1],
  ['V3.0-UK-Fail', 1],
] as const) {
  test.skipIf(!existsSync(mocks))(`the mock feed ${mock} of the official validator is read`, async () => {
    const file = (name: string) => readFileSync(join(mocks, mock, name), 'utf8');
    const answers: Answers = (path) => {
      if (path === '/oruk/') return { body: file('api_details.json') };
      return { body: file(path === '/oruk/services' ? 'service_list.json' : 'service_full.json') };
    };
    const feed = await feedServer(answers);

    const look = await lookAtFeed({ egress: egressTo(feed) }, feed.at('/oruk'));
    const read = await reading(answers);
    const items = read.services.map((one, at) =>
      orukItem(one, { today: '2026-11-24', postcodeOf: () => undefined, source: mock, line: at + 1 }),
    );

    expect(look.standard).toBe('3.0');
    expect(items.filter((item) => 'row' in item)).toHaveLength(taken);
  });
}
