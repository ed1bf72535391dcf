import type { LoopWords } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { neighbours } from '../urls.ts';
import { answers } from '../words/hellos.ts';

/** What each open hello is about. The words that came along stand on its page alone. */
export async function describeHellos(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('neighbours.hello')
    .innerJoin('register.organisation_card as sender', 'sender.id', 'from_organisation_id')
    .innerJoin('register.organisation_card as receiver', 'receiver.id', 'to_organisation_id')
    .select(['neighbours.hello.id', 'to_organisation_id', 'receiver.merged_into'])
    .select(['sender.name as from_name', 'receiver.name as to_name'])
    .where('neighbours.hello.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    thingId: row.id,
    title: row.from_name ?? '',
    text: `Says hello to ${row.to_name}.`,
    url: neighbours.hello(row.id),
    action: 'Say whether you know them',
    lookUrl: neighbours.hello(row.id),
    answersId: row.merged_into ?? row.to_organisation_id,
    presses: { form: 'answer-hello', action: neighbours.hello(row.id), field: 'answer', buttons },
  }));
}

const buttons = Object.entries(answers).map(([value, label]) => ({ value, label }));
