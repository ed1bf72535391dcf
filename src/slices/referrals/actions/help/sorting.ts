import type { Db } from '../../../../platform/db/open.ts';
import { Invalid } from '../../../../platform/errors.ts';
import { areaAndAbove, areaByCodeOptional, findPlace } from '../../../areas/door.ts';
import { cardsByIds, hubId, themes } from '../../../register/door.ts';
import { centreOptional, coveringOptional } from '../../queries/help/sorting.ts';
import { sortedTo } from '../../rules/help.ts';
import type { Sorted, SortHelp } from '../../words/help/request.ts';

/** To whom a request goes, by what is needed and where; `Invalid` where nobody can tell which place is meant. */
export async function sortHelp(db: Db, { near, need }: SortHelp): Promise<Sorted> {
  const answer = await findPlace(db, near);
  if ('problem' in answer) throw new Invalid({ near: answer.problem });
  const { place } = answer;
  const area = place.areaCode === undefined ? undefined : await areaByCodeOptional(db, place.areaCode);
  const up = area ? await areaAndAbove(db, area.id) : [];
  const theme = knownNeed(need);
  const areaIds = up.map(({ id }) => id);
  const covering = theme && (await coveringOptional(db, { need: theme, areaIds, at: place.plane }));
  const codes = up.map(({ code }) => code);
  const centre = await centreOptional(db, codes);
  const hub = (await cardsByIds(db, [await hubId(db)])).values().next().value;
  if (!hub) throw new Invalid({ near: 'Nobody answers here yet. Ring the number at the foot of the page.' });
  const to = sortedTo({ covering: covering || undefined, centre, hub, knowsNeed: theme !== '' });
  return {
    ...{ id: to.id, name: to.name, phone: to.phone, why: to.why },
    ...{ areaCode: area?.code ?? '', areaName: area?.name ?? place.label },
  };
}

/** A code of the list, or nothing: a need that has no name yet. */
export function knownNeed(need: string): string {
  return Object.hasOwn(themes, need) ? need : '';
}

export function needWords(need: string): string {
  const words: Readonly<Record<string, string>> = themes;
  return words[need] ?? 'Something that has no name yet';
}
