import type { Ctx } from '../../../platform/ctx.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Stale } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { organisationChanged } from '../events.ts';
import { canChangeRecord } from '../permits.ts';
import { mainPlaceOptional, organisation } from '../queries/organisation.ts';
import type { ChangeOrganisation, Organisation } from '../words/records.ts';
import { keepPlace } from './place.ts';
import { type How, keepVersion } from './versions.ts';

/** Changes a record. An old name goes on finding it; what a source gave and somebody changed is the source's no more. */
export async function changeOrganisation(ctx: Ctx, id: string, input: ChangeOrganisation): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await organisation(tx, id);
    permit(canChangeRecord(ctx.actor, before));
    await applyChange(tx, ctx, before, input);
  });
}

/** The same in the transaction of whoever has asked already whether it may be, such as a suggestion that is taken. */
export async function applyChange(
  tx: Tx,
  ctx: Ctx,
  { id }: Organisation,
  input: ChangeOrganisation,
  how: How = {},
): Promise<void> {
  // Of two who send at the same moment the second has to see what the first wrote.
  await inTurn(tx, `record ${id}`);
  const before = await organisation(tx, id);
  const current = await asForm(tx, before);
  if (before.version !== input.version) throw new Stale({ ...current, version: before.version });

  const fields = changedFields(current, input);
  if (fields.length > 0) await keepVersion(tx, ctx, before, how);
  if (before.name !== input.name) await keepOldName(tx, before);
  await tx
    .updateTable('register.organisation')
    .set({
      name: input.name,
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
      version: before.version + 1,
      changed_at: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  if (fields.some((field) => ['postcode', 'venue', 'address', 'address_shown'].includes(field))) {
    await keepPlace(tx, ctx, id, { ...input, shown: input.address_shown });
  }
  await dropSourceFields(tx, id, fields);
  const about = { organisationId: id, ...(how.reason ? { reason: how.reason } : {}) };
  await record(tx, ctx, organisationChanged, { organisationId: id, fields }, about);
}

/** The record as its form shows it: for comparing, and for the page that shows both versions. */
export async function asForm(tx: Tx, one: Organisation): Promise<Record<string, unknown>> {
  const place = await mainPlaceOptional(tx, one.id);
  return {
    name: one.name,
    summary: one.summary,
    description: one.description,
    themes: one.themes,
    people_served: one.peopleServed,
    contact_label: one.contactLabel,
    phone: one.phone,
    email: one.email,
    website: one.website,
    languages: one.languages,
    access: one.access,
    postcode: place?.postcode ?? '',
    venue: place?.venue ?? '',
    address: place?.address ?? '',
    address_shown: place?.shown ?? 'public',
  };
}

export function changedFields(
  before: Record<string, unknown>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(before).filter((field) => String(before[field] ?? '') !== String(after[field] ?? ''));
}

export async function keepOldName(tx: Tx, before: Pick<Organisation, 'id' | 'name'>): Promise<void> {
  await tx
    .insertInto('register.organisation_name')
    .values({ organisation_id: before.id, name: before.name, kind: 'old' })
    .onConflict((same) => same.columns(['organisation_id', 'name']).doUpdateSet({ kind: 'old' }))
    .execute();
}

export async function dropSourceFields(tx: Tx, thingId: string, fields: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom('register.source')
    .select(['source', 'source_id', 'thing_kind', 'fields'])
    .where('thing_id', '=', thingId)
    .execute();
  for (const row of rows) {
    await tx
      .updateTable('register.source')
      .set({ fields: row.fields.filter((field) => !fields.includes(field)) })
      .where('source', '=', row.source)
      .where('source_id', '=', row.source_id)
      .where('thing_kind', '=', row.thing_kind)
      .execute();
  }
}
