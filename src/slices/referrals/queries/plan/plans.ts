import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';
import { notFound } from '../../../../platform/errors.ts';
import type { Plan, PlanStep, Talk } from '../../words/plan.ts';
import { stateOf } from '../referrals.ts';

export async function plan(db: Db, id: string): Promise<Plan> {
  const row = await db
    .selectFrom('referrals.plan')
    .select(['id', 'code', 'organisation_id', 'made_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('plan'));
  return { id: row.id, code: row.code, organisationId: row.organisation_id, madeAt: row.made_at };
}

/** In the order in which they were sent. */
export async function planSteps(db: Db, planId: string): Promise<PlanStep[]> {
  const { rows } = await sql<Omit<PlanStep, 'state'> & { state: string }>`
    select referral.id, referral.code, referral.state, referral.service_id as "serviceId",
      coalesce(service.name, 'a service that has ended') as "serviceName", receiver.name as by,
      referral.receiver_id as "receiverId", referral.basis_id as "basisId", referral.wait_until as "waitUntil"
    from referrals.referral
    join register.organisation_card as receiver on receiver.id = referral.receiver_id
    left join register.search_document as service on service.id = referral.service_id
    where referral.plan_id = ${planId}
    order by referral.made_at, referral.id`.execute(db);
  return rows.map((row) => ({ ...row, state: stateOf(row.state) }));
}

/** The latest plans of these organisations, with how many steps each has and how many are still open. */
export async function plansOf(
  db: Db,
  organisationIds: readonly string[],
): Promise<{ id: string; code: string; madeAt: Date; steps: number; open: number }[]> {
  const { rows } = await sql<{ id: string; code: string; madeAt: Date; steps: number; open: number }>`
    select plan.id, plan.code, plan.made_at as "madeAt", count(referral.id)::integer as steps,
      count(referral.id) filter (where referral.state not in ('ended', 'closed', 'withdrawn'))::integer as open
    from referrals.plan left join referrals.referral on referral.plan_id = plan.id
    where plan.organisation_id = any(${[...organisationIds]}::uuid[])
    group by plan.id order by plan.made_at desc, plan.id limit 200`.execute(db);
  return rows;
}

export async function planOfReferralOptional(db: Db, referralId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('referrals.referral')
    .select('plan_id')
    .where('id', '=', referralId)
    .executeTakeFirst();
  return row?.plan_id ?? undefined;
}

/** Services for one more step: of a theme, taking referrals, by organisations that are not in the plan yet. */
export async function servicesForPlan(
  db: Db,
  of: { planId: string; need: string; organisationId: string },
): Promise<{ id: string; name: string; by: string }[]> {
  const { rows } = await sql<{ id: string; name: string; by: string }>`
    select service.id, service.name, service.organisation_name as by
    from register.search_document as service
    where service.kind = 'service' and ${of.need} = any(service.themes) and service.taking_referrals
      and service.organisation_id <> ${of.organisationId}
      and service.organisation_id in (select organisation_id from referrals.terms)
      and service.id not in (select service_id from referrals.referral where plan_id = ${of.planId})
    order by service.checked_at desc nulls last, service.name, service.id limit 12`.execute(db);
  return rows;
}

const talkColumns = [
  ...(['id', 'referral_id', 'organisation_id', 'other_organisation_id', 'state', 'made_at'] as const),
] as const;

/** Locked, so that of two who answer at once one comes second. */
export async function talkInTurn(db: Db, id: string): Promise<Talk> {
  const row = await db
    .selectFrom('referrals.talk')
    .select(talkColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound('page'));
  return toTalk(row);
}

export async function talk(
  db: Db,
  id: string,
): Promise<Talk & { reason: Buffer | null; basisId: string | null }> {
  const row = await db
    .selectFrom('referrals.talk')
    .select([...talkColumns, 'reason', 'basis_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('page'));
  return { ...toTalk(row), reason: row.reason, basisId: row.basis_id };
}

/** What there is to say of talking on the page of a referral, for either of the two. */
export async function talksAbout(db: Db, referralId: string): Promise<Talk[]> {
  const rows = await db
    .selectFrom('referrals.talk')
    .select(talkColumns)
    .where((is) => is.or([is('referral_id', '=', referralId), is('other_referral_id', '=', referralId)]))
    .orderBy('made_at')
    .execute();
  return rows.map(toTalk);
}

function toTalk(row: {
  id: string;
  referral_id: string;
  organisation_id: string;
  other_organisation_id: string | null;
  state: string;
  made_at: Date;
}): Talk {
  return {
    ...{ id: row.id, referralId: row.referral_id, organisationId: row.organisation_id },
    ...{ otherOrganisationId: row.other_organisation_id, madeAt: row.made_at },
    state: (['asked', 'agreed', 'declined'] as const).find((one) => one === row.state) ?? 'over',
  };
}
