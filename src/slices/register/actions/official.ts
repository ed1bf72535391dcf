import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { canImport, canRegister } from '../permits.ts';
import { officialRecords } from '../queries/official.ts';
import { ownDraft } from '../queries/registration.ts';
import { officialAnswers, officialKeys } from '../rules/official.ts';
import type { Outcome } from '../words/import.ts';
import type { GivenCharity } from '../words/official.ts';
import type { Answers } from '../words/registration.ts';
import { lockDraft } from './draft.ts';

/** Takes a batch of a charity register in, in the caller's transaction, and says of each row what came of it. */
export async function importCharities(tx: Tx, ctx: Ctx, rows: readonly GivenCharity[]): Promise<Outcome[]> {
  permit(canImport(ctx.actor));

  const byKey = new Map(rows.map((row) => [`${row.scheme} ${row.number}`, row]));
  const given = [...byKey.values()].map(({ digest, ...row }) => ({
    ...row,
    digest: `\\x${digest.toString('hex')}`,
  }));
  const { rows: written } = await sql<{ key: string; made: boolean }>`
    insert into register.official_record as known (scheme, number, name, registered_on, removed_on, is_removed,
      legal_form, website, address, postcode, activities, company_number, digest, read_at)
    select scheme, number, name, "registeredOn", "removedOn", "isRemoved", coalesce("legalForm", ''),
      coalesce(website, ''), coalesce(address, ''), coalesce(postcode, ''), coalesce(activities, ''),
      coalesce("companyNumber", ''), digest, ${ctx.now}
    from json_to_recordset(${JSON.stringify(given)}::json) as row (scheme text, number text, name text,
      "registeredOn" date, "removedOn" date, "isRemoved" boolean, "legalForm" text, website text, address text,
      postcode text, activities text, "companyNumber" text, digest bytea)
    on conflict (scheme, number) do update set name = excluded.name, registered_on = excluded.registered_on,
      removed_on = excluded.removed_on, is_removed = excluded.is_removed, legal_form = excluded.legal_form,
      website = excluded.website, address = excluded.address, postcode = excluded.postcode,
      activities = excluded.activities, company_number = excluded.company_number, digest = excluded.digest,
      read_at = excluded.read_at
    where known.digest <> excluded.digest
    returning scheme || ' ' || number as key, xmax = 0 as made`.execute(tx);
  const outcomes = new Map(
    written.map(({ key, made }): [string, Outcome] => [key, made ? 'new' : 'changed']),
  );
  return rows.map((row) => {
    const key = `${row.scheme} ${row.number}`;
    const outcome = outcomes.get(key) ?? 'unchanged';
    outcomes.delete(key);
    return outcome;
  });
}

/** Fills in what the charity register says, where nothing was typed. Answers what it filled in. */
export async function fillFromRegister(ctx: Ctx, draftId: string): Promise<Answers> {
  permit(canRegister(ctx.actor));

  return ctx.db.transaction(async (tx) => {
    await lockDraft(tx, draftId);
    const draft = await ownDraft(tx, draftId);
    const [record] = await officialRecords(tx, officialKeys(String(draft.answers.register_number ?? '')));
    const more = record ? officialAnswers(draft.answers, record) : {};
    if (draft.sentAt || Object.keys(more).length === 0) return {};
    await tx
      .updateTable('register.draft')
      .set({
        answers: JSON.stringify({ ...draft.answers, ...more }),
        version: draft.version + 1,
        changed_at: ctx.now,
      })
      .where('id', '=', draftId)
      .execute();
    return more;
  });
}
