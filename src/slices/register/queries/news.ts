import type { News, Recorded } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import {
  organisationChanged,
  organisationStateChanged,
  organisationsImported,
  serviceAdded,
  serviceChanged,
  servicesImported,
} from '../events.ts';
import { fieldWords } from '../words/fields.ts';

/** Whether an address is public can change, too, so of places only those are told that everybody may see. */
const ofPlaces = ['venue', 'address', 'postcode', 'address_shown'];
/** Nothing that a reader of the page could see. */
const unseen = ['version', 'language', 'source'];

/** How changes of records are told to those who follow them, in words that the public page shows, too. */
export const news: readonly News[] = [
  { event: organisationChanged.name, tell: (db, event) => aboutRecord(db, event) },
  { event: organisationStateChanged.name, tell: async (db, event) => [await stateNews(db, event)] },
  { event: serviceAdded.name, tell: (db, event) => aboutService(db, event, (name) => `New: ${name}.`) },
  {
    event: serviceChanged.name,
    tell: (db, event) =>
      aboutService(db, event, (name, fields) => (fields === '' ? '' : `${name} changed: ${fields}.`)),
  },
  { event: organisationsImported.name, tell: (_, event) => Promise.resolve(fromList(event)) },
  { event: servicesImported.name, tell: servicesFromList },
];

type Told = Awaited<ReturnType<News['tell']>>;

async function aboutRecord(db: Db, event: Recorded): Promise<Told> {
  const organisationId = String(event.payload.organisationId);
  const fields = await shownFields(db, event);
  return fields === '' ? [] : [{ organisationId, words: `Changed: ${fields}.` }];
}

async function aboutService(
  db: Db,
  event: Recorded,
  say: (name: string, fields: string) => string,
): Promise<Told> {
  const row = await db
    .selectFrom('register.service')
    .select('name')
    .where('id', '=', String(event.payload.serviceId))
    .where('status', 'not in', ['draft', 'retired'])
    .executeTakeFirst();
  const words = row ? say(row.name, await shownFields(db, event)) : '';
  return words === '' ? [] : [{ organisationId: String(event.payload.organisationId), words }];
}

async function stateNews(db: Db, event: Recorded) {
  const organisationId = String(event.payload.organisationId);
  const row = await db
    .selectFrom('register.organisation')
    .select('state_reason')
    .where('id', '=', organisationId)
    .executeTakeFirst();
  const said = states[String(event.payload.state)] ?? 'Its page changed.';
  return { organisationId, words: row?.state_reason ? `${said} ${row.state_reason}` : said };
}

const states: Readonly<Record<string, string>> = {
  active: 'It is open again.',
  paused: 'Paused for now.',
  closed: 'It has closed.',
};

function fromList({ payload }: Recorded): Told {
  const ids = Array.isArray(payload.organisationIds) ? payload.organisationIds.map(String) : [];
  return ids.map((organisationId) => ({
    organisationId,
    words: `Brought up to date from ${String(payload.source)}.`,
  }));
}

async function servicesFromList(db: Db, { payload }: Recorded): Promise<Told> {
  const ids = Array.isArray(payload.serviceIds) ? payload.serviceIds.map(String) : [];
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('register.service')
    .select('organisation_id')
    .distinct()
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    words: `What it offers was brought up to date from ${String(payload.source)}.`,
  }));
}

/** The changed fields in words; of the place only while it is public. */
async function shownFields(db: Db, { payload }: Recorded): Promise<string> {
  const fields = Array.isArray(payload.fields) ? payload.fields.map(String) : [];
  const places = fields.some((field) => ofPlaces.includes(field))
    ? await placeIsPublic(db, String(payload.organisationId))
    : false;
  const shown = fields.filter((field) => !unseen.includes(field) && (places || !ofPlaces.includes(field)));
  return [...new Set(shown.map((field) => fieldWords(field).toLowerCase()))].join(', ');
}

async function placeIsPublic(db: Db, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('register.public_location')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('precise', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}
