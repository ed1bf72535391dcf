import { expect } from 'vitest';
import type { Client, ShownPage } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { coordinating } from '../../../../test/helpers/empty-network.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { networkWords } from '../../../platform/http/context.ts';
import { drainJobs } from '../../../platform/jobs.ts';

const council = {
  kind: 'organisations',
  source: 'Hartlow Council',
  attribution: 'Contains data of Hartlow.',
};
const rows = [
  'Group,Town,What they do,Secretary',
  'Lantern Trust,Hartlow,Lunch on Tuesdays,A. Person',
  'Vale Choir,Eastlock,Singing,B. Person',
  ',Eastlock,"=Nothing, really",C. Person',
];

async function send(browser: Client, lines: readonly string[], values = {}): Promise<ShownPage> {
  const page = await browser.get('/imports/new');
  const file = { field: 'file', name: 'council.csv', body: lines.join('\n') };
  return browser.upload(page, 'send-list', file, { ...council, ...values });
}

function work({ jobsSource, urls }: Town): Promise<void> {
  return drainJobs(jobsSource, networkWords(jobsSource), urls.jobs);
}

async function names({ owner }: Town): Promise<string[]> {
  const found = await owner
    .selectFrom('register.organisation')
    .select('name')
    .where('kind', '=', 'group')
    .orderBy('name')
    .execute();
  return found.map((row) => row.name);
}

async function bringIn(town: Town, browser: Client, lines: readonly string[]): Promise<ShownPage> {
  const columns = await send(browser, lines);
  const looking = await browser.submit(columns, 'say-columns');
  await work(town);
  const running = await browser.submit(await browser.get(looking.url), 'bring-in');
  await work(town);
  return browser.get(running.url);
}

dbTest('R7: new, matched, changed and rejected are shown before anything is kept', async (town) => {
  const ruth = await coordinating(town);
  const columns = await send(ruth, rows);

  const guessed = columns.form('say-columns').values;
  const looking = await ruth.submit(columns, 'say-columns', { 'column-0': 'name', 'column-2': 'activities' });
  await work(town);
  const looked = await ruth.get(looking.url);
  const before = await names(town);
  const running = await ruth.submit(looked, 'bring-in');
  await work(town);
  const done = await ruth.get(running.url);

  expect(columns.text).toContain('Like “A. Person”, “B. Person”, “C. Person”');
  expect(guessed).toMatchObject({ 'column-1': 'town', 'column-3': '' });
  expect(looking.text).toContain('Nothing is kept.');
  expect(looked.list('outcomes').map((row) => row.text)).toEqual([
    expect.stringMatching(/^New 2 .* Lantern Trust, Vale Choir\. See them all/),
    expect.stringMatching(/^Known already 0 .* No row$/),
    expect.stringMatching(/^Changed 0 .* No row$/),
    expect.stringMatching(/^As it is 0 .* No row$/),
    expect.stringMatching(/^Rejected 1 .* line 4\. See them all/),
  ]);
  expect(before).toEqual([]);
  expect(done.text).toMatch(/Rows read 3 New 2 .* Rejected 1/);
  expect(await names(town)).toEqual(['Lantern Trust', 'Vale Choir']);
});

dbTest('R7: a cell that cannot be read is left out with a word, before and after', async (town) => {
  const ruth = await coordinating(town);
  const list = (phone: string) => [
    'id,name,activities,phone',
    `7,Lantern Trust,Lunch,${phone}`,
    '8,Vale Choir,Songs,',
  ];

  const looking = await ruth.submit(await send(ruth, list('ask Ann')), 'say-columns');
  await work(town);
  const looked = await ruth.get(looking.url);
  const running = await ruth.submit(looked, 'bring-in');
  await work(town);
  const done = await ruth.get(running.url);
  const again = await bringIn(town, ruth, list('01632 960144'));

  expect(looked.list('remarks').map((row) => row.text)).toEqual([
    'The telephone number cannot be read and was left out. 1',
  ]);
  expect(done.text).toMatch(/Rows read 2 New 2 .* Rejected 0/);
  expect(done.list('remark-lines').map((row) => row.text)).toEqual([
    '2 The telephone number cannot be read and was left out.',
  ]);
  expect(done.text).not.toContain('ask Ann');
  expect(again.text).toMatch(/Changed 1 As they were 1/);
  expect(again.text).not.toContain('left out');
});

