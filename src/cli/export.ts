import { once } from 'node:events';
import { cellOf, csvLine } from '../platform/csv.ts';
import type { Db } from '../platform/db/open.ts';
import {
  exportedOrganisations,
  exportedServices,
  organisationColumns,
  serviceColumns,
} from '../slices/register/door.ts';
import { inHouse } from './house.ts';
import { readArgs, type Verb, WrongUse } from './verb.ts';

interface Kind {
  columns: readonly string[];
  rows(db: Db): AsyncIterable<object>;
}

const kinds: Readonly<Record<string, Kind>> = {
  organisations: { columns: organisationColumns, rows: exportedOrganisations },
  services: { columns: serviceColumns, rows: exportedServices },
};

export const exportKind: Verb = {
  usage: 'export KIND [--format csv|json]',
  what: `writes what is published to stdout. KIND: ${Object.keys(kinds).join(', ')}`,
  async run(args) {
    const { values, positionals } = readArgs(args, { format: { type: 'string' } });
    const format = values.format ?? 'csv';
    if (format !== 'csv' && format !== 'json') throw new WrongUse(`There is no format “${format}”.`);
    const [name = ''] = positionals;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (!kind) throw new WrongUse(name === '' ? 'Say what to export.' : `There is no kind “${name}”.`);

    await inHouse((ctx) => {
      const rows = kind.rows(ctx.db.open);
      return write(format === 'csv' ? asCsv(kind.columns, rows) : asJson(rows));
    });
    return 0;
  },
};

type Rows = AsyncIterable<object>;

async function* asCsv(columns: readonly string[], rows: Rows): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const row of rows) {
    const values = new Map(Object.entries(row));
    yield csvLine(columns.map((name) => cellOf(name, values.get(name))));
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

/** Writes no faster than the reader reads. */
async function write(parts: AsyncIterable<string>): Promise<void> {
  for await (const part of parts) {
    if (!process.stdout.write(part)) await once(process.stdout, 'drain');
  }
}
