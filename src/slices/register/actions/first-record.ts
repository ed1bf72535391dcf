import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { areaByCode } from '../../areas/door.ts';
import { clocks } from '../../network/door.ts';
import { candidates } from '../queries/candidates.ts';
import { nextFreshnessAt } from '../rules/freshness.ts';
import type { Route } from '../rules/home-centre.ts';
import type { Registration } from '../words/registration.ts';
import { keepPlace, keepSchedule } from './place.ts';

export async function insertOrganisation(
  tx: Tx,
  ctx: Ctx,
  input: Registration,
  route: Route,
): Promise<string> {
  const id = ctx.newId();
  const like = await candidates(tx, {
    name: input.name,
    registerNumber: input.register_number,
    postcode: input.postcode,
    website: input.website,
    email: input.email,
  });
  refuseKnownNumber(like);
  await tx
    .insertInto('register.organisation')
    .values({
      id,
      name: input.name,
      kind: input.kind,
      legal_form: input.legal_form,
      // Until somebody at the home centre has looked at the like records it is only submitted.
      state: like.length > 0 ? 'submitted' : 'in_review',
      summary: input.summary,
      description: input.description,
      themes: input.themes,
      people_served: input.people_served,
      access: input.access,
      languages: input.languages,
      website: input.website,
      phone: input.phone,
      email: input.email,
      contact_label: input.contact_label,
      home_centre_id: route.homeCentreId,
      home_centre_reason: route.reason,
      created_at: ctx.now,
      changed_at: ctx.now,
      ...(await checkedNow(tx, ctx, 'Registered by the group')),
    })
    .execute();
  await insertNames(tx, id, input.also_called);
  await insertNumber(tx, id, input);
  for (const [place, code] of input.areas.entries()) {
    const area = await areaByCode(tx, code);
    await tx
      .insertInto('register.organisation_area')
      .values({ organisation_id: id, area_id: area.id, place })
      .execute();
  }
  await keepPlace(tx, ctx, id, { ...input, shown: input.address_shown });
  await insertFirstService(tx, ctx, id, input);
  return id;
}

/** The same number is the same body: the second form is led to the first record (R1). */
function refuseKnownNumber(like: readonly { id: string; name: string; certain: boolean }[]): void {
  const same = like.find((one) => one.certain);
  if (same) throw new Refused('already_listed', `${same.name} is listed with this register number already.`);
}

async function checkedNow(tx: Tx, ctx: Ctx, by: string) {
  const due = nextFreshnessAt(ctx.now, ctx.now, await clocks(tx));
  return { freshness: 'ok', checked_at: ctx.now, checked_by: by, freshness_due_at: due };
}

async function insertNames(tx: Tx, organisationId: string, typed: string): Promise<void> {
  const names = [...new Set(typed.split(/[,;\n]/).map((name) => name.trim()))].filter((name) => name !== '');
  if (names.length === 0) return;
  const rows = names.map((name) => ({ organisation_id: organisationId, name }));
  await tx.insertInto('register.organisation_name').values(rows).execute();
}

async function insertNumber(tx: Tx, organisationId: string, input: Registration): Promise<void> {
  const number = input.register_number.toUpperCase().replace(/\s+/g, '');
  if (number === '') return;
  const isCompany = input.legal_form === 'company' || input.legal_form === 'cic';
  const scheme = number.startsWith('SC') && !isCompany ? 'GB-SC' : isCompany ? 'GB-COH' : 'GB-CHC';
  await tx
    .insertInto('register.identifier')
    .values({ organisation_id: organisationId, scheme, number: isCompany ? number.padStart(8, '0') : number })
    .execute();
}

async function insertFirstService(
  tx: Tx,
  ctx: Ctx,
  organisationId: string,
  input: Registration,
): Promise<void> {
  if (input.service_name === '') return;
  const id = ctx.newId();
  await tx
    .insertInto('register.service')
    .values({
      id,
      organisation_id: organisationId,
      name: input.service_name,
      status: 'open',
      summary: input.summary,
      themes: input.themes,
      people_served: input.people_served,
      access: input.access,
      languages: input.languages,
      cost_words: input.cost_words,
      cost_pence: /^free\b/i.test(input.cost_words) ? 0 : null,
      way_in: input.way_in,
      created_at: ctx.now,
      changed_at: ctx.now,
      ...(await checkedNow(tx, ctx, 'Registered by the group')),
    })
    .execute();
  await keepSchedule(tx, ctx, id, {
    days: input.days,
    opens: input.opens || null,
    closes: input.closes || null,
    note: '',
  });
}
