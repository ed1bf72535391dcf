import { once } from 'node:events';
import { csvLine, guarded, joined } from '../slices/interchange/door.ts';
import { exportedOrganisations } from '../slices/register/door.ts';
import { inHouse } from './house.ts';
import { readArgs, type Verb, WrongUse } from './verb.ts';

export const exportKind: Verb = {
  usage: 'export KIND [--format csv|json]',
  what: 'writes what is published to stdout. KIND: organisations',
  async run(args) {
    const { values, positionals } = readArgs(args, { format: { type: 'string' } });
    const format = values.format ?? 'csv';
    if (format !== 'csv' && format !== 'json') throw new WrongUse(`There is no format “${format}”.`);
    const [kind = ''] = positionals;
    if (kind !== 'organisations') throw new WrongUse(`There is no kind “${kind}”.`);

    await inHouse((ctx) => {
      const rows = exportedOrganisations(ctx.db.open);
      return write(format === 'csv' ? asCsv(rows) : asJson(rows));
    });
    return 0;
  },
};

type Rows = AsyncIterable<object>;

async function* asCsv(rows: Rows): AsyncGenerator<string> {
  let isFirst = true;
  for await (const row of rows) {
    if (isFirst) yield csvLine(Object.keys(row));
    isFirst = false;
    yield csvLine(Object.entries(row).map(([name, value]) => cell(name, value)));
  }
}

async function* asJson(rows: Rows): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    yield before + JSON.stringify(row);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function cell(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  const text = Array.isArray(value) ? joined(value.map(word)) : String(value);
  return name === 'phone' || typeof value === 'number' ? text : guarded(text);
}

function word(item: unknown): string {
  const isIdentifier = typeof item === 'object' && item !== null && 'scheme' in item && 'id' in item;
  return isIdentifier ? `${item.scheme}-${item.id}` : String(item);
}

/** Writes no faster than the reader reads. */
async function write(parts: AsyncIterable<string>): Promise<void> {
  for await (const part of parts) {
    if (!process.stdout.write(part)) await once(process.stdout, 'drain');
  }
}
