import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { clocks } from '../../network/door.ts';
import { checkedFrom } from '../rules/import.ts';
import type { KeptService, MadeService } from '../words/import-services.ts';
import { keepImportedServices, sourcesIn } from './versions.ts';

const nothingSaid = {
  status: 'open',
  status_note: '',
  summary: '',
  description: '',
  for_whom: '',
  not_for: '',
  themes: [],
  people_served: [],
  access: [],
  languages: [],
  cost_words: '',
  way_in: 'ring',
  taking_referrals: false,
  open_to_volunteers: false,
  website: '',
};

const given = sql`(id uuid, organisation_id uuid, name text, status text, status_note text, summary text,
  description text, for_whom text, not_for text, themes text[], people_served text[], access text[],
  languages text[], age_from integer, age_to integer, cost_pence integer, cost_words text, way_in text,
  taking_referrals boolean, open_to_volunteers boolean, website text, freshness text, checked_at timestamptz,
  checked_by text, freshness_due_at timestamptz)`;

export async function insertServices(tx: Tx, ctx: Ctx, made: readonly MadeService[]): Promise<void> {
  if (made.length === 0) return;
  const network = await clocks(tx);
  const rows = made.map(({ id, organisationId, row }) => ({
    ...nothingSaid,
    ...row.values,
    ...checkedFrom(row, ctx.now, network),
    id,
    organisation_id: organisationId,
  }));
  await sql`insert into register.service (id, organisation_id, name, status, status_note, summary, description,
      for_whom, not_for, themes, people_served, access, languages, age_from, age_to, cost_pence, cost_words, way_in,
      taking_referrals, open_to_volunteers, website, freshness, checked_at, checked_by, freshness_due_at,
      created_at, changed_at)
    select id, organisation_id, name, status, status_note, summary, description, for_whom, not_for, themes,
      people_served, access, languages, age_from, age_to, cost_pence, cost_words, way_in, taking_referrals,
      open_to_volunteers, website, freshness, checked_at, checked_by, freshness_due_at, ${ctx.now}, ${ctx.now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as given ${given}`.execute(tx);
  await insertTimes(tx, ctx, made);
}

/** Writes what the rows may write where it differs, and answers which services changed by it. */
export async function updateServices(tx: Tx, ctx: Ctx, kept: readonly KeptService[]): Promise<Set<string>> {
  const rows = kept.filter((one) => Object.keys(one.values).length > 0);
  if (rows.length === 0) return new Set();
  const changes = [...new Map(rows.map((one) => [one.id, { ...one.values, id: one.id }])).values()];
  await keepImportedServices(tx, ctx, changes, sourcesIn(rows));
  const { rows: changed } = await sql<{ id: string }>`
    update register.service as service set name = now.name, status = now.status, status_note = now.status_note,
      summary = now.summary, description = now.description, for_whom = now.for_whom, not_for = now.not_for,
      themes = now.themes, people_served = now.people_served, access = now.access, languages = now.languages,
      age_from = now.age_from, age_to = now.age_to, cost_pence = now.cost_pence, cost_words = now.cost_words,
      way_in = now.way_in, taking_referrals = now.taking_referrals, open_to_volunteers = now.open_to_volunteers,
      website = now.website, version = service.version + 1, changed_at = ${ctx.now}
    from json_to_recordset(${JSON.stringify(changes)}::json) as given ${given}
    join register.service as was on was.id = given.id
    cross join lateral (select coalesce(given.name, was.name) as name, coalesce(given.status, was.status) as status,
      coalesce(given.status_note, was.status_note) as status_note, coalesce(given.summary, was.summary) as summary,
      coalesce(given.description, was.description) as description, coalesce(given.for_whom, was.for_whom) as for_whom,
      coalesce(given.not_for, was.not_for) as not_for, coalesce(given.themes, was.themes) as themes,
      coalesce(given.people_served, was.people_served) as people_served, coalesce(given.access, was.access) as access,
      coalesce(given.languages, was.languages) as languages, coalesce(given.age_from, was.age_from) as age_from,
      coalesce(given.age_to, was.age_to) as age_to, coalesce(given.cost_pence, was.cost_pence) as cost_pence,
      coalesce(given.cost_words, was.cost_words) as cost_words, coalesce(given.way_in, was.way_in) as way_in,
      coalesce(given.taking_referrals, was.taking_referrals) as taking_referrals,
      coalesce(given.open_to_volunteers, was.open_to_volunteers) as open_to_volunteers,
      coalesce(given.website, was.website) as website) as now
    where service.id = given.id and (was.name, was.status, was.status_note, was.summary, was.description,
      was.for_whom, was.not_for, was.themes, was.people_served, was.access, was.languages, was.age_from, was.age_to,
      was.cost_pence, was.cost_words, was.way_in, was.taking_referrals, was.open_to_volunteers, was.website)
      is distinct from (now.name, now.status, now.status_note, now.summary, now.description, now.for_whom,
      now.not_for, now.themes, now.people_served, now.access, now.languages, now.age_from, now.age_to,
      now.cost_pence, now.cost_words, now.way_in, now.taking_referrals, now.open_to_volunteers, now.website)
    returning service.id`.execute(tx);
  const ids = new Set(changed.map((row) => row.id));
  await renewTimes(tx, ctx, kept, ids);
  return ids;
}

/** A row that changed brings its times along, as far as they still stand as the source gave them. */
async function renewTimes(
  tx: Tx,
  ctx: Ctx,
  kept: readonly KeptService[],
  changed: ReadonlySet<string>,
): Promise<void> {
  const again = kept.filter((one) => one.withTimes && changed.has(one.id));
  if (again.length === 0) return;
  const ids = again.map((one) => one.id);
  await tx.deleteFrom('register.schedule').where('service_id', 'in', ids).execute();
  await insertTimes(tx, ctx, again);
}

async function insertTimes(
  tx: Tx,
  ctx: Ctx,
  services: readonly { id: string; row: MadeService['row'] }[],
): Promise<void> {
  const rows = services.flatMap(({ id, row }) =>
    row.schedules.map((one) => ({ ...one, id: ctx.newId(), service_id: id })),
  );
  if (rows.length === 0) return;
  await sql`insert into register.schedule (id, service_id, days, opens, closes, note)
    select id, service_id, days, opens, closes, note
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as given (id uuid, service_id uuid, days text[], opens time, closes time, note text)`.execute(tx);
}
