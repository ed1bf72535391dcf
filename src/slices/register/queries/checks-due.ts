import { sql } from 'kysely';
import type { TenMinutes } from '../../../platform/contributions.ts';
import { freshnessWords } from '../rules/freshness.ts';
import { organisations } from '../urls.ts';
import { freshnessOf } from './organisation.ts';

const keepers = ['admin', 'worker'];

/** Records that the actor may say are right and that want a check: their own first, then those of their centre. */
export const checksDue: TenMinutes = {
  name: 'check',
  label: 'Is it still right?',
  place: 20,
  async read(ctx, { limit, taken }) {
    const held = ctx.actor.positions.filter((one) => keepers.includes(one.role));
    const own = held.map((one) => one.organisationId);
    if (own.length === 0) return [];
    const due = sql<boolean>`state = 'active' and kind not in ('centre', 'hub') and freshness <> 'ok'
      and (id = any(${own}::uuid[]) or home_centre_id = any(${own}::uuid[]))`;
    const { rows } = await sql<{ id: string; name: string; freshness: string; checkedAt: Date | null }>`
      select id, name, freshness, checked_at as "checkedAt" from (
        (select *, id = any(${own}::uuid[]) as own from register.organisation where ${due}
          order by id = any(${own}::uuid[]) desc, checked_at nulls first, id limit ${limit})
        union
        (select *, id = any(${own}::uuid[]) as own from register.organisation
          where ${due} and id = any(${[...taken]}::uuid[]))
      ) as wanted order by own desc, checked_at nulls first, id`.execute(ctx.db.open);
    return rows.map(({ id, name, freshness, checkedAt }) => ({
      id,
      title: name,
      text: freshnessWords({ freshness: freshnessOf(freshness), checkedAt }, ctx.now),
      url: organisations.check(id),
      action: 'Look whether it is right',
      minutes: 1,
    }));
  },
};
