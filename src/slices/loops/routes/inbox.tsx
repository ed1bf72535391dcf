import type { LoopKind } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { get, page, type Route } from '../../../platform/http/route.ts';
import { type Actor, permit } from '../../../platform/permit.ts';
import { bankHolidays, quarterOf } from '../../network/door.ts';
import { InboxPage } from '../pages/inbox.tsx';
import { canLookAtLoop, canSeeInbox } from '../permits.ts';
import { withWords } from '../queries/inbox.ts';
import { openLoopsOf } from '../queries/open.ts';
import { markOf } from '../rules/marks.ts';
import type { InboxRow } from '../words.ts';

export const routes: readonly Route[] = [
  get('/inbox', 'whoever is signed in', {}, async (ctx) => {
    permit(canSeeInbox(ctx.actor));
    const body = <InboxPage rows={await inboxRows(ctx)} />;
    return page({ title: 'Waiting for you', noindex: true, current: '/inbox', body });
  }),
];

/** The open promises of all the actor's organisations, in the words of the slices that made them. */
async function inboxRows(ctx: Ctx): Promise<InboxRow[]> {
  const organisationIds = [...new Set(ctx.actor.positions.map((held) => held.organisationId))];
  return ctx.db.read(async (db) => {
    const loops = await openLoopsOf(db, organisationIds);
    const holidays = await bankHolidays(db);
    const standing = await ctx.house.standing(
      db,
      loops.map((loop) => loop.aboutOrganisationId),
    );
    const rows = (await withWords(db, ctx, loops)).flatMap(({ loop, kind, words }) => {
      const url = addressFor(ctx.actor, kind, { ...words, ...loop });
      if (!url) return [];
      const late = loop.firstDueAt < ctx.now;
      const quarter = quarterOf({ from: loop.openedAt, due: loop.firstDueAt, now: ctx.now, holidays });
      const mark = markOf(standing.get(loop.aboutOrganisationId));
      // Where a promise has climbed, somebody else speaks for whoever was asked.
      const presses = loop.ownerOrganisationId === words.answersId ? words.presses : undefined;
      return { loop, kindLabel: kind.label, late, quarter, mark, ...words, url, presses };
    });
    return rows.sort((a, b) => a.loop.firstDueAt.getTime() - b.loop.firstDueAt.getTime());
  });
}

/** Whoever may answer is led to where that is done, the hub to where it can look. A trustee has nothing to do here. */
function addressFor(
  actor: Actor,
  kind: LoopKind,
  row: { ownerOrganisationId: string; url: string; lookUrl?: string },
): string | undefined {
  if (kind.mayAnswer(actor, row.ownerOrganisationId)) return row.url;
  return canLookAtLoop(actor, row.ownerOrganisationId) ? row.lookUrl : undefined;
}
