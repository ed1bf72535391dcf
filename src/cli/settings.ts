import { join } from 'node:path';
import { settings as known, readConfig } from '../platform/config.ts';
import { projectRoot } from '../platform/root.ts';
import type { Verb } from './verb.ts';

const defaults: Readonly<Record<string, string>> = {
  PORT: '3000',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'http://localhost:PORT',
  JOINERY_DATA: join(projectRoot, 'data'),
  JOINERY_NETWORK: 'demo',
  JOINERY_BACKUPS: 'the folder backups in JOINERY_DATA',
  JOINERY_BACKUPS_KEEP: '14',
  JOINERY_SHARED: '../shared',
};

export const settings: Verb = {
  usage: 'settings',
  what: 'lists every setting, what it is for and its present value',
  async run() {
    for (const { name, what, secret } of known) {
      console.log(`${name}\n    ${what}\n    ${valueNow(name, secret ?? false)}`);
    }
    readConfig(process.env);
    return 0;
  },
};

function valueNow(name: string, secret: boolean): string {
  const value = process.env[name] ?? '';
  if (value !== '') return secret ? 'Now: set, and not shown' : `Now: ${value}`;
  const standard = defaults[name];
  return standard ? `Now: ${standard} (not set)` : 'Now: empty';
}
