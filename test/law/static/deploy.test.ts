import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '../../../src/platform/config.ts';

test('the example settings of the service are settings that the program takes', () => {
  const lines = readFileSync('deploy/joinery.env', 'utf8').split('\n');
  const pairs = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split(/=(.*)/, 2));

  const config = readConfig(Object.fromEntries(pairs));

  expect(config.publicUrl).toBe('https://network.example');
  expect(config.backups).toMatchObject({
    shelf: '/srv/joinery/backups',
    command: ['/usr/local/bin/take-away'],
  });
});

test('the examples lead to the port and the limits that the program has', () => {
  const { port } = readConfig({});

  expect(readFileSync('deploy/nginx.conf', 'utf8')).toContain(`server 127.0.0.1:${port};`);
  expect(readFileSync('deploy/Caddyfile', 'utf8')).toContain(`reverse_proxy 127.0.0.1:${port}`);
  expect(readFileSync('deploy/Containerfile', 'utf8')).toContain(`EXPOSE ${port}`);
});

test('every example stands in the words about running', () => {
  const words = readFileSync('docs/running.md', 'utf8');
  const files = [
    'joinery.service',
    'joinery.env',
    'joinery-doctor.timer',
    'take-away',
    'nginx.conf',
    'Caddyfile',
  ];

  expect([...files, 'Containerfile'].filter((name) => !words.includes(`deploy/${name}`))).toEqual([]);
});
