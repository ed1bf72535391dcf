import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';

export interface Funnel {
  readonly asked: number;
  readonly replied: number;
  readonly introduced: number;
  readonly opened: number;
  readonly offered: number;
  readonly started: number;
  readonly ended: number;
  /** Stopped, withdrawn or expired before anybody started. */
  readonly stopped: number;
  /** Half of those who heard from somebody heard sooner than that, in hours of the clock on the wall. */
  readonly medianHours: number | null;
}

/** The place of each step on the way from asking to the end, as an enquiry keeps the furthest one it came to. */
export interface Places {
  readonly introduced: number;
  readonly opened: number;
  readonly offered: number;
  readonly started: number;
  readonly ended: number;
}

/** How many enquiries of these centres reached each step since a day; who they are does not matter here. */
export async function funnelOf(
  db: Db,
  of: { centreIds: readonly string[]; since: Date; places: Places },
): Promise<Funnel> {
  const { places } = of;
  const { rows } = await sql<Funnel>`
    select count(*)::integer as asked, count(replied_at)::integer as replied,
      (count(*) filter (where reached >= ${places.introduced}))::integer as introduced,
      (count(*) filter (where reached >= ${places.opened}))::integer as opened,
      (count(*) filter (where reached >= ${places.offered}))::integer as offered,
      (count(*) filter (where reached >= ${places.started}))::integer as started,
      (count(*) filter (where reached >= ${places.ended}))::integer as ended,
      (count(*) filter (where state in ('stopped', 'expired', 'withdrawn')))::integer as stopped,
      percentile_cont(0.5) within group (order by extract(epoch from replied_at - made_at) / 3600) as "medianHours"
    from volunteering.enquiry
    where centre_id = any(${[...of.centreIds]}::uuid[]) and made_at >= ${of.since}`.execute(db);
  const nothing = { asked: 0, replied: 0, introduced: 0, opened: 0, offered: 0 };
  return rows[0] ?? { ...nothing, started: 0, ended: 0, stopped: 0, medianHours: null };
}
