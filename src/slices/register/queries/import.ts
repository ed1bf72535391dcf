import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { type Identifier, type KnownRecord, type KnownSource, sourceKey } from '../words/import.ts';
import type { ThingKind } from '../words/import-undo.ts';

/** What was taken before, by the names of the lists and the ids that they give. */
export async function knownBySource(
  db: Db,
  kind: ThingKind,
  rows: readonly { source: string; sourceId: string }[],
): Promise<Map<string, KnownSource>> {
  if (rows.length === 0) return new Map();
  const found = await sql<{
    source: string;
    source_id: string;
    thing_id: string;
    digest: Buffer;
    fields: string[];
  }>`
    select source.source, source.source_id, thing_id, digest, fields
    from unnest(${rows.map((row) => row.source)}::text[], ${rows.map((row) => row.sourceId)}::text[])
      as wanted (source, source_id)
    join register.source as source on source.source = wanted.source and source.source_id = wanted.source_id
    where thing_kind = ${kind}`.execute(db);
  return new Map(
    found.rows.map(({ source, source_id, thing_id, digest, fields }) => [
      sourceKey({ source, sourceId: source_id }),
      { thingId: thing_id, digest, fields },
    ]),
  );
}

/** Ids of organisations by their registered numbers, written `GB-CHC-1090095`. */
export async function knownByIdentifier(
  db: Db,
  identifiers: readonly Identifier[],
): Promise<Map<string, string>> {
  if (identifiers.length === 0) return new Map();
  const { rows } = await sql<{ key: string; id: string }>`
    select identifier.scheme || '-' || identifier.number as key, organisation_id as id
    from unnest(${identifiers.map((one) => one.scheme)}::text[], ${identifiers.map((one) => one.number)}::text[])
      as wanted (scheme, number)
    join register.identifier on identifier.scheme = wanted.scheme and identifier.number = wanted.number`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Which of these ids are records of ours. */
export async function knownIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('register.organisation').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map((row) => row.id));
}

/** Records as they stand, by id. One that was merged into another answers as that other one. */
export async function recordsForImport(db: Db, ids: readonly string[]): Promise<Map<string, KnownRecord>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<RecordRow>`
    select asked.id as asked, record.id, record.claimed, record.name, record.kind, record.legal_form, record.state,
      record.state_reason, record.summary, record.description, record.website, record.phone, record.email,
      record.contact_label, record.themes, record.people_served, record.access, record.languages,
      place.venue, place.address, place.postcode, place.shown,
      array(select lower(other.name) from register.organisation_name as other
        where other.organisation_id = record.id
        union select lower(gone.name) from register.organisation as gone where gone.merged_into = record.id
        union select lower(other.name) from register.organisation as gone
          join register.organisation_name as other on other.organisation_id = gone.id
          where gone.merged_into = record.id) as other_names
    from unnest(${[...ids]}::uuid[]) as wanted (id)
    join register.organisation as asked on asked.id = wanted.id
    join register.organisation as record on record.id = coalesce(asked.merged_into, asked.id)
    left join register.location as place on place.organisation_id = record.id and place.main`.execute(db);
  return new Map(rows.map((row) => [row.asked, toRecord(row)]));
}

interface RecordRow {
  asked: string;
  id: string;
  claimed: boolean;
  name: string;
  kind: string;
  legal_form: string;
  state: string;
  state_reason: string;
  summary: string;
  description: string;
  website: string;
  phone: string;
  email: string;
  contact_label: string;
  themes: string[];
  people_served: string[];
  access: string[];
  languages: string[];
  venue: string | null;
  address: string | null;
  postcode: string | null;
  shown: string | null;
  other_names: string[];
}

function toRecord(row: RecordRow): KnownRecord {
  const { asked, id, claimed, venue, address, postcode, shown, other_names, ...values } = row;
  const place =
    shown === null
      ? undefined
      : { venue: venue ?? '', address: address ?? '', postcode: postcode ?? '', shown };
  return { id, claimed, values, place, otherNames: new Set(other_names) };
}
