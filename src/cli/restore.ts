import { dirname, join, resolve } from 'node:path';
import { sizeOf } from '../platform/backup/manifest.ts';
import { restore as restoreInto } from '../platform/backup/restore.ts';
import { findBackup } from '../platform/backup/shelf.ts';
import { readConfig, shelfOf } from '../platform/config.ts';
import { bringErased, erasedName } from '../platform/erasing.ts';
import { figure, progressLine, readArgs, type Verb, WrongUse } from './verb.ts';

export const restore: Verb = {
  usage: 'restore FOLDER [--json]',
  what: 'makes a network out of a backup, or of the newest in FOLDER, in an empty data folder or database',
  async run(args) {
    const { values, positionals } = readArgs(args, { json: { type: 'boolean' } });
    const [from, ...rest] = positionals;
    if (from === undefined || rest.length > 0) throw new WrongUse('Name the folder of the backup.');
    const config = readConfig(process.env);
    const startedAt = Date.now();
    const line = progressLine();
    const backup = findBackup(resolve(from));
    const broken = await restoreInto(backup, config, (text) => line.show(text)).finally(() => line.clear());
    await bringErased(join(dirname(backup.folder), erasedName), join(shelfOf(config), erasedName));
    const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
    const { rows } = sizeOf(backup.manifest);
    const { folder, manifest } = backup;
    if (values.json) {
      console.log(
        JSON.stringify({
          folder,
          tables: manifest.tables.length,
          rows,
          broken_seal: broken ?? null,
          seconds,
        }),
      );
    } else {
      console.log(`${figure(rows)} rows as they were at ${manifest.made_at}, in ${seconds} s: ${folder}`);
      console.log(broken === undefined ? sealWords(manifest.seal) : brokenWords(broken));
      console.log(
        'Set the JOINERY_KEY of where this network came from, or put its field.key into the folder, before you start it.',
      );
    }
    return broken === undefined ? 0 : 1;
  },
};

function sealWords(seal: { number: number } | null): string {
  if (!seal) return 'Every row was compared with the backup. Nothing of the record was sealed yet.';
  return `Every row was compared with the backup, and the record is whole up to its seal ${seal.number}.`;
}

function brokenWords(number: number): string {
  return (
    `Every row is as in the backup, but seal ${number} does not prove what stands in the record: ` +
    'it was changed before the backup was made.'
  );
}
