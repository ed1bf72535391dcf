import type { Queue } from '../../platform/contributions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { hourOf } from '../../platform/dates.ts';
import { get, page, type Route } from '../../platform/http/route.ts';
import { permit } from '../../platform/permit.ts';
import { HubPage } from './pages/hub.tsx';
import { canSeeHub } from './permits.ts';
import { centresThisMorning, toRing } from './queries.ts';
import { hub } from './urls.ts';
import type { DrawnQueue } from './words.ts';

/** What somebody can look at before the first cup of tea is cold. */
const rowsOfAQueue = 7;

export const routes: readonly Route[] = [
  get('/hub', 'the coordinator', {}, async (ctx) => {
    permit(canSeeHub(ctx.actor));
    const queues: DrawnQueue[] = [];
    for (const queue of ctx.house.queues) queues.push(await drawn(ctx, queue));
    const centres = await centresThisMorning(ctx.db.open, ctx.now);
    const title = greeting(ctx);
    return page({
      title,
      noindex: true,
      current: hub.page(),
      body: <HubPage title={title} now={ctx.now} queues={inOrder(queues)} centres={centres} />,
    });
  }),
];

async function drawn(ctx: Ctx, { name, label, next, read }: Queue): Promise<DrawnQueue> {
  const { total, rows } = await read(ctx, rowsOfAQueue);
  const rings = await toRing(
    ctx.db.open,
    rows.flatMap((row) => row.waitsFor ?? []),
  );
  const said = rows.map((row) => {
    const ring = rings.get(row.waitsFor ?? '');
    return ring ? { ...row, ring } : row;
  });
  return { name, label, next, total, rows: said.sort((a, b) => Number(b.late) - Number(a.late)) };
}

/** Queues in which somebody is late come first. */
function inOrder(queues: readonly DrawnQueue[]): DrawnQueue[] {
  const late = (queue: DrawnQueue) => queue.rows.some((row) => row.late);
  return [...queues.filter(late), ...queues.filter((queue) => !late(queue))];
}

function greeting(ctx: Ctx): string {
  const hour = hourOf(ctx.now);
  const words = hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
  const first = ctx.actor.name?.split(' ')[0];
  return first ? `${words}, ${first}` : words;
}
