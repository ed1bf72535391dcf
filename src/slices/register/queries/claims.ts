import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Claim } from '../words/claims.ts';

const columns = [
  'id',
  'organisation_id',
  'person_id',
  'state',
  'way',
  'words',
  'mailed_to',
  'proved_at',
  'objection',
  'proof',
  'reason',
  'made_at',
  'answered_at',
] as const;

export async function claim(db: Db, id: string): Promise<Claim> {
  const row = await db
    .selectFrom('register.claim')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('claim'));
  return toClaim(row);
}

/** The claim a mailed link proves, while the link is good. */
export async function claimByTokenOptional(db: Db, hash: Buffer, at: Date): Promise<Claim | undefined> {
  const row = await db
    .selectFrom('register.claim')
    .select(columns)
    .where('token_hash', '=', hash)
    .where('token_until', '>', at)
    .executeTakeFirst();
  return row && toClaim(row);
}

/** The newest claim of somebody on a record. */
export async function ownClaimOptional(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<Claim | undefined> {
  const row = await db
    .selectFrom('register.claim')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toClaim(row);
}

/** Others who say the same of the record and wait, too. */
export async function otherClaims(db: Db, of: Claim): Promise<Claim[]> {
  const rows = await db
    .selectFrom('register.claim')
    .select(columns)
    .where('organisation_id', '=', of.organisationId)
    .where('id', '<>', of.id)
    .where('state', '=', 'waiting')
    .orderBy('made_at')
    .execute();
  return rows.map(toClaim);
}

export function lastClaimAppealOptional(db: Db, claimId: string) {
  return db
    .selectFrom('register.appeal')
    .select(['state', 'reason'])
    .where('claim_id', '=', claimId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

interface Row {
  id: string;
  organisation_id: string;
  person_id: string;
  state: string;
  way: string;
  words: string;
  mailed_to: string;
  proved_at: Date | null;
  objection: string;
  proof: string;
  reason: string;
  made_at: Date;
  answered_at: Date | null;
}

function toClaim(row: Row): Claim {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    personId: row.person_id,
    state: row.state,
    way: row.way,
    words: row.words,
    mailedTo: row.mailed_to,
    provedAt: row.proved_at,
    objection: row.objection,
    proof: row.proof,
    reason: row.reason,
    madeAt: row.made_at,
    answeredAt: row.answered_at,
  };
}
