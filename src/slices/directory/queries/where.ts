import type { Db } from '../../../platform/db/open.ts';
import { areaAndAbove, areaByCodeOptional, areaIdsWithin, findPlace } from '../../areas/door.ts';
import type { Asked, Near } from '../words.ts';

export interface LookedUp {
  readonly near: Near | undefined;
  readonly areaIds: readonly string[];
  readonly areaName: string | undefined;
  /** A sentence for each thing that could not be understood, by the name of its parameter. */
  readonly problems: Readonly<Record<string, string>>;
  /** What else to know about the place, such as that only its first half is known. */
  readonly note: string | undefined;
}

/** The place and the area that the words of a question mean. */
export async function whereAsked(db: Db, asked: Pick<Asked, 'near' | 'area'>): Promise<LookedUp> {
  const problems: Record<string, string> = {};
  let near: Near | undefined;
  let note: string | undefined;
  if (asked.near !== '') {
    const answer = await findPlace(db, asked.near);
    if ('problem' in answer) problems.near = answer.problem;
    else {
      const { label, lat, lon, plane, areaCode } = answer.place;
      near = { label, lat, lon, x: plane.x, y: plane.y, areaCode };
      note = answer.note;
    }
  }
  const area = asked.area === '' ? undefined : await areaByCodeOptional(db, asked.area);
  if (asked.area !== '' && !area) problems.area = `We know no area with the code ${asked.area}.`;
  return { near, note, problems, areaName: area?.name, areaIds: area ? await idsFor(db, area.id) : [] };
}

/** Something that serves a whole borough serves each part of it: the areas inside count, and those around. */
export async function idsFor(db: Db, areaId: string): Promise<string[]> {
  const around = await areaAndAbove(db, areaId);
  return [...new Set([...(await areaIdsWithin(db, areaId)), ...around.map((area) => area.id)])];
}
