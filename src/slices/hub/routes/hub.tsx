import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { hourOf } from '../../../platform/dates.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { personsByIds } from '../../people/door.ts';
import { organisation } from '../../register/door.ts';
import { organisations } from '../../register/urls.ts';
import { bringBack, clearRow } from '../actions/clear.ts';
import type { ShownMove } from '../pages/done.tsx';
import { DoneForPage } from '../pages/done-for.tsx';
import { HealthPage, PoorRecordsPage } from '../pages/health.tsx';
import { HubPage } from '../pages/hub.tsx';
import { QueuePage } from '../pages/queue.tsx';
import type { RefusedRow } from '../pages/row.tsx';
import { canClearQueues, canSeeDoneFor, canSeeHealth, canSeeHub } from '../permits.ts';
import { healthCounts, poorRecords } from '../queries/health.ts';
import { centresThisMorning } from '../queries/hub.ts';
import { doneFor, doneToday } from '../queries/moves.ts';
import { drawnQueue, drawnQueues, queueByName } from '../queries/queues.ts';
import { inOrder, todaysThings } from '../rules.ts';
import { hub } from '../urls.ts';
import { ClearRow, type DoneMove, measures } from '../words.ts';

/** As far as a morning reaches. */
const rowsOfAQueue = 50;
const recordsShown = 100;
const movesShown = 100;

const ByQueue = z.object({ queue: z.string().regex(/^[a-z-]{1,60}$/) });
const ByMeasure = z.object({ measure: z.string().regex(/^[a-z-]{1,60}$/) });

export const routes: readonly Route[] = [
  get('/hub', 'the coordinator', {}, async (ctx) => page(await hubPage(ctx))),

  get('/hub/queues/:queue', 'the coordinator', { params: ByQueue }, async (ctx, { params }) =>
    page(await queuePage(ctx, params.queue)),
  ),

  post(
    '/hub/queues/:queue',
    'the coordinator',
    { params: ByQueue, fields: ['row', 'move', 'words', 'until', 'back'] },
    async (ctx, { params, form }) => {
      permit(canClearQueues(ctx.actor));
      const isOnHub = form.back === 'hub';
      return answerForm(
        ClearRow,
        form,
        async (input) => {
          await clear(ctx, params.queue, input);
          return redirect(isOnHub ? `${hub.page()}#done` : hub.queue(params.queue));
        },
        (problems) => {
          const refused = { row: String(form.row), values: form, problems };
          return isOnHub ? hubPage(ctx, refused) : queuePage(ctx, params.queue, refused);
        },
      );
    },
  ),

  post('/hub/moves/:id/back', 'the coordinator', { params: byId, fields: [] }, async (ctx, { params }) => {
    await bringBack(ctx, params.id);
    return redirect(`${hub.page()}#today`);
  }),

  get('/hub/health', 'the coordinator', {}, async (ctx) => {
    permit(canSeeHealth(ctx.actor));
    const counts = await healthCounts(ctx.db.open);
    return page({ title: 'The records', ...inHub, body: <HealthPage {...counts} /> });
  }),

  get('/hub/health/:measure', 'the coordinator', { params: ByMeasure }, async (ctx, { params }) => {
    permit(canSeeHealth(ctx.actor));
    const measure = measures.find((one) => one.name === params.measure);
    if (!measure) throw new NotFound();
    const rows = await poorRecords(ctx.db.open, measure.name, recordsShown);
    const { short } = await healthCounts(ctx.db.open);
    const total = short.find((one) => one.name === measure.name)?.records ?? rows.length;
    return page({
      title: measure.label,
      ...inHub,
      crumb: { href: hub.health(), label: 'The records' },
      body: <PoorRecordsPage measure={measure} rows={rows} total={total} now={ctx.now} />,
    });
  }),

  get(
    '/centres/:id/hub',
    'people of the centre, the coordinator',
    { params: byId },
    async (ctx, { params }) => {
      const centre = await organisation(ctx.db.open, params.id);
      permit(canSeeDoneFor(ctx.actor, params.id), { hidden: centre.kind !== 'centre' });
      if (centre.kind !== 'centre') throw new NotFound('centre');
      const moves = await withNames(ctx, await doneFor(ctx.db.open, params.id, movesShown));
      return page({
        title: `What the hub did for ${centre.name}`,
        noindex: true,
        crumb: { href: organisations.one(centre.id, centre.name), label: centre.name },
        body: <DoneForPage centre={centre.name} moves={moves} now={ctx.now} />,
      });
    },
  ),
];

const inHub = { noindex: true, current: hub.page(), crumb: { href: hub.page(), label: 'The hub' } };

async function hubPage(ctx: Ctx, refused?: RefusedRow): Promise<Page> {
  permit(canSeeHub(ctx.actor));
  const queues = await drawnQueues(ctx, todaysThings);
  const title = greeting(ctx);
  const today = inOrder(queues.flatMap((queue) => queue.rows)).slice(0, todaysThings);
  const props = {
    ...{ title, now: ctx.now, queues, today, refused },
    centres: await centresThisMorning(ctx.db.open, ctx.now),
    done: await withNames(ctx, await doneToday(ctx.db.open, ctx.now)),
  };
  return { title, noindex: true, current: hub.page(), body: <HubPage {...props} /> };
}

async function queuePage(ctx: Ctx, name: string, refused?: RefusedRow): Promise<Page> {
  permit(canSeeHub(ctx.actor));
  const queue = await drawnQueue(ctx, name, rowsOfAQueue);
  const shown = { ...queue, rows: inOrder(queue.rows) };
  return { title: queue.label, ...inHub, body: <QueuePage queue={shown} refused={refused} now={ctx.now} /> };
}

/** Only what stands on the list can be cleared from it. */
async function clear(ctx: Ctx, name: string, input: ClearRow): Promise<void> {
  const { rows } = await drawnQueue(ctx, name, rowsOfAQueue);
  const row = rows.find((one) => one.id === input.row);
  if (!row) throw new Refused('gone', 'It is no longer on the list: somebody has seen to it.');
  await clearRow(ctx, { queue: queueByName(ctx, name), row, input });
}

/** The moves with the names of those who made them, as far as they are to be seen. */
async function withNames(ctx: Ctx, moves: readonly DoneMove[]): Promise<ShownMove[]> {
  const persons = await ctx.db.read((db) =>
    personsByIds(
      db,
      moves.map((one) => one.byPersonId),
    ),
  );
  const names = new Map(persons.map(({ id, name, email }) => [id, name || email]));
  return moves.map((one) => ({ ...one, by: names.get(one.byPersonId) }));
}

function greeting(ctx: Ctx): string {
  const hour = hourOf(ctx.now);
  const words = hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
  const first = ctx.actor.name?.split(' ')[0];
  return first ? `${words}, ${first}` : words;
}
