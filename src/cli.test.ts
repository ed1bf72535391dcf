import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderForTest } from '../test/helpers/engine-folder.ts';
import { folderOfLists, listIn, textOf } from '../test/helpers/lists.ts';
import { holdFolder } from './platform/engine/server-lock.ts';

const program = fileURLToPath(new URL('./cli.ts', import.meta.url));

async function joinery(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, err };
}

test('a verb that there is not is answered with those that there are', async () => {
  const { code, err } = await joinery(['fly']);

  expect(code).toBe(2);
  expect(err).toContain('There is no verb “fly”.');
  expect(err).toContain('import KIND FILE…');
});

test('an option or a kind that there is not is wrong use', async () => {
  const [option, kind] = await Promise.all([joinery(['import', '--quick']), joinery(['export', 'cats'])]);

  expect([option.code, kind.code]).toEqual([2, 2]);
  expect(option.err).toContain("Unknown option '--quick'");
  expect(kind.err).toContain('There is no kind “cats”.\nUse: bin/joinery export KIND');
});

test('settings are listed without their secrets, and a stranger among them is named', async () => {
  const { code, out, err } = await joinery(['settings'], {
    PORT: '3300',
    SMTP_URL: 'smtp://secret@mail.example',
    JOINERY_COLOUR: 'blue',
  });

  expect(out).toContain('PORT\n    The port the server listens on.\n    Now: 3300');
  expect(out).not.toContain('secret');
  expect(code).toBe(2);
  expect(err).toContain('JOINERY_COLOUR is no setting of Joinery.');
});

test('a link that a command prints leads to the server that runs', { timeout: 60_000 }, async () => {
  const folder = folderForTest('data');
  const env = { JOINERY_DATA: folder, JOINERY_NETWORK: 'empty' };
  const server = await holdFolder({ dataFolder: folder, port: 4321, publicUrl: 'http://localhost:4321' });

  const { out } = await joinery(['people', 'invite', 'ruth@hub.example', '--position', 'coordinator'], env);

  await server.release();
  expect(out).toMatch(/^http:\/\/localhost:4321\/invitations\/\S+\n$/);
});

test('whoever runs the machine lets the lone coordinator back in', { timeout: 60_000 }, async () => {
  const env = { JOINERY_DATA: folderForTest('data'), JOINERY_NETWORK: 'empty' };

  const nobody = await joinery(['people', 'drop-keys', 'ruth@hub.example'], env);
  const [odd, none] = await Promise.all([
    joinery(['people', 'praise', 'ruth@hub.example'], env),
    joinery(['people', 'drop-keys'], env),
  ]);

  expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('There is no such person.')]);
  expect([odd.code, odd.err]).toEqual([2, expect.stringContaining('invite or drop-keys')]);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('Say whom')]);
});

test('what was exported changes nothing when it comes back', { timeout: 60_000 }, async () => {
  const env = { JOINERY_DATA: folderForTest('data'), JOINERY_NETWORK: 'empty' };
  const folder = folderOfLists();
  const list = listIn(
    folder,
    'list.csv',
    'org_id,name,other_names,phone,activities',
    'GB-CHC-1090095,=Lantern,"-Light; \'@Night",+44 1632 960144,"Lunch,\n""every"" Tuesday"',
    'GB-CHC-1090096,,,,',
  );

  const taken = await joinery(['import', 'organisations', list, '--json'], env);
  const given = await joinery(['export', 'organisations'], env);
  const back = await joinery(
    ['import', 'organisations', listIn(folder, 'own.csv', given.out.trimEnd()), '--json'],
    env,
  );
  const json = await joinery(['export', 'organisations', '--format', 'json'], env);

  expect(taken.code).toBe(1);
  expect(taken.err).toContain('Headings: org_id = org_id, name = name');
  const counts = JSON.parse(taken.out);
  expect(counts).toMatchObject({ read: 2, new: 1, rejected: 1 });
  expect(textOf(counts.rejects_file)).toContain('GB-CHC-1090096,,,,,4,There is no name.');
  expect(given.out).toContain(",'=Lantern,''@Night;-Light,");
  expect(given.out).toContain(',+44 1632 960144,');
  expect(JSON.parse(back.out)).toMatchObject({ read: 1, new: 0, changed: 0, unchanged: 1, rejected: 0 });
  expect(JSON.parse(json.out)).toMatchObject([
    { name: '=Lantern', source: 'list', source_id: 'GB-CHC-1090095', identifiers: [{ id: '1090095' }] },
  ]);
});