dbTest('R7: importing again makes no duplicates, and what is changed is shown', async (town) => {
  const ruth = await coordinating(town);
  const list = (what: string) => ['id,name,activities', `7,Lantern Trust,${what}`, '8,Vale Choir,Singing'];
  await bringIn(town, ruth, list('Lunch'));

  const looking = await ruth.submit(await send(ruth, list('Lunch and tea')), 'say-columns');
  await work(town);
  const looked = await ruth.get(looking.url);
  const changed = await ruth.get(looked.list('outcomes').find((row) => row.id === 'changed')?.href ?? '');
  await ruth.submit(looked, 'bring-in');
  await work(town);

  expect(looked.list('outcomes').map((row) => row.text.split(' ').slice(0, 3).join(' '))).toEqual([
    expect.stringContaining('New 0'),
    'Known already 0',
    expect.stringContaining('Changed 1'),
    'As it is',
    expect.stringContaining('Rejected 0'),
  ]);
  expect(looked.list('changes').map((row) => row.text)).toEqual([
    'Lantern Trust In one sentence Lunch Lunch and tea',
  ]);
  expect(changed.list('seen-rows').map((row) => row.text)).toEqual(['2 Lantern Trust']);
  expect(await names(town)).toEqual(['Lantern Trust', 'Vale Choir']);
});

dbTest('R7: rejected rows are taken along, mended and sent again', async (town) => {
  const ruth = await coordinating(town);
  const done = await bringIn(town, ruth, [
    'id,name,activities',
    '7,,"=Sing, and dance"',
    '8,Vale Choir,Singing',
  ]);

  const link = done.root.querySelector('a[href$="rejects.csv"]')?.getAttribute('href') ?? '';
  const given = await ruth.get(link);
  const again = await ruth.get(
    done.root.querySelector('a[href^="/imports/new?"]')?.getAttribute('href') ?? '',
  );
  const mended = given.body.replace('7,,', '7,Lantern Trust,');
  const file = { field: 'file', name: 'mended.csv', body: mended };
  const columns = await ruth.upload(again, 'send-list', file, again.form('send-list').values);
  const looking = await ruth.submit(columns, 'say-columns');
  await work(town);
  await ruth.submit(await ruth.get(looking.url), 'bring-in');
  await work(town);

  expect(given.headers.get('content-type')).toContain('text/csv');
  expect(given.body).toBe(`id,name,activities,line,reason\r\n7,,"'=Sing, and dance",2,There is no name.\r\n`);
  expect(again.form('send-list').values).toMatchObject(council);
  expect(await names(town)).toEqual(['Lantern Trust', 'Vale Choir']);
});

dbTest('R7: services come in with whoever runs them', async (town) => {
  const ruth = await coordinating(town);
  const lines = ['service_name,provider,opening_times', 'Lunch club,Lantern Trust,Tuesdays 12 to 2'];

  const looking = await ruth.submit(await send(ruth, lines, { kind: 'services' }), 'say-columns');
  await work(town);
  await ruth.submit(await ruth.get(looking.url), 'bring-in');
  await work(town);

  const services = await town.owner.selectFrom('register.service').select('name').execute();
  expect(services).toEqual([{ name: 'Lunch club' }]);
  expect(await names(town)).toEqual(['Lantern Trust']);
});

dbTest('REL11: a list of several million bytes is kept whole, in parts', async (town) => {
  const ruth = await coordinating(town);
  const lines = [
    'id,name',
    ...Array.from({ length: 30_000 }, (_, id) => `${id},Vale Choir é ${'a'.repeat(70)}`),
  ];

  const columns = await send(ruth, lines);

  const parts = await town.owner
    .selectFrom('interchange.import_part')
    .select('body')
    .orderBy('number')
    .execute();
  expect(columns.h1).toBe('What the columns are');
  expect(parts.map(({ body }) => body.length)).toEqual([1_048_576, 1_048_576, expect.any(Number)]);
  expect(Buffer.concat(parts.map(({ body }) => body)).equals(Buffer.from(lines.join('\n')))).toBe(true);
});

