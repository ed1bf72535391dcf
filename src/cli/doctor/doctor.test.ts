import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { folderForTest } from '../../../test/helpers/engine-folder.ts';
import { smtpSink } from '../../../test/helpers/smtp-sink.ts';
import { openHouse } from '../../open-house.ts';
import { readConfig } from '../../platform/config.ts';
import { backupFinding } from './database.ts';
import type { Finding } from './finding.ts';
import { folderFindings, shelfFinding } from './machine.ts';
import { nodeFinding, settingsFindings } from './settings.ts';

const program = fileURLToPath(new URL('../../cli.ts', import.meta.url));
const long = { timeout: 60_000 };

test('the doctor looks and changes nothing', long, async () => {
  const folder = folderForTest('data');

  const { code, found } = await doctor({ JOINERY_DATA: folder });

  expect(code).toBe(0);
  expect(problemOf(found, 'There is a network')).toContain('The first start makes it.');
  expect(existsSync(folder)).toBe(false);
});

test(
  'the doctor of a network for real asks for mail and backups, and sends a test message',
  long,
  async () => {
    const sink = await smtpSink();
    onTestFinished(() => sink.close());
    const env = { JOINERY_DATA: folderForTest('data'), JOINERY_NETWORK: 'empty' };
    const house = await openHouse(readConfig(env), () => undefined);
    await house.close();

    const bare = await doctor(env);
    const mailing = await doctor({ ...env, SMTP_URL: sink.url }, '--mail', 'ruth@hub.example');
    const dead = await doctor({ ...env, SMTP_URL: 'smtp://127.0.0.1:1' });

    expect(bare.code).toBe(1);
    expect(problemOf(bare.found, 'Mail is sent')).toContain('SMTP_URL is empty');
    expect(problemOf(bare.found, 'There is a backup of today or yesterday')).toContain(
      'There never was one.',
    );
    expect(problemOf(mailing.found, 'The mail server takes our sign-in')).toBeUndefined();
    expect(sink.caught.map((mail) => mail.to)).toEqual([['ruth@hub.example']]);
    expect(problemOf(dead.found, 'The mail server takes our sign-in')).toContain('ECONNREFUSED');
  },
);

test('who asks the doctor for nothing it knows is told so', long, async () => {
  expect((await doctor({}, '--mail', 'nobody')).code).toBe(2);
  expect((await doctor({}, 'please')).code).toBe(2);
});

test('settings that let others read along or in are named, and those of a network behind a proxy are well', () => {
  const open = settingsFindings(
    readConfig({ JOINERY_DATA: '/srv/d', PUBLIC_URL: 'http://network.example', HOST: '0.0.0.0' }),
  );
  const closed = settingsFindings(
    readConfig({ JOINERY_DATA: '/srv/d', PUBLIC_URL: 'https://network.example', TRUSTED_PROXY: '127.0.0.1' }),
  );

  expect(open.map(({ level }) => level)).toEqual(['not well', 'well', 'advice', 'not well']);
  expect(closed.map(({ level }) => level)).toEqual(['well', 'well', 'well', 'well']);
  expect(settingsFindings(readConfig({ HOST: '0.0.0.0' }))[1]?.problem).toContain('Leave HOST out.');
});

test('a Node without fixes is worth a thought', () => {
  expect([nodeFinding('20.20.2').level, nodeFinding('24.21.0').level]).toEqual(['advice', 'well']);
});

test('files that others may read or write are named', () => {
  const config = readConfig({ JOINERY_DATA: folderForTest('data') });
  mkdirSync(join(config.dataFolder, 'imports'), { recursive: true });
  writeFileSync(join(config.dataFolder, 'field.key'), '', { mode: 0o644 });
  chmodSync(config.dataFolder, 0o777);

  const bad = folderFindings(config).filter(({ level }) => level === 'not well');

  expect(bad.map(({ what }) => what)).toEqual([
    'Nobody else writes into the data folder',
    'Nobody else reads what lies in the data folder',
    'The key of encrypted fields is readable by its owner only',
  ]);
});

test('backups that are old, could not be restored, or lie on the same disk only are named', () => {
  const at = new Date('2026-11-25T12:00:00Z');
  const good = {
    id: '1',
    why: 'nightly',
    state: 'whole',
    startedAt: new Date('2026-11-25T02:40:00Z'),
    rows: 1,
    bytes: 1,
  };
  const rest = { provedAt: null, trouble: '', proofTrouble: '', commandCode: null, commandTrouble: '' };

  expect(backupFinding([{ ...good, ...rest }], at).level).toBe('well');
  expect(backupFinding([{ ...good, ...rest, proofTrouble: 'damaged' }], at).level).toBe('not well');
  expect(
    backupFinding([{ ...good, ...rest, startedAt: new Date('2026-11-23T02:40:00Z') }], at).problem,
  ).toContain('from 2026-11-23T02:40:00.000Z');
  const config = readConfig({ JOINERY_DATA: folderForTest() });
  expect(shelfFinding(config).level).toBe('advice');
  expect(shelfFinding(readConfig({ JOINERY_DATA: config.dataFolder, JOINERY_BACKUPS: 'off' })).level).toBe(
    'not well',
  );
});

async function doctor(env: Record<string, string>, ...args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, 'doctor', '--json', ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const out = await text(child.stdout);
  const found: { findings: Finding[] } = out === '' ? { findings: [] } : JSON.parse(out);
  return { code: await ended, found: found.findings };
}

function problemOf(found: readonly Finding[], what: string): string | undefined {
  return found.find((one) => one.what === what)?.problem;
}
