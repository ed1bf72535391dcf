import type { LoopKind } from '../../platform/contributions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { get, page, type Route } from '../../platform/http/route.ts';
import { type Actor, permit } from '../../platform/permit.ts';
import { bankHolidays, quarterOf } from '../network/door.ts';
import { InboxPage } from './pages/inbox.tsx';
import { canLookAtLoop, canSeeInbox } from './permits.ts';
import { openLoopsOf } from './queries.ts';
import type { InboxRow } from './words.ts';

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
    const rows: InboxRow[] = [];
    for (const kind of ctx.house.loopKinds) {
      const ofKind = loops.filter((loop) => loop.kind === kind.kind);
      const words = await kind.describe(
        db,
        ofKind.map((loop) => loop.thingId),
      );
      for (const loop of ofKind) {
        const said = words.find((word) => word.thingId === loop.thingId);
        const url = said && addressFor(ctx.actor, kind, { ...said, ...loop });
        if (!said || !url) continue;
        const late = loop.firstDueAt < ctx.now;
        const quarter = quarterOf({ from: loop.openedAt, due: loop.firstDueAt, now: ctx.now, holidays });
        // Where a promise has climbed, somebody else speaks for whoever was asked.
        const presses = loop.ownerOrganisationId === said.answersId ? said.presses : undefined;
        rows.push({ loop, kindLabel: kind.label, late, quarter, ...said, url, presses });
      }
    }
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
