import type { News, Recorded, ToldNews } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import {
  organisationChanged,
  organisationStateChanged,
  organisationsImported,
  serviceAdded,
  serviceChanged,
  servicesImported,
} from '../events.ts';
import { fieldWords, valueWords } from '../words/fields.ts';

/** Whether an address is public can change, too, so of places only those are told that everybody may see. */
const ofPlaces = ['venue', 'address', 'postcode', 'address_shown'];
/** Parts of one form that make one sentence on the page. */
const ofTimes = ['days', 'opens', 'closes', 'when_note', 'schedules'];
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

type Told = readonly ToldNews[];

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
    .select(['id', 'name', 'status'])
    .where('id', '=', String(event.payload.serviceId))
    .where('status', '<>', 'draft')
    .executeTakeFirst();
  if (!row) return [];
  const { name, status, id: serviceId } = row;
  const isMoved = fieldsOf(event).includes('status');
  if (status === 'retired' && !isMoved) return [];
  const words = [
    isMoved ? `${name}: ${valueWords('status', status).toLowerCase()}.` : '',
    say(name, await shownFields(db, event, ['status'])),
  ];
  const told = words.filter((one) => one !== '').join(' ');
  return told === ''
    ? []
    : [{ organisationId: String(event.payload.organisationId), serviceId, words: told }];
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
    .select(['id', 'organisation_id', 'name'])
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ id, organisation_id, name }) => ({
    ...{ organisationId: organisation_id, serviceId: id },
    words: `${name} was brought up to date from ${String(payload.source)}.`,
  }));
}

/** The changed fields in words; of the place only while it is public. */
async function shownFields(db: Db, event: Recorded, but: readonly string[] = []): Promise<string> {
  const { payload } = event;
  const fields = fieldsOf(event).filter((field) => !but.includes(field));
  const places = fields.some((field) => ofPlaces.includes(field))
    ? await placeIsPublic(db, String(payload.organisationId))
    : false;
  const shown = fields.filter((field) => !unseen.includes(field) && (places || !ofPlaces.includes(field)));
  const words = shown.map((field) =>
    ofTimes.includes(field) ? 'when it is open' : fieldWords(field).toLowerCase(),
  );
  return [...new Set(words)].join(', ');
}

function fieldsOf({ payload }: Recorded): string[] {
  return Array.isArray(payload.fields) ? payload.fields.map(String) : [];
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
