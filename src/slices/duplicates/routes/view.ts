import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords } from '../../../platform/dates.ts';
import type { Db } from '../../../platform/db/open.ts';
import { isCoordinator } from '../../../platform/permit.ts';
import { areasByIds } from '../../areas/door.ts';
import {
  differingFields,
  fieldWords,
  type MergeSide,
  mergeSide,
  takenAtFirst,
  valueWords,
} from '../../register/door.ts';
import { keeps } from '../permits.ts';
import type { Beside, Choice } from '../words.ts';

/** Two records beside each other, as far as this reader may know them. */
export interface Two {
  gone: MergeSide;
  kept: MergeSide;
  beside: Beside[];
  choices: Choice[];
}

export async function twoSides(ctx: Ctx, db: Db, goneId: string, keptId: string): Promise<Two> {
  const [gone, kept] = [await sideOf(ctx, db, goneId), await sideOf(ctx, db, keptId)];
  const names = await areaNames(db, [...gone.areaIds, ...kept.areaIds]);
  const [goes, stays] = [valuesOf(gone), { ...valuesOf(kept), areas: [] }];
  const more = { ...goes, areas: gone.areaIds.filter((id) => !kept.areaIds.includes(id)) };
  const taken = takenAtFirst(
    { values: more, checkedAt: gone.one.checkedAt },
    { values: stays, checkedAt: kept.one.checkedAt },
  );
  const choices = differingFields(more, stays).map((field) => ({
    field,
    label: labelOf(field),
    gone: field === 'areas' ? inAreas(more.areas, names) : said(field, goes),
    kept: field === 'areas' ? 'Only where it is listed now' : said(field, stays),
    taken: taken.includes(field),
  }));
  return { gone, kept, choices, beside: besideEachOther(ctx, { gone, kept, names }) };
}

/** A place that is hidden is laid open to nobody who does not keep the record. */
async function sideOf(ctx: Ctx, db: Db, id: string): Promise<MergeSide> {
  const open = await mergeSide(db, id, false);
  return keeps(ctx.actor, open.one) || isCoordinator(ctx.actor) ? mergeSide(db, id, true) : open;
}

type Valued = Readonly<Record<string, unknown>>;

function valuesOf({ one, place }: Pick<MergeSide, 'one' | 'place'>): Valued & { areas: string[] } {
  return {
    ...{ name: one.name, summary: one.summary, description: one.description, phone: one.phone },
    ...{ contact_label: one.contactLabel, email: one.email, website: one.website, areas: [] },
    ...{ themes: one.themes, people_served: one.peopleServed, languages: one.languages, access: one.access },
    place: place && {
      venue: place.venue,
      address: place.address,
      postcode: place.postcode,
      shown: place.shown,
    },
  };
}

const fields = [
  ...(['name', 'summary', 'description', 'themes', 'people_served', 'contact_label', 'phone'] as const),
  ...(['email', 'website', 'languages', 'access', 'place'] as const),
] as const;

function besideEachOther(
  ctx: Ctx,
  { gone, kept, names }: { gone: MergeSide; kept: MergeSide; names: ReadonlyMap<string, string> },
): Beside[] {
  const [goes, stays] = [valuesOf(gone), valuesOf(kept)];
  const more: Record<string, (side: MergeSide) => string> = {
    'Works in': (side) => inAreas(side.areaIds, names),
    'Register numbers': (side) => side.numbers.join(', ') || 'None',
    'What it offers': (side) => side.services.map((one) => one.name).join(', ') || 'Nothing',
    'Last checked': (side) => (side.one.checkedAt ? dayWords(side.one.checkedAt, ctx.now) : 'Never'),
  };
  return [
    ...fields.map((field) => ({ label: labelOf(field), gone: said(field, goes), kept: said(field, stays) })),
    ...Object.entries(more).map(([label, say]) => ({ label, gone: say(gone), kept: say(kept) })),
  ].filter((line) => line.gone !== 'Nothing' || line.kept !== 'Nothing');
}

export function labelOf(field: string): string {
  if (field === 'place') return 'Where it is';
  return field === 'areas' ? 'Works in, too' : fieldWords(field);
}

/** A value in words; a place with who sees it. */
export function said(field: string, values: Valued): string {
  const value = values[field];
  if (field !== 'place' || value === null || typeof value !== 'object') return valueWords(field, value);
  const { shown, ...parts } = { shown: 'public', ...value };
  const where = Object.values(parts)
    .map(String)
    .filter((part) => part !== '');
  return `${where.join(', ')} (seen by: ${valueWords('address_shown', shown).toLowerCase()})`;
}

function inAreas(ids: readonly string[], names: ReadonlyMap<string, string>): string {
  return ids.flatMap((id) => names.get(id) ?? []).join(', ') || 'Nowhere';
}

async function areaNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await areasByIds(db, [...new Set(ids)]);
  return new Map(found.map((area) => [area.id, area.name]));
}
