import pg from 'pg';
import type { Db } from '../src/platform/db/open.ts';
import { makeCtx } from '../src/platform/http/context.ts';
import { job } from '../src/platform/permit.ts';
import { beginNight, matchEverybody } from '../src/slices/volunteering/actions/matching/night.ts';
import { matchesFor } from '../src/slices/volunteering/queries/matching/best.ts';
import { volunteersAfter } from '../src/slices/volunteering/queries/matching/volunteer.ts';
import { matchWeights } from '../src/slices/volunteering/queries/matching/weights.ts';
import { wishesOf } from '../src/slices/volunteering/rules/matching/wanted.ts';
import type { Wishes } from '../src/slices/volunteering/words/matching.ts';
import { type Bench, type Figure, figure } from './tools/bench.ts';
import { openRoom } from './tools/room.ts';
import { inTurns, quantile, seconds } from './tools/times.ts';
import { bareList, fillVolunteering } from './tools/volunteers.ts';

const rounds = 200;
const shown = 20;
const now = new Date('2026-11-24T03:30:00Z');
const today = '2026-11-24';

/** So many people and two live roles for every five of them: what fits one person, and a night for all. */
export const bench: Bench = {
  name: 'matching',
  what: 'roles that fit one person, against the nearest of a cause in one table; a night for everybody',
  size: 50_000,
  async *run({ size }) {
    const room = await openRoom();
    try {
      const { urls, source } = await room.open('matching');
      const roles = Math.max(100, Math.round(size * 0.4));
      await fillVolunteering(urls.owner, { volunteers: size, roles, groups: Math.ceil(roles * 0.45) });
      const ctx = { ...makeCtx(source, { actor: job, hoursAhead: 0 }), now };
      const from = seconds();
      await beginNight(ctx);
      yield figure('all live roles made ready, seconds', seconds() - from);
      const client = new pg.Client({ connectionString: urls.owner });
      await client.connect();
      try {
        for (const statement of ['vacuum analyze volunteering.open_role', ...bareList])
          await client.query(statement);
        yield* onePerson(source.database.open, client);
      } finally {
        await client.end();
      }
      yield* theNight(ctx, size, roles);
    } finally {
      await room.close();
    }
  },
};

async function* onePerson(db: Db, peer: pg.Client): AsyncIterable<Figure> {
  const weights = await matchWeights(db);
  const people = (await volunteersAfter(db, null, rounds)).map(({ one }) => wishesOf(one, today, []));
  const kinds: [string, (wishes: Wishes) => Wishes][] = [
    ['what fits, as far as one would go', (wishes) => wishes],
    ['what fits, however far', (wishes) => ({ ...wishes, miles: null })],
  ];
  for (const [name, asking] of kinds) {
    const asked = people.map(asking);
    const at = (round: number) => asked[round % asked.length] ?? asked[0];
    const times = await inTurns(
      rounds,
      async (round) => {
        const wishes = at(round);
        return wishes && matchesFor(db, wishes, { weights, today, limit: shown });
      },
      async (round) => {
        const { causes = [], at: place } = at(round) ?? {};
        return peer.query(nearest, [causes.length === 0 ? ['Community'] : causes, place?.x, place?.y]);
      },
      40,
    );
    yield figure(`${name}, p50 ms`, quantile(times.ours, 0.5), quantile(times.peer, 0.5));
    yield figure(`${name}, p95 ms`, quantile(times.ours, 0.95), quantile(times.peer, 0.95));
  }
}

const nearest = `select * from public.bare
  where state = 'live' and until_day >= '${today}' and minimum_age <= 150 and causes && $1::text[]
  order by plane <-> point($2, $3) limit ${shown}`;

async function* theNight(
  ctx: ReturnType<typeof makeCtx>,
  size: number,
  roles: number,
): AsyncIterable<Figure> {
  for (const name of ['the first night', 'a night without news']) {
    if (name !== 'the first night') await beginNight({ ...ctx, now: new Date(now.getTime() + 86_400_000) });
    const before = process.memoryUsage().rss;
    let peak = before;
    const looking = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 100);
    const from = seconds();
    const matched = await matchEverybody(ctx);
    const took = seconds() - from;
    clearInterval(looking);
    if (matched !== size) throw new Error(`${matched} of ${size} people were matched.`);
    yield figure(`${name}, seconds`, took);
    yield figure(`${name}, people a second`, size / took);
    yield figure(`${name}, pairs a second`, (size * roles) / took);
    yield figure(`${name}, memory more at its peak, MB`, (peak - before) / 2 ** 20);
  }
}
