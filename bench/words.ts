import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { plain } from '../src/slices/directory/rules/terms.ts';
import { type Bench, figure } from './tools/bench.ts';
import { organisations } from './tools/organisations.ts';

const shared = join(process.env.JOINERY_SHARED ?? join(import.meta.dirname, '../../shared'), 'data');
const registers: readonly [file: string, name: string, text: string][] = [
  ['ukcat/sample.csv', 'name', 'activities'],
  ['ukcat/top2000.csv', 'name', 'activities'],
  ['coops-uk/open_data_organisations.csv', 'Registered Name', ''],
  ['trafford/charities_operating_in_trafford.csv', 'charity_name', 'charity_activities'],
  ['mutual-aid-groups/uk-mutual-aid-groups.csv', 'name', ''],
];

interface Texts {
  readonly names: string[];
  readonly about: string[];
}

/** Whether the invented organisations have words as often as real ones: every other bench stands on that. */
export const bench: Bench = {
  name: 'words',
  what: 'how often words come in the invented organisations, against real registers where they are at hand',
  size: 17_000,
  async *run({ size }) {
    const ours = invented(size);
    const real = registered(size);
    if (!real) console.error('The real registers are not at hand, so only our own figures are here.');
    for (const part of ['names', 'about'] as const) {
      const [own, theirs] = [usage(ours[part]), real && usage(real[part].slice(0, ours[part].length))];
      for (const [metric, value] of Object.entries(own)) {
        yield figure(`${part}: ${metric}`, value, theirs?.[metric]);
      }
    }
  },
};

function invented(size: number): Texts {
  const texts: Texts = { names: [], about: [] };
  for (const { name, summary, description } of organisations(size)) {
    texts.names.push(name);
    if (texts.about.length < 4500) texts.about.push(`${summary} ${description}`);
  }
  return texts;
}

function registered(most: number): Texts | undefined {
  const texts: Texts = { names: [], about: [] };
  for (const [file, name, text] of registers) {
    if (!existsSync(join(shared, file))) return undefined;
    const rows = parse(readFileSync(join(shared, file)), { columns: true, bom: true, relax_quotes: true });
    for (const row of rows as Record<string, string>[]) {
      if (row[name] && texts.names.length < most) texts.names.push(row[name]);
      if (text && row[text]) texts.about.push(row[text]);
    }
  }
  return texts;
}

/** Shares of all words that the most usual make up, how many different ones there are, and how many come once. */
function usage(texts: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  let all = 0;
  for (const word of texts.flatMap((text) => plain(text).split(' '))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    all += 1;
  }
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const share = (most: number) => sorted.slice(0, most).reduce((sum, count) => sum + count, 0) / all;
  return {
    'words in a text': all / texts.length,
    'different words in a thousand texts': (counts.size / texts.length) * 1000,
    'share of the 10 most usual words': share(10),
    'share of the 100 most usual words': share(100),
    'share of the 1,000 most usual words': share(1000),
    'share of words that come once': sorted.filter((count) => count === 1).length / counts.size,
  };
}