dbTest('a form that comes back says that its file has to be chosen again', async (town) => {
  const ruth = await coordinating(town);
  const page = await ruth.get('/imports/new');
  const file = { field: 'file', name: 'list.csv', body: 'name\nLantern Trust' };

  const back = await ruth.upload(page, 'send-list', file, { kind: 'organisations' });

  expect(page.html).not.toContain('file again');
  expect(back.problems.file).toBe('Choose the file again: a browser does not keep it.');
  expect(back.alert).toContain('One thing to put right');
  expect(back.alert).toContain('Only the file has to be chosen again.');
});

dbTest('a list that nobody can read says why, and keeps what was typed', async (town) => {
  const ruth = await coordinating(town);

  const open = await send(ruth, ['name,town', '"Lantern Trust,Hartlow']);
  const empty = await send(ruth, ['name,town']);
  const page = await ruth.get('/imports/new');
  const sheet = { field: 'file', name: 'list.xlsx', body: 'x' };
  const wrong = await ruth.upload(page, 'send-list', sheet, council);
  const picture = { field: 'file', name: 'list.csv', body: 'PNG\0,\0' };
  const drawn = await ruth.upload(page, 'send-list', picture, council);
  const nothing = await ruth.upload(page, 'send-list', { ...picture, body: '' }, council);
  const none = await ruth.upload(
    page,
    'send-list',
    { field: 'file', name: '', body: '' },
    { kind: 'services' },
  );

  expect(open.status).toBe(422);
  expect(open.problems.file).toContain('line 2: a quotation mark is opened and never closed');
  expect(open.form('send-list').values).toMatchObject(council);
  expect(empty.problems.file).toContain('no row below it');
  expect(wrong.problems.file).toContain('save it as CSV');
  expect(drawn.problems.file).toContain('no table in plain text');
  expect(nothing.problems.file).toContain('nothing is in it');
  expect(none.problems).toMatchObject({ source: expect.stringContaining('Say whose list it is') });
  expect(await town.owner.selectFrom('interchange.import').select('id').execute()).toEqual([]);
});

dbTest('columns that do not go together are said beside them', async (town) => {
  const ruth = await coordinating(town);
  const columns = await send(ruth, rows);

  const twice = await ruth.submit(columns, 'say-columns', { 'column-0': 'name', 'column-2': 'name' });
  const nameless = await ruth.submit(columns, 'say-columns', { 'column-0': '' });

  expect(twice.status).toBe(422);
  expect(twice.problems['column-2']).toBe('“Group” is “Name” already. Leave one of the two out.');
  expect(twice.form('say-columns').values['column-2']).toBe('name');
  expect(nameless.problems['column-0']).toBe('No column is “Name”. Say which one it is.');
});

dbTest('a list can be forgotten, and stopped and gone on with', async (town) => {
  const ruth = await coordinating(town);
  const forgotten = await ruth.submit(await send(ruth, rows), 'drop-list');
  const looking = await ruth.submit(await send(ruth, rows), 'say-columns', { 'column-0': 'name' });
  await work(town);
  const running = await ruth.submit(await ruth.get(looking.url), 'bring-in');

  const stopped = await ruth.submit(running, 'stop-import');
  await work(town);
  const nothing = await names(town);
  const faster = await ruth.submit(running, 'stop-import');
  await ruth.submit(stopped, 'bring-in');
  await work(town);

  expect(forgotten.text).toContain('No list has been taken in yet.');
  expect(stopped.text).toContain('It was stopped half way.');
  expect(nothing).toEqual([]);
  expect(faster.status).toBe(409);
  expect(await names(town)).toEqual(['Lantern Trust', 'Vale Choir']);
});

dbTest('a list that is sent twice is there once', async (town) => {
  const ruth = await coordinating(town);

  const [one, two] = await Promise.all([send(ruth, rows), send(ruth, rows)]);

  expect(two.url).toBe(one.url);
  expect((await send(ruth, rows.slice(0, 2))).url).not.toBe(one.url);
});

