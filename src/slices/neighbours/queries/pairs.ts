import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { builtInPairs } from '../lists/need-pairs.ts';
import { pairsInForce } from '../rules/suggest.ts';
import type { CountedPair, NeedPair } from '../words/suggestions.ts';

/** The pairs of needs that count now: what comes with the program, as the network changed it. */
export async function needPairs(db: Db): Promise<NeedPair[]> {
  const changed = await db.selectFrom('neighbours.need_pair').select(['one', 'other', 'counts']).execute();
  return pairsInForce(builtInPairs, changed);
}

/**
 * Of each pair how many twos of groups that meet it signpost people to one another, as both say (model D7: what is
 * learnt is learnt from these alone). Two groups count once, whichever way people go.
 */
export async function countedPairs(db: Db, pairs: readonly NeedPair[]): Promise<CountedPair[]> {
  const [ones, others] = [pairs.map((pair) => pair.one), pairs.map((pair) => pair.other)];
  const { rows } = await sql<CountedPair>`
    with joint as (
      select a.themes || array(select 'people:' || unnest(a.people_served)) as needs,
        b.themes || array(select 'people:' || unnest(b.people_served)) as other_needs
      from neighbours.saying as ours
      join neighbours.saying as theirs on theirs.organisation_id = ours.about_organisation_id
        and theirs.about_organisation_id = ours.organisation_id
      join register.organisation_profile as a on a.id = ours.organisation_id
      join register.organisation_profile as b on b.id = ours.about_organisation_id
      where ours.organisation_id < ours.about_organisation_id
        and ((ours.signposts_to and theirs.signposts_from) or (ours.signposts_from and theirs.signposts_to))
    )
    select one, other, (select count(*)::integer from joint
      where (one = any(needs) and other = any(other_needs)) or (other = any(needs) and one = any(other_needs))) as joint
    from unnest(${ones}::text[], ${others}::text[]) as pair(one, other)`.execute(db);
  return rows;
}
