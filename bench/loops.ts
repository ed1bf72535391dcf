import pg from 'pg';
import type { Db } from '../src/platform/db/open.ts';
import { makeCtx } from '../src/platform/http/context.ts';
import { job } from '../src/platform/permit.ts';
import { boardLoops, markedCount, openCounts, unownedCount } from '../src/slices/hub/queries/board.ts';
import { BoardQuery } from '../src/slices/hub/words/board.ts';
import { climbWhatIsDue } from '../src/slices/loops/actions/climb.ts';
import { openLoopsOf } from '../src/slices/loops/queries/open.ts';
import { standing } from '../src/slices/register/queries/standing.ts';
import { type Bench, type Figure, figure } from './tools/bench.ts';
import { seeded } from './tools/places.ts';
import { openRoom } from './tools/room.ts';
import { inTurns, quantile, seconds } from './tools/times.ts';

const rounds = 200;
const rowsOfAPage = 51;
const now = new Date('2026-11-24T17:00:00Z');
const kinds = ['registration', 'claim', 'suggested-change', 'belonging', 'first-look', 'appeal', 'merge'];

/** So many open promises: what the board and an inbox cost, and how long a night takes in which all of them climb. */
export const bench: Bench = {
  name: 'loops',
  what: 'the board, an inbox and the nightly clock, against one table with the same rows',
  size: 100_000,
  async *run({ size }) {
    const room = await openRoom();
    try {
      const { urls, source } = await room.open('loops');
      const client = new pg.Client({ connectionString: urls.owner });
      await client.connect();
      try {
        const organisations = await fill(client, size);
        yield* reads(source.database.open, client, organisations);
        yield* night(makeCtx(source, { actor: job, hoursAhead: 0 }), size);
      } finally {
        await client.end();
      }
    } finally {
      await room.close();
    }
  },
};

/** One centre for each fifty groups, two people everywhere; promises of the last month, all of them due now. */
async function fill(client: pg.Client, size: number): Promise<string[]> {
  const groups = Math.max(50, Math.min(20_000, Math.round(size / 50)));
  await client.query(`create table public.made as
    select number, gen_random_uuid() as id, gen_random_uuid() as one, gen_random_uuid() as other,
      case when number = 0 then 'hub' when number % 50 = 1 then 'centre' else 'informal' end as kind
    from generate_series(0, ${groups}) as number`);
  await client.query(`insert into people.person (id, email, name, created_at, changed_at)
    select person, person || '@bench.example', 'One', '2026-01-01', '2026-01-01'
    from made, unnest(array[one, other]) as person`);
  await client.query(`insert into register.organisation (id, name, kind, state, summary, freshness, phone, created_at,
      changed_at, home_centre_id)
    select made.id, 'Group ' || made.number, made.kind, case when made.number % 97 = 5 then 'paused' else 'active' end,
      '', case when made.number % 31 = 3 then 'none' else 'ok' end, '01632 960100', '2026-01-01', '2026-01-01', null
    from made order by made.number`);
  await client.query(`update register.organisation set home_centre_id = centre.id
    from made join made as centre on centre.number = made.number - (made.number - 1) % 50
    where organisation.id = made.id and made.kind = 'informal'`);
  await client.query(`insert into register.position (id, organisation_id, person_id, role, from_at)
    select gen_random_uuid(), id, person, case when kind = 'hub' then 'coordinator' else 'admin' end, '2026-01-01'
    from made, unnest(array[one, other]) as person`);
  await client.query(
    `insert into loops.loop (id, kind, thing_id, owner_organisation_id, owner_person_id, owner_since,
      about_organisation_id, opened_at, due_at, first_due_at)
    select gen_random_uuid(), ($2::text[])[1 + counted % 7], gen_random_uuid(), made.id, made.one, opened, made.id, opened,
      $1, opened + interval '3 days'
    from generate_series(1, ${size}) as counted
      join made on made.number = 1 + (counted::bigint * 7919) % ${groups},
      lateral (select $1::timestamptz - make_interval(hours => ((counted::bigint * 31) % 720)::integer) as opened) as times`,
    [now, kinds],
  );
  await client.query(`create table public.bare as
    select loop.*, owner.name as owner_name, owner.phone as owner_phone, owner.state, owner.freshness, owner.kind as body
    from loops.loop join register.organisation as owner on owner.id = owner_organisation_id`);
  await client.query('create index on public.bare (first_due_at, id)');
  await client.query('create index on public.bare (kind, first_due_at, id)');
  await client.query('create index on public.bare (owner_organisation_id, first_due_at, id)');
  for (const table of ['public.bare', 'loops.loop', 'register.organisation', 'register.position']) {
    await client.query(`vacuum analyze ${table}`);
  }
  const { rows } = await client.query<{ id: string }>('select id from made where number > 0 order by number');
  return rows.map((row) => row.id);
}

