import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { openEngine } from '../src/platform/engine/engine.ts';
import { type Bench, figure } from './tools/bench.ts';
import { startPractice } from './tools/practice.ts';
import { type RealQuestion, realQuestions } from './tools/real-questions.ts';

const shared = join(process.env.JOINERY_SHARED ?? join(import.meta.dirname, '../../shared'), 'data');

/** Kinds, files and sources of the real lists, in the order in which they build on one another. */
const lists: readonly [kind: string, ...files: string[]][] = [
  ['areas', 'boundaries/geogALL2022UK.json', 'local-authorities/uk_local_authorities_current.csv'],
  ['postcodes', 'outcodes/postcodes.csv'],
  ['postcodes', 'postcodes-gb/postcodes-gb.csv.gz'],
  ['organisations', 'charity-lookups/federated-charities.csv'],
  ['organisations', 'ukcat/sample.csv'],
  ['organisations', 'ukcat/top2000.csv'],
  ['organisations', 'coops-uk/open_data_organisations.csv'],
  ['organisations', 'trafford/charities_operating_in_trafford.csv'],
  ['organisations', 'mutual-aid-groups/uk-mutual-aid-groups.csv'],
  ['services', 'hounslow-directory'],
];

interface Answer {
  readonly asked: RealQuestion;
  readonly said: readonly string[];
  /** From 0; -1 where no answer is among the first five. */
  readonly place: number;
}

/** Fifty questions of real life to real registers, by the search that programs use. */
export const bench: Bench = {
  name: 'questions',
  what: 'fifty questions of real life to the real registers, where they are at hand: the share answered first, and among five',
  size: realQuestions.length,
  async *run({ size }) {
    if (!existsSync(join(shared, 'ukcat'))) {
      console.error('The real registers are not at hand, so nothing can be asked.');
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'joinery-bench-'));
    const env = { ...process.env, JOINERY_DATA: folder, JOINERY_NETWORK: 'empty' };
    try {
      for (const [kind, ...files] of lists) {
        const paths = files.map((file) => join(shared, file));
        await promisify(execFile)('bin/joinery', ['import', kind, ...paths], { env }).catch(forgiveRejects);
      }
      const ours = await startPractice(folder, undefined, { JOINERY_NETWORK: 'empty' });
      await openDoors(folder);
      const answers: Answer[] = [];
      for (const asked of realQuestions.slice(0, size)) answers.push(await ask(ours.url, asked));
      await ours.stop({ keep: true });

      yield figure('hit@1', answers.filter(({ place }) => place === 0).length / answers.length);
      yield figure('hit@5', answers.filter(({ place }) => place >= 0).length / answers.length);
      for (const { asked, place, said } of answers.filter((one) => one.place !== 0)) {
        const where = asked.near ? ` near ${asked.near}` : '';
        console.error(
          `${place < 0 ? 'not' : `as ${place + 1}.`} answered: ${asked.q}${where}: ${said.join(' / ')}`,
        );
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** An empty network answers nobody before its coordinator has opened it. */
async function openDoors(folder: string): Promise<void> {
  const engine = await openEngine({ dataFolder: folder });
  const owner = new pg.Client({ connectionString: engine.urls.owner });
  await owner.connect();
  await owner.query('update network.network set published_at = now()');
  await owner.end();
  await engine.stop();
}

/** Some rows of real lists are always rejected; that nothing could be done is another thing. */
function forgiveRejects(problem: unknown): void {
  if ((problem as { code?: unknown }).code !== 1) throw problem;
}

async function ask(url: string, asked: RealQuestion): Promise<Answer> {
  const words = new URLSearchParams({ q: asked.q, near: asked.near ?? '', limit: '5' });
  const response = await fetch(`${url}/api/v1/search?${words}`);
  const found = (await response.json()) as {
    items: { name: string; summary: string; organisation: { name: string } }[];
  };
  const said = found.items.map(({ name, organisation }) =>
    name === organisation.name ? name : `${name} (${organisation.name})`,
  );
  const place = found.items.findIndex(({ name, summary, organisation }) =>
    asked.wanted.test(`${name} | ${organisation.name} | ${summary}`),
  );
  return { asked, said, place };
}
