import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import { organisation, peopleServed, themes } from '../../register/door.ts';
import type { NeighboursProps } from '../pages/neighbours.tsx';
import type { Known, Suggested } from '../pages/say.ts';
import { hellosOf, lastBetween, stopsAgainst, stopsOf } from '../queries/hellos.ts';
import { knowingOf } from '../queries/knowing.ts';
import { needPairs } from '../queries/pairs.ts';
import { suggestions } from '../queries/suggest.ts';
import { whyNotHello } from '../rules/hello.ts';
import { coverage, coverageWords, knowEachOther, sayOf, sideWords } from '../rules/knowing.ts';
import { reasonWords, weightLines } from '../rules/suggest.ts';
import type { Knowing } from '../words/hellos.ts';

/** Older ones are in what the group can take along. */
const hellosShown = 60;

type Shown = Omit<NeighboursProps, 'groups' | 'now'>;

/** All that the page of a group’s neighbours shows. */
export async function readNeighbours(db: Db, ctx: Ctx, id: string): Promise<Shown> {
  const { name } = await organisation(db, id);
  const near = await suggestions(db, id, await needPairs(db));
  const known = await knowingOf(db, id);
  const ids = near.map((one) => one.id);
  const [last, stopped] = [await lastBetween(db, id, ids), await stopsAgainst(db, id, ids)];
  const mutual = known.filter(knowEachOther).map((one) => one.id);
  const rows = near.map((one) => ({
    ...{ id: one.id, name: one.name, summary: one.summary, sort: one.sort },
    reason: reasonWords(one, { themes, people: peopleServed }),
    whyNot: whyNotHello(
      {
        ...{ name: one.name, takesHellos: !stopped.has(one.id) },
        ...{ knowEachOther: mutual.includes(one.id), last: last.get(one.id) },
      },
      id,
      ctx.now,
    ),
  }));
  const ofSort = (sort: string): Suggested[] => rows.filter((one) => one.sort === sort);
  return {
    ...{ organisationId: id, name, like: ofSort('like'), other: ofSort('with') },
    coverage: coverageWords(coverage(near, known)),
    weights: weightLines(),
    hellos: await hellosOf(db, id, hellosShown),
    known: known.map(inWords),
    stops: await stopsOf(db, id),
  };
}

function inWords(one: Knowing): Known {
  return {
    ...{ id: one.id, name: one.name, say: sayOf(one.ours), mutual: knowEachOther(one) },
    ours: sideWords(one.ours, 'we'),
    theirs: sideWords(one.theirs, 'they'),
  };
}
