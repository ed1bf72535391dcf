import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Ctx } from './ctx.ts';

/** Upper ends of the classes of time, in seconds. */
const classes = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What this process counted since it started. It is lost with the process, which whoever reads counters expects. */
export const counts = {
  open: 0,
  turnedAway: 0,
  loopDelayMs: 0,
  byStatus: new Map<number, number>(),
  byClass: new Array<number>(classes.length).fill(0),
  seconds: 0,
  all: 0,
  answered(status: number, ms: number): void {
    this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1);
    this.all += 1;
    this.seconds += ms / 1000;
    for (const [index, end] of classes.entries())
      if (ms / 1000 <= end) this.byClass[index] = (this.byClass[index] ?? 0) + 1;
  },
};

interface Waiting {
  mail_waiting: number;
  mail_failed: number;
  unsealed: number;
  backup_age: number | null;
}

/** Everything as Prometheus reads it (text format 0.0.4). Numbers only: no person, no organisation, no address. */
export async function metricsText(ctx: Ctx): Promise<string> {
  const memory = process.memoryUsage();
  const { bavail, bsize } = await statfs(ctx.dataFolder ?? process.cwd());
  const waiting = await waits(ctx);
  const statuses = [...counts.byStatus].sort(([one], [other]) => one - other);
  return [
    ...family('joinery_requests_total', 'counter', 'Answers by status', [
      ...statuses.map(([status, count]): Sample => [`{status="${status}"}`, count]),
    ]),
    ...histogram(),
    ...one('joinery_requests_open', 'gauge', 'Being answered now', counts.open),
    ...one('joinery_requests_turned_away_total', 'counter', 'Turned away because of load', counts.turnedAway),
    ...one('joinery_loop_delay_seconds', 'gauge', 'How late the program is', counts.loopDelayMs / 1000),
    ...one('joinery_memory_bytes', 'gauge', 'Memory of the process', memory.rss),
    ...one('joinery_up_seconds', 'gauge', 'Since the start', Math.round(process.uptime())),
    ...one('joinery_disk_free_bytes', 'gauge', 'Room beside the data', bavail * bsize),
    ...one('joinery_mail_waiting', 'gauge', 'Mail not handed over yet', waiting.mail_waiting),
    ...one('joinery_mail_failed', 'gauge', 'Mail that nobody took', waiting.mail_failed),
    ...one('joinery_events_unsealed', 'gauge', 'Events behind the last seal', waiting.unsealed),
    ...(waiting.backup_age === null
      ? []
      : one('joinery_backup_age_seconds', 'gauge', 'Since the last good backup began', waiting.backup_age)),
    '',
  ].join('\n');
}

type Sample = [labels: string, value: number];

function family(name: string, type: string, help: string, samples: readonly Sample[]): string[] {
  return [
    `# HELP ${name} ${help}.`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([of, value]) => `${name}${of} ${value}`),
  ];
}

function one(name: string, type: string, help: string, value: number): string[] {
  return family(name, type, help, [['', value]]);
}

function histogram(): string[] {
  const name = 'joinery_request_seconds';
  return [
    `# HELP ${name} Time to answer.`,
    `# TYPE ${name} histogram`,
    ...classes.map((end, index) => `${name}_bucket{le="${end}"} ${counts.byClass[index] ?? 0}`),
    `${name}_bucket{le="+Inf"} ${counts.all}`,
    `${name}_sum ${counts.seconds}`,
    `${name}_count ${counts.all}`,
  ];
}

async function waits(ctx: Ctx): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select
      (select count(*) from platform.mail_state where state = 'waiting') as mail_waiting,
      (select count(*) from platform.mail_state where state = 'failed') as mail_failed,
      (select count(*) from platform.event where transaction >=
        coalesce((select transactions_before from platform.seal order by number desc limit 1), '0')) as unsealed,
      (select extract(epoch from ${ctx.machineNow}::timestamptz - max(started_at))::float8 from platform.backup_state
        where state = 'whole' and not proof_failed) as backup_age`.execute(ctx.db.open);
  const [row] = rows;
  if (!row) throw new Error('One row was asked for.');
  return row;
}
