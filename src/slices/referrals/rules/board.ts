import { addDays } from '../../../platform/dates.ts';
import type { Covering } from '../words/board.ts';

/** What a group said of its free places more than a week ago may be wrong by now. */
export function isOldPlaces(saidAt: Date, now: Date): boolean {
  return addDays(saidAt, 7) < now;
}

/** How long a need that was not met counts. */
export const unmetDays = 90;

/** Of people: none, 1 to 7 as one, the rest in fives, so that no figure tells of one person (model D5, 17). */
export function peopleWords(times: number): string {
  if (times === 0) return 'nobody';
  return times <= 7 ? '1–7 people' : `about ${Math.round(times / 5) * 5} people`;
}

/** Each area with the services that come to it, in the order of the areas. */
export function byArea<Area extends { id: string }>(
  areas: readonly Area[],
  covering: readonly Covering[],
): (Area & { services: Covering[] })[] {
  return areas.map((area) => ({ ...area, services: covering.filter(({ areaId }) => areaId === area.id) }));
}
