import type { QueueRow } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords } from '../../../platform/dates.ts';
import { signs } from '../../../platform/human/signs.ts';
import { freshnessWords } from '../rules/freshness.ts';
import { organisations, register } from '../urls.ts';
import { fieldWords, valueWords } from '../words/fields.ts';
import { Changes } from '../words/suggestions.ts';
import { lateChecks } from './keeping.ts';
import { freshnessOf } from './organisation.ts';

/** Registrations that wait for a centre, the oldest first. */
export async function waitingRegistrations(
  ctx: Ctx,
  limit: number,
): Promise<{ total: number; rows: QueueRow[] }> {
  const waiting = ctx.db.open
    .selectFrom('register.centre_answer')
    .innerJoin('register.organisation as group', 'group.id', 'organisation_id')
    .innerJoin('register.organisation as centre', 'centre.id', 'centre_id')
    .leftJoin('loops.open_loop', 'loops.open_loop.thing_id', 'register.centre_answer.id')
    .where('register.centre_answer.state', '=', 'waiting')
    .where('group.state', '<>', 'merged');
  const { total } = await waiting
    .select((q) => q.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await waiting
    .select(['register.centre_answer.id', 'group.id as group_id', 'group.name as group_name'])
    .select(['centre_id', 'asked_at', 'first_due_at'])
    .orderBy('asked_at')
    .orderBy('register.centre_answer.id')
    .limit(limit)
    .execute();
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      title: row.group_name,
      url: register.state(row.group_id),
      text: `Asked on ${dayWords(row.asked_at, ctx.now)}`,
      waitsFor: row.centre_id,
      late: row.first_due_at !== null && row.first_due_at < ctx.now,
      at: row.asked_at,
    })),
  };
}

export async function lateCheckRows(ctx: Ctx, limit: number): Promise<{ total: number; rows: QueueRow[] }> {
  const { total, rows } = await lateChecks(ctx.db.open, limit);
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      title: row.name,
      url: organisations.one(row.id, row.name),
      text: freshnessWords({ freshness: freshnessOf(row.freshness), checkedAt: row.checked_at }, ctx.now),
      // It is nobody’s promise to anybody; whoever waits for an answer comes first.
      late: false,
      ...(row.checked_at ? { at: row.checked_at } : {}),
    })),
  };
}

/** What looks as if no person had sent it, the oldest first, with why it does. */
export async function heldRows(ctx: Ctx, limit: number): Promise<{ total: number; rows: QueueRow[] }> {
  return ctx.db.read(async (db) => {
    const held = db.selectFrom('register.suggestion').where('register.suggestion.state', '=', 'held');
    const { total } = await held.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    const rows = await held
      .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
      .select(['register.suggestion.id', 'organisation_id', 'name', 'what', 'changes', 'held_why', 'made_at'])
      .orderBy('made_at')
      .orderBy('register.suggestion.id')
      .limit(limit)
      .execute();
    return {
      total,
      rows: rows.map((row) => ({
        id: row.id,
        title: `About ${row.name}`,
        url: organisations.one(row.organisation_id, row.name),
        text: `“${shortened(wordsOf(row))}” Held because ${row.held_why.map(signWords).join(', and ')}.`,
        late: false,
        at: row.made_at,
      })),
    };
  });
}

/** What somebody wrote, and what they would have stand on the page. */
function wordsOf({ what, changes }: { what: string; changes: unknown }): string {
  const fields = Object.entries(changes === null ? {} : Changes.parse(changes));
  const said = fields.map(([field, { after }]) => `${fieldWords(field)}: ${valueWords(field, after)}`);
  return [...said, ...(what === '' ? [] : [what])].join('. ');
}

function shortened(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 300)} …`;
}

function signWords(sign: string): string {
  return Object.entries(signs).find(([name]) => name === sign)?.[1] ?? sign;
}
