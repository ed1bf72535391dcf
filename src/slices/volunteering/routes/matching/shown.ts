import type { Ctx } from '../../../../platform/ctx.ts';
import { areasByIds } from '../../../areas/door.ts';
import type { MatchRow } from '../../pages/matching/matches.tsx';
import { ageWords } from '../../rules/ages.ts';
import { farWords, whenWords } from '../../rules/say.ts';
import type { Match } from '../../words/matching.ts';

/** Roles that fit, as a list shows them. */
export async function matchRows(
  ctx: Ctx,
  found: readonly Match[],
  isNew: ReadonlySet<string> = new Set(),
): Promise<MatchRow[]> {
  const ids = [...new Set(found.flatMap(({ areaId }) => areaId ?? []))];
  const areas = new Map((await areasByIds(ctx.db.replica, ids)).map(({ id, name }) => [id, name]));
  return found.map((one) => {
    const place = one.home
      ? 'From home'
      : [one.venue, areas.get(one.areaId ?? '')].filter((part) => part).join(', ');
    return {
      ...{ id: one.id, title: one.title, summary: one.summary, because: one.because, ask: one.ask },
      far: farWords(one.distanceM, one.precise),
      kind: [one.organisationName, place, whenWords(one.times), ageWords(one)].filter((part) => part !== ''),
      isNew: isNew.has(one.id),
    };
  });
}
