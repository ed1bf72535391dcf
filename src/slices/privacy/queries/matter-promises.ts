import type { LoopWords } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { privacy } from '../urls.ts';
import { topics } from '../words/matters.ts';

/** Complaints and requests about details, for inboxes and boards: what it is about, never what was written or by whom. */
export async function describeMatters(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('privacy.matter')
    .select(['id', 'kind', 'topic', 'code', 'state', 'organisation_id'])
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ id, kind, topic, code, state, organisation_id: answersId }) => ({
    thingId: id,
    title: kind === 'complaint' ? `Complaint ${code}` : `Request ${code}`,
    text: topicWords(kind, topic),
    url: privacy.matter(id),
    action: state === 'got' ? 'Look into it' : 'Answer it',
    answersId,
  }));
}

function topicWords(kind: string, topic: string): string {
  const words = topics[kind === 'complaint' ? 'complaint' : 'rights-request'];
  return words[topic] ?? topic;
}
