import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { type Candidate, coreName, ownDomain } from '../rules/candidates.ts';

export interface Looked {
  name: string;
  registerNumber?: string;
  postcode?: string;
  website?: string;
  email?: string;
  /** The record itself, when it is there already. */
  exceptId?: string;
}

const known = ['active', 'paused', 'submitted', 'in_review', 'returned', 'closed'];

/**
 * Records that look like this one, the surest first: the same register number, the same web domain, the same name, or
 * a name that begins alike in the same postcode area. Plain look-ups that an index answers.
 */
export async function candidates(db: Db, looked: Looked, limit = 5): Promise<Candidate[]> {
  const found = new Map<string, { name: string; state: string; why: string[]; certain: boolean }>();
  function add(
    rows: readonly { id: string; name: string; state: string }[],
    why: string,
    certain: boolean,
  ): void {
    for (const row of rows) {
      if (row.id === looked.exceptId) continue;
      const seen = found.get(row.id);
      if (seen?.why.includes(why)) continue;
      if (seen) seen.why.push(why);
      else found.set(row.id, { name: row.name, state: row.state, why: [why], certain });
    }
  }

  if (looked.registerNumber) add(await byNumber(db, looked.registerNumber), 'same register number', true);
  const domain = ownDomain(looked.website ?? '') ?? ownDomain(looked.email ?? '');
  if (domain) add(await byDomain(db, domain), `same web domain, ${domain}`, false);
  const core = coreName(looked.name);
  if (core.length >= 3) {
    add(await byName(db, looked.name), 'same name', false);
    const outcode = looked.postcode?.trim().split(' ')[0]?.toUpperCase() ?? '';
    const like = await byCoreName(db, core, outcode);
    const near = (row: { hidden: boolean }) => outcode !== '' && !row.hidden;
    add(like.filter(near), `a like name in ${outcode}`, false);
    add(
      like.filter((row) => !near(row)),
      'a like name',
      false,
    );
  }
  const all = [...found].map(([id, one]) => ({ id, ...one }));
  return all
    .sort((a, b) => Number(b.certain) - Number(a.certain) || b.why.length - a.why.length)
    .slice(0, limit);
}

// A record that was merged is found as the one it was merged into: `named` is what was found, `record` what it stands for.

async function byNumber(db: Db, number: string) {
  const wanted = number.toUpperCase().replace(/\s+/g, '');
  const { rows } = await sql<{ id: string; name: string; state: string }>`
    select record.id, record.name, record.state from register.identifier
    join register.organisation as named on named.id = identifier.organisation_id
    join register.organisation as record on record.id = coalesce(named.merged_into, named.id)
    where number = any(${[wanted, wanted.padStart(8, '0')]}) and record.state = any(${known}) limit 5`.execute(
    db,
  );
  return rows;
}

async function byDomain(db: Db, domain: string) {
  const { rows } = await sql<{ id: string; name: string; state: string }>`
    select record.id, record.name, record.state from register.organisation as named
    join register.organisation as record on record.id = coalesce(named.merged_into, named.id)
    where register.own_domain(named.website) = ${domain} and named.website <> ''
      and record.state = any(${known}) limit 5`.execute(db);
  return rows;
}

async function byName(db: Db, name: string) {
  const { rows } = await sql<{ id: string; name: string; state: string }>`
    select record.id, record.name, record.state from register.organisation as named
    join register.organisation as record on record.id = coalesce(named.merged_into, named.id)
    where record.state = any(${known}) and (lower(named.name) = ${name.toLowerCase()} or named.id in (
      select organisation_id from register.organisation_name where lower(name) = ${name.toLowerCase()}))
    limit 5`.execute(db);
  return rows;
}

/**
 * Names that hold the same telling words, in the same postcode area when one is known. Whoever hides an address is
 * compared wherever it is, so that no question tells the postcode area of a refuge.
 */
async function byCoreName(db: Db, core: string, outcode: string) {
  const { rows } = await sql<{ id: string; name: string; state: string; hidden: boolean }>`
    select record.id, record.name, record.state, hidden
    from register.organisation as named
    join register.organisation as record on record.id = coalesce(named.merged_into, named.id),
    lateral (select exists (select from register.location
      where organisation_id in (named.id, record.id) and shown = 'hidden') as hidden) as place
    where register.core_name(named.name) = ${core}
      and record.state = any(${known})
      and (${outcode} = '' or hidden or exists (select from register.location
        where organisation_id in (named.id, record.id) and postcode like ${`${outcode} %`}))
    limit 5`.execute(db);
  return rows;
}

/** Names that begin like what is being typed, for the help while typing. */
export async function namesLike(
  db: Db,
  typed: string,
): Promise<{ id: string; name: string; summary: string }[]> {
  const start = typed.toLowerCase().replace(/[%_\\]/g, '');
  if (start.length < 3) return [];
  const { rows } = await sql<{ id: string; name: string; summary: string }>`
    select id, name, summary from register.organisation
    where lower(name) like ${`${start}%`} and state = 'active' order by lower(name) limit 6`.execute(db);
  return rows;
}