dbTest('whoever presses a button twice is shown the way back to the page', async (town) => {
  const ruth = await coordinating(town);
  const looking = await ruth.submit(await send(ruth, rows), 'say-columns', { 'column-0': 'name' });
  await work(town);
  const looked = await ruth.get(looking.url);

  const two = await Promise.all([ruth.submit(looked, 'bring-in'), ruth.submit(looked, 'bring-in')]);

  const second = two.find(({ status }) => status === 409);
  expect(two.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(second?.text).toContain('This list is in hand just now.');
  expect(second?.root.querySelector('main a')?.getAttribute('href')).toBe(looked.url);
});

dbTest('a list of a stranger is refused at once, and nobody else sees one', async (town) => {
  const ruth = await coordinating(town);
  const sent = await send(ruth, rows);
  const other = await signedInAs(town, 'ama@wicket.example');
  const page = await ruth.get('/imports/new');
  const file = { field: 'file', name: 'council.csv', body: rows.join('\n') };

  expect((await other.upload(page, 'send-list', file, council)).status).toBe(403);
  expect((await other.get(sent.url)).status).toBe(403);
  expect((await (await town.browser()).upload(page, 'send-list', file, council)).status).toBe(401);
  const hidden = await town.db.open.selectFrom('interchange.import_file').select('name').execute();
  expect(hidden).toEqual([]);
});

dbTest('REL6: a list is taken back within seven days, and what somebody changed is named', async (town) => {
  const ruth = await coordinating(town);
  const done = await bringIn(town, ruth, ['id,name', '1,Lantern Trust', '2,Vale Choir']);
  await town.owner
    .updateTable('register.organisation')
    .set({ version: 7 })
    .where('name', '=', 'Vale Choir')
    .execute();

  const undoing = await ruth.submit(done, 'undo-import');
  const twice = await ruth.submit(done, 'undo-import');
  await work(town);
  const undone = await ruth.get(done.url);

  expect(done.text).toContain('The 2 things it made would go. What somebody changed since is kept');
  expect(undoing.text).toContain('What this list made goes');
  expect(twice.status).toBe(409);
  expect(undone.text).toContain('Taken back 1');
  expect(undone.list('kept').map((row) => row.text)).toEqual([
    'Vale Choir Somebody, or a later list, changed it since.',
  ]);
  expect(undone.hasForm('undo-import')).toBe(false);
  expect(await names(town)).toEqual(['Vale Choir']);
});

dbTest('REL6: after seven days a list stays', async (town) => {
  const ruth = await coordinating(town);
  const done = await bringIn(town, ruth, ['id,name', '1,Lantern Trust']);
  await town.owner
    .updateTable('interchange.import')
    .set({ undo_until: new Date('2026-01-01') })
    .execute();

  const late = await ruth.submit(done, 'undo-import');

  expect(late.status).toBe(409);
  expect(late.text).toContain('It could be taken back for seven days, and they are over.');
  expect((await ruth.get(done.url)).hasForm('undo-import')).toBe(false);
  expect(await names(town)).toEqual(['Lantern Trust']);
});

dbTest(
  'R1: a charity register comes in by the page without saying columns, and no page is made of it',
  async (town) => {
    const ruth = await coordinating(town);
    const lines = [
      'Charity Number,Charity Name,Registered Date,Charity Status,Postcode,Constitutional Form',
      'SC042386,Vale Choir,03/05/2011,Active,AV3 4QT,SCIO',
    ];

    const other = await send(ruth, ['name', 'Choir'], { kind: 'charities', source: 'OSCR' });
    const looking = await send(ruth, lines, { kind: 'charities', source: 'OSCR' });
    await work(town);
    await ruth.submit(await ruth.get(looking.url), 'bring-in');
    await work(town);
    const done = await ruth.get(looking.url);

    expect(other.problems.file).toContain('This is no charity register we know');
    expect(done.text).toMatch(/New 1 /);
    expect(done.hasForm('undo-import')).toBe(false);
    expect(await names(town)).toEqual([]);
    const kept = await town.owner.selectFrom('register.official_record').select('name').execute();
    expect(kept).toEqual([{ name: 'Vale Choir' }]);
  },
);
