import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';
import { notFound } from '../../../../platform/errors.ts';
import { helpStates, replyWays, takenHows } from '../../lists/help.ts';
import type { HelpRequest, HelpRow, HelpState } from '../../words/help/request.ts';

const columns = [
  ...(['id', 'code', 'organisation_id', 'basis_id', 'taken_how', 'taken_by_organisation_id'] as const),
  ...(['taken_by_person_id', 'for_whom', 'theme', 'area_code', 'reply_by', 'doubts', 'state'] as const),
  ...(['version', 'keeper_person_id', 'told_how', 'made_at', 'taken_up_at', 'answered_at'] as const),
  'closed_at',
] as const;

export async function helpRequest(db: Db, id: string): Promise<HelpRequest> {
  const row = await db
    .selectFrom('referrals.help_request')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('request'));
  return toRequest(row);
}

/** Locked, so that of two who take it up at once one comes second. */
export async function helpInTurn(db: Db, id: string): Promise<HelpRequest> {
  const row = await db
    .selectFrom('referrals.help_request')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound('request'));
  return toRequest(row);
}

/** The one that stands on this agreement. */
export async function helpOnBasisOptional(db: Db, basisId: string): Promise<HelpRequest | undefined> {
  const row = await db
    .selectFrom('referrals.help_request')
    .select(columns)
    .where('basis_id', '=', basisId)
    .executeTakeFirst();
  return row && toRequest(row);
}

/** The one whose link is shown with this transaction: whoever asked sees no other. */
export async function helpByLinkOptional(db: Db, hash: Buffer): Promise<HelpRequest | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from referrals.help_request_by_link(${hash}) as id where id is not null`.execute(db);
  return rows[0] && helpRequest(db, rows[0].id);
}

/** As it lies in the database: encrypted. */
export function sealedHelp(db: Db, id: string): Promise<{ story: Buffer | null; details: Buffer | null }> {
  return db
    .selectFrom('referrals.help_request')
    .select(['story', 'details'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('request'));
}

/** The latest first, two hundred at most. */
export async function helpRows(
  db: Db,
  of: { side: 'ours' | 'taken'; organisationIds: readonly string[]; isOpen: boolean },
): Promise<HelpRow[]> {
  const side = { ours: 'organisation_id', taken: 'taken_by_organisation_id' }[of.side];
  const { rows } = await sql<Omit<HelpRow, 'state'> & { state: string }>`
    select request.id, request.code, request.state, request.theme, answers.name as "organisationName",
      request.made_at as "madeAt"
    from referrals.help_request as request
    join register.organisation_card as answers on answers.id = request.organisation_id
    where ${sql.ref(`request.${side}`)} = any(${[...of.organisationIds]}::uuid[])
      and (${!of.isOpen} or request.state not in ('closed', 'spam', 'withdrawn'))
    order by request.made_at desc, request.id limit 200`.execute(db);
  return rows.map((row) => ({ ...row, state: stateOf(row.state) }));
}

export async function leastOfHelp(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; code: string; organisationId: string; state: HelpState }[]> {
  const { rows } = await sql<{ id: string; code: string; organisation_id: string; state: string }>`
    select id, code, organisation_id, state from referrals.least_of_help(${[...ids]}::uuid[])`.execute(db);
  return rows.map((row) => ({
    ...{ id: row.id, code: row.code, organisationId: row.organisation_id, state: stateOf(row.state) },
  }));
}

type Row = {
  [Key in (typeof columns)[number]]: Key extends 'made_at'
    ? Date
    : Key extends `${string}_at`
      ? Date | null
      : Key extends 'version'
        ? number
        : Key extends 'doubts'
          ? string[]
          : Key extends 'taken_by_organisation_id' | 'taken_by_person_id' | 'keeper_person_id'
            ? string | null
            : string;
};

function toRequest(row: Row): HelpRequest {
  return {
    ...{ id: row.id, code: row.code, organisationId: row.organisation_id, basisId: row.basis_id },
    ...{ takenByOrganisationId: row.taken_by_organisation_id, takenByPersonId: row.taken_by_person_id },
    ...{ theme: row.theme, areaCode: row.area_code, doubts: row.doubts, version: row.version },
    ...{ keeperPersonId: row.keeper_person_id, toldHow: row.told_how, madeAt: row.made_at },
    ...{ takenUpAt: row.taken_up_at, answeredAt: row.answered_at, closedAt: row.closed_at },
    takenHow: oneOf(takenHows, row.taken_how),
    forWhom: row.for_whom === 'other' ? 'other' : 'self',
    replyBy: oneOf(replyWays, row.reply_by),
    state: stateOf(row.state),
  };
}

function stateOf(value: string): HelpState {
  return oneOf(helpStates, value);
}

function oneOf<Code extends string>(list: Readonly<Record<Code, string>>, value: string): Code {
  for (const code in list) if (code === value) return code;
  throw new Error(`${value} is none of ${Object.keys(list).join(', ')}.`);
}