async function* reads(db: Db, peer: pg.Client, organisations: readonly string[]): AsyncIterable<Figure> {
  const chance = seeded(11);
  const asked = Array.from({ length: rounds }, () => ({
    organisation: organisations[Math.floor(chance() * organisations.length)] ?? '',
    kind: chance() < 0.5 ? '' : (kinds[Math.floor(chance() * kinds.length)] ?? ''),
    at: new Date(now.getTime() - Math.floor(chance() * 600) * 3_600_000),
  }));
  const at = (round: number) => asked[round % rounds] ?? { organisation: '', kind: '', at: now };

  const inbox = await inTurns(
    rounds,
    async (round) => {
      const loops = await openLoopsOf(db, [at(round).organisation]);
      return standing(
        db,
        loops.map((loop) => loop.aboutOrganisationId),
      );
    },
    (round) =>
      peer.query(
        `select * from public.bare where owner_organisation_id = $1 and ended_at is null
        order by first_due_at, id limit 200`,
        [at(round).organisation],
      ),
  );
  yield* both('an inbox', inbox);

  const board = await inTurns(
    rounds,
    (round) => boardLoops(db, {}, { query: queryOf(at(round)), now, limit: rowsOfAPage }),
    (round) => {
      const { kind, at: after } = at(round);
      const where = kind ? 'kind = $2 and' : '$2::text is not null and';
      return peer.query(
        `select * from public.bare where ${where} ended_at is null
          and (first_due_at, id) > ($1::timestamptz, '00000000-0000-0000-0000-000000000000'::uuid)
        order by first_due_at, id limit ${rowsOfAPage}`,
        [after, kind],
      );
    },
  );
  yield* both('a page of the board', board);

  const counts = await inTurns(
    5,
    () => Promise.all([openCounts(db, {}, now), unownedCount(db, {}), markedCount(db, {})]),
    () => peer.query(bareCounts, [now]),
    3,
  );
  yield* both('the counts of the board', counts);
}

/** The same three numbers from one table that knows all of it, except who holds which position. */
const bareCounts = `select kind, climb_step, count(*), count(*) filter (where first_due_at < $1),
    count(*) filter (where state in ('closed', 'refused', 'closing', 'paused')
      or (freshness = 'none' and body not in ('centre', 'hub')))
  from public.bare where ended_at is null group by kind, climb_step`;

function queryOf({ kind, at }: { kind: string; at: Date }): BoardQuery {
  return BoardQuery.parse({ kind, after: `${at.getTime()}.00000000-0000-0000-0000-000000000000` });
}

function* both(name: string, times: { ours: number[]; peer: number[] }): Iterable<Figure> {
  yield figure(`${name}, p50 ms`, quantile(times.ours, 0.5), quantile(times.peer, 0.5));
  yield figure(`${name}, p95 ms`, quantile(times.ours, 0.95), quantile(times.peer, 0.95));
}

/** All climb in one run, as after a network has slept for a week. */
async function* night(ctx: ReturnType<typeof makeCtx>, size: number): AsyncIterable<Figure> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const looking = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 100);
  const from = seconds();
  const climbed = await climbWhatIsDue({ ...ctx, now });
  const took = seconds() - from;
  clearInterval(looking);
  yield figure('share that climbed', climbed / size);
  yield figure('the night, seconds', took);
  yield figure('promises that climb a second', climbed / took);
  yield figure('memory more at its peak, MB', (peak - before) / 1024 / 1024);
}
