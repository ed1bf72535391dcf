import { join } from 'node:path';
import {
  type Counts,
  type ImportCommand,
  type ImportResult,
  importKinds,
  importList,
} from '../slices/interchange/door.ts';
import { inHouse } from './house.ts';
import { figure, progressLine, readArgs, type Verb, WrongUse } from './verb.ts';

export const importKind: Verb = {
  usage: 'import KIND FILE… [--map THEIRS=OURS] [--source NAME] [--dry-run] [--json]',
  what: `loads a list that others hold. KIND: ${importKinds.join(', ')}`,
  async run(args) {
    const { values, positionals } = readArgs(args, {
      map: { type: 'string', multiple: true },
      source: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    });
    const [typed = '', ...paths] = positionals;
    const kind = importKinds.find((one) => one === typed);
    if (!kind)
      throw new WrongUse(typed === '' ? 'Say what is to be imported.' : `There is no kind “${typed}”.`);
    if (paths.length === 0) throw new WrongUse('Name the file to import.');

    const command = {
      kind,
      paths,
      map: readMap(values.map ?? []),
      source: values.source,
      dry: values['dry-run'] ?? false,
    };
    const result = await run(command);
    if (values.json) console.log(JSON.stringify(asJson(result)));
    else for (const line of inWords(result, command.dry)) console.log(line);
    return result.rejected > 0 ? 1 : 0;
  },
};

function run(command: Omit<ImportCommand, 'say' | 'progress' | 'rejectsFolder'>): Promise<ImportResult> {
  const line = progressLine();
  return inHouse(async (ctx, config) => {
    try {
      return await importList(ctx, {
        ...command,
        rejectsFolder: join(config.dataFolder, 'imports'),
        say: (text) => console.error(text),
        progress: (counts) => line.show(`${figure(counts.read)} rows read`),
      });
    } finally {
      line.clear();
    }
  });
}

function readMap(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map((pair): [string, string] => {
      const at = pair.lastIndexOf('=');
      if (at < 1) throw new WrongUse(`--map is written THEIRS=OURS, not “${pair}”.`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}

function asJson(
  result: ImportResult,
): Record<keyof Counts | 'rejects_file' | 'seconds', number | string | null> {
  const { read, new: made, matched, changed, unchanged, rejected, rejectsFile, seconds } = result;
  return { read, new: made, matched, changed, unchanged, rejected, rejects_file: rejectsFile, seconds };
}

function inWords(result: ImportResult, isDry: boolean): string[] {
  const { read, matched, changed, unchanged, rejected, rejectsFile, remarks, seconds } = result;
  const parts = [
    `${figure(result.new)} new`,
    `${figure(matched)} matched`,
    `${figure(changed)} changed`,
    `${figure(unchanged)} unchanged`,
    `${figure(rejected)} rejected`,
  ];
  const lines = [`${figure(read)} rows read in ${seconds} s: ${parts.join(', ')}.`];
  if (isDry) lines.push('This was a dry run: nothing was written.');
  for (const { reason, rows } of remarks)
    lines.push(`Taken, ${figure(rows)} ${rows === 1 ? 'row' : 'rows'}: ${reason}`);
  if (rejectsFile) lines.push(`Rows that were not taken, with the reason: ${rejectsFile}`);
  return lines;
}
