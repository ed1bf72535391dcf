import { sql } from 'kysely';
import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import type { Db, Tx } from '../../../../platform/db/open.ts';
import { permit } from '../../../../platform/permit.ts';
import { addJob } from '../../../../platform/record.ts';
import { areaAndAbove } from '../../../areas/door.ts';
import { canMatchAtNight } from '../../permits/matching.ts';
import { form, matchNight, nextMatching, openRoles } from '../../queries/matching/night.ts';
import { volunteersAfter } from '../../queries/matching/volunteer.ts';
import { matchWeights } from '../../queries/matching/weights.ts';
import { bestOf } from '../../rules/matching/best-of.ts';
import type { OpenRole } from '../../rules/matching/score.ts';
import { asWanted, wishesOf } from '../../rules/matching/wanted.ts';
import type { Weights } from '../../words/matching.ts';
import { remakeAllOpenRoles } from './open-roles.ts';

/** So many people in one transaction: it is short, and a stopped night loses no more than this. */
const atOnce = 200;
const keptOfEach = 20;

/** At night all roles are looked at anew, and a job begins to match everybody with them. */
export async function beginNight(ctx: Ctx): Promise<number> {
  permit(canMatchAtNight(ctx.actor));
  if (!(await nextMatching(ctx.db.open, ctx.now))) return 0;
  await ctx.db.transaction(async (tx) => {
    await remakeAllOpenRoles(tx, ctx);
    await tx
      .updateTable('volunteering.match_night')
      .set({ due_at: ctx.now, after_id: null, done_at: null, form })
      .execute();
    await addJob(tx, 'match-volunteers', {}, 'match-volunteers');
  });
  return 1;
}

/** Everybody’s best roles. Whoever is stopped half-way goes on there. Returns how many people it matched. */
export async function matchEverybody(ctx: Ctx, end?: AbortSignal): Promise<number> {
  permit(canMatchAtNight(ctx.actor));
  const { dueAt, doneAt } = await ctx.db.read(matchNight);
  if (dueAt === null || doneAt !== null) return 0;
  const night = {
    ...{
      today: dayOf(ctx.now),
      weights: await matchWeights(ctx.db.open),
      around: new Map<string, string[]>(),
    },
    roles: await openRoles(ctx.db.open, dayOf(ctx.now)),
  };
  let all = 0;
  for (;;) {
    end?.throwIfAborted();
    const matched = await ctx.db.transaction((tx) => matchSome(tx, ctx, night));
    all += matched;
    if (matched < atOnce) return all;
  }
}

interface Night {
  readonly today: string;
  readonly weights: Weights;
  readonly roles: readonly OpenRole[];
  /** Areas above an area, by its id: there are a few dozen, and tens of thousands of people in them. */
  readonly around: Map<string, string[]>;
}

async function matchSome(tx: Tx, ctx: Ctx, night: Night): Promise<number> {
  const { afterId } = await matchNight(tx);
  const some = await volunteersAfter(tx, afterId, atOnce);
  const found = [];
  for (const { id, one } of some) {
    const areaIds = one.areaId === null ? [] : await areasAround(tx, night, one.areaId);
    const wanted = asWanted(wishesOf(one, night.today, areaIds), night.weights);
    for (const best of bestOf(wanted, night.roles, keptOfEach)) found.push({ personId: id, ...best });
  }
  await keepBest(
    tx,
    ctx,
    some.map(({ id }) => id),
    found,
  );
  await tx
    .updateTable('volunteering.match_night')
    .set(some.length < atOnce ? { done_at: ctx.now, after_id: null } : { after_id: some.at(-1)?.id ?? null })
    .execute();
  return some.length;
}

async function areasAround(db: Db, { around }: Night, areaId: string): Promise<string[]> {
  const known = around.get(areaId);
  if (known) return known;
  const ids = (await areaAndAbove(db, areaId)).map(({ id }) => id);
  around.set(areaId, ids);
  return ids;
}

/** What fitted before keeps the day on which it was found. */
async function keepBest(
  tx: Tx,
  ctx: Ctx,
  personIds: readonly string[],
  found: readonly { personId: string; roleId: string; score: number }[],
): Promise<void> {
  await sql`
    with found as (select * from unnest(${found.map(({ personId }) => personId)}::uuid[],
        ${found.map(({ roleId }) => roleId)}::uuid[], ${found.map((one) => one.score)}::real[])
        as each (person_id, role_id, score)),
    gone as (delete from volunteering.match where person_id = any(${[...personIds]}::uuid[])
      and not exists (select from found where found.person_id = match.person_id and found.role_id = match.role_id))
    insert into volunteering.match (person_id, role_id, score, found_at)
    select person_id, role_id, score, ${ctx.now} from found
    on conflict on constraint a_role_fits_somebody_once do update set score = excluded.score
    where match.score <> excluded.score`.execute(tx);
}
