import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import { recovery } from '../urls.ts';
import type { Recovery } from '../words/recovery.ts';

const columns = [
  'id',
  'organisation_id',
  'person_id',
  'lost',
  'new_email',
  'asked_by',
  'asked_how',
  'asked_at',
  'agreed_by',
  'agreed_at',
  'due_at',
] as const;

/** What is under way for somebody; there is one at a time. */
export async function openRecoveryOptional(
  db: Db,
  of: { organisationId: string; personId: string },
): Promise<Recovery | undefined> {
  const row = await open(db)
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .executeTakeFirst();
  return row && toRecovery(row);
}

/** What is under way for the reader, as lines of the reader's own page. */
export async function ownRecoveries(ctx: Ctx) {
  const { personId } = ctx.actor;
  if (personId === undefined) return [];
  const rows = await ctx.db.read((db) =>
    db
      .selectFrom('register.recovery as under_way')
      .innerJoin('register.position as held', (join) =>
        join
          .onRef('held.organisation_id', '=', 'under_way.organisation_id')
          .onRef('held.person_id', '=', 'under_way.person_id')
          .on('held.until_at', 'is', null),
      )
      .innerJoin('register.organisation as there', 'there.id', 'under_way.organisation_id')
      .select(['there.id as organisation_id', 'there.name', 'held.id as position_id'])
      .where('under_way.person_id', '=', personId)
      .where('under_way.done_at', 'is', null)
      .where('under_way.stopped_at', 'is', null)
      .orderBy('held.from_at')
      .limit(1)
      .execute(),
  );
  return rows.map((row) => ({
    label: 'See how it stands, and stop it if it is not so',
    href: recovery.one(row.organisation_id, row.position_id),
    note: row.name,
  }));
}

/** By the link that came to the mailbox it is about. */
export async function recoveryByStopOptional(db: Db, hash: Buffer): Promise<Recovery | undefined> {
  const row = await open(db).where('stop_hash', '=', hash).executeTakeFirst();
  return row && toRecovery(row);
}

export async function recoveriesDue(db: Db, at: Date): Promise<Recovery[]> {
  const rows = await open(db).where('due_at', '<=', at).orderBy('due_at').orderBy('id').execute();
  return rows.map(toRecovery);
}

export async function nextRecovery(db: Db, until: Date): Promise<Date | undefined> {
  const row = await open(db).where('due_at', '<=', until).orderBy('due_at').executeTakeFirst();
  return row?.due_at ?? undefined;
}

function open(db: Db) {
  return db
    .selectFrom('register.recovery')
    .select(columns)
    .where('done_at', 'is', null)
    .where('stopped_at', 'is', null);
}

function toRecovery(row: {
  id: string;
  organisation_id: string;
  person_id: string;
  lost: string;
  new_email: string | null;
  asked_by: string;
  asked_how: string;
  asked_at: Date;
  agreed_by: string | null;
  agreed_at: Date | null;
  due_at: Date | null;
}): Recovery {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    personId: row.person_id,
    lost: row.lost === 'mailbox' ? 'mailbox' : 'second_key',
    newEmail: row.new_email,
    askedBy: row.asked_by,
    askedHow: row.asked_how,
    askedAt: row.asked_at,
    agreedBy: row.agreed_by,
    agreedAt: row.agreed_at,
    dueAt: row.due_at,
  };
}
