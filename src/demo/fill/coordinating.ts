import { addDays } from '../../platform/dates.ts';
import { areasOfLevel } from '../../slices/areas/door.ts';
import {
  addMember,
  makeBoard,
  makeMatch,
  putNotice,
  sayPlaces,
} from '../../slices/referrals/actions/board/boards.ts';
import { servicesOf } from '../../slices/register/door.ts';
import type { StagedCentre } from './bodies.ts';
import type { StagedGroup } from './groups.ts';
import type { Stage } from './stage.ts';

const worker = 'centre-worker@practice.example';
const officer = 'council-officer@practice.example';

/** Centre and council look after hot meals together: who has places, where none are, and what holds today. */
export async function coordinate(
  stage: Stage,
  groups: readonly StagedGroup[],
  centres: readonly StagedCentre[],
): Promise<void> {
  const centreId = centres.find(({ key }) => key === 'eastlock-centre')?.id;
  const council = groups.find(({ one }) => one.key === 'eastlock-council');
  if (!centreId || !council) return;
  const began = addDays(stage.now, -30);
  const board = { organisation_id: centreId, name: 'Hot meals', theme: 'food', area_id: '' };
  const id = await makeBoard(stage.as(worker, began), board);
  await addMember(stage.as(worker, began), id, { organisation_id: council.id });
  const spare = [
    { key: 'tuesday-table', places: 12, daysAgo: 1 },
    { key: 'second-helpings', places: 5, daysAgo: 9 },
  ];
  for (const { key, places, daysAgo } of spare) {
    const group = groups.find(({ one }) => one.key === key);
    if (group) await sayFree(stage, group, { places, daysAgo, board: id });
  }
  await putNotice(stage.as(officer, stage.now), id, {
    words: 'The market hall is closed until Friday. Lunch there moves to the library.',
  });
}

async function sayFree(
  stage: Stage,
  group: StagedGroup,
  of: { places: number; daysAgo: number; board: string },
): Promise<void> {
  const ctx = stage.as(group.organiser.email, addDays(stage.now, -of.daysAgo));
  const services = await servicesOf(ctx.db.open, group.id);
  const service = services.find(({ themes, status }) => themes.includes('food') && status === 'open');
  if (!service) return;
  await sayPlaces(ctx, group.id, { service_id: service.id, places: of.places });
  if (of.daysAgo > 7) return;
  const [area] = (await areasOfLevel(ctx.db.open, 'borough')).filter(({ name }) => name === 'Hartlow');
  if (!area) return;
  const match = { area_id: area.id, service_id: service.id, places: 4 };
  await makeMatch(stage.as(officer, stage.now), of.board, match);
}
