import { guardedEgress } from '../../platform/egress/egress.ts';
import { readNextFeed } from '../../slices/interchange/actions/feed-run.ts';
import { addFeed, bringFeed } from '../../slices/interchange/actions/feeds.ts';
import { councilFeed, inventedWeb, librariesFeed } from '../neighbours.ts';
import { daysBack } from './days.ts';
import type { Stage } from './stage.ts';

const coordinator = 'coordinator@practice.example';

/** A council’s list is read every night; that of the libraries was added this morning and waits for a yes. */
export async function readNeighbours(stage: Stage): Promise<void> {
  const egress = inventedWeb(guardedEgress());
  const [first, later, today] = [
    daysBack(stage.now, 2, 10),
    daysBack(stage.now, 1, 11),
    daysBack(stage.now, 0, 9),
  ];
  const council = await addFeed({ ...stage.as(coordinator, first), egress }, councilFeed);
  await readNextFeed({ ...stage.asJob(first), egress });
  await bringFeed(stage.as(coordinator, later), council);
  await readNextFeed({ ...stage.asJob(later), egress });
  await addFeed({ ...stage.as(coordinator, today), egress }, librariesFeed);
  await readNextFeed({ ...stage.asJob(today), egress });
}
