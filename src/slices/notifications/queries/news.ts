import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import type { NewsOfThing } from '../words.ts';
import { staleOf } from './stale.ts';

interface Row {
  id: string;
  at: Date;
  words: string;
  thingId: string;
  kind: string;
  name: string;
}

/**
 * What is to be told to whoever has these follows and this mailbox, of things that are still there for everybody: each
 * piece of news once, however many ways lead to it, and none that came as a letter of its own.
 */
export async function newsFor(
  db: Db,
  ctx: Ctx,
  due: { followIds: readonly string[]; mailbox: Buffer },
): Promise<NewsOfThing[]> {
  const { rows } = await sql<Row>`
    select distinct on (news.id) news.id, news.at, news.words,
      coalesce(follow.service_id, card.id) as "thingId",
      case when follow.service_id is null then 'organisation' else 'service' end as kind,
      case when follow.service_id is null then card.name
        else coalesce(service.name || ', ', '') || card.name end as name
    from notifications.follow
    left join register.organisation_card as followed on followed.id = follow.organisation_id
    join notifications.news on news.service_id = follow.service_id
      or news.organisation_id = coalesce(followed.merged_into, followed.id)
    join register.organisation_card as card on card.id = news.organisation_id
    left join register.search_document as service on service.id = follow.service_id
    where follow.id = any(${due.followIds}::uuid[]) and news.at > follow.told_until and news.at <= ${ctx.now}
      and card.state in ('active', 'paused', 'closed')
      and not exists (select from notifications.told_news
        where told_news.news_id = news.id and told_news.to_hash = ${due.mailbox})
      and not exists (select from notifications.told
        where told.event_id = news.event_id and told.to_hash = ${due.mailbox})
    order by news.id, follow.service_id nulls first`.execute(db);
  const ids = [...new Set(rows.map((row) => row.thingId))];
  const stale = await staleOf(db, ctx, ids);
  return ids
    .flatMap((id) => {
      const [first, ...others] = rows
        .filter((row) => row.thingId === id)
        .sort((a, b) => a.at.getTime() - b.at.getTime());
      if (!first) return [];
      const kind = first.kind === 'service' ? ('service' as const) : ('organisation' as const);
      const news = [first, ...others].map(({ id: newsId, at, words }) => ({ id: newsId, at, words }));
      return [{ kind, id, name: first.name, news, stale: stale.get(id) ?? [] }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
