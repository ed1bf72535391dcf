import { addDays } from '../../platform/dates.ts';
import { openLoopsOf } from '../../slices/loops/door.ts';
import { answerHello } from '../../slices/neighbours/actions/answer.ts';
import { sayHello } from '../../slices/neighbours/actions/hello.ts';
import { sayOfThem } from '../../slices/neighbours/actions/saying.ts';
import { takeHellos } from '../../slices/neighbours/actions/stop.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import { fromOtherSide, samsAnswers, waysToKnow } from './lists/hellos.ts';
import type { Stage } from './stage.ts';

/** So many other twos of groups met this autumn. */
const othersMet = 40;

/** Groups that know each other, hellos that wait, and one that wants none. */
export async function meetNeighbours(stage: Stage, groups: readonly StagedGroup[]): Promise<void> {
  const standing = groups.filter(
    ({ one }) =>
      one.state === 'active' && ['group', 'informal'].includes(one.kind) && one.place.show !== 'hidden',
  );
  const sam = standing.find(({ one }) => one.key === 'tuesday-table');
  const halima = standing.find(({ one }) => one.key === 'second-helpings');
  if (!sam || !halima) return;
  const met = await samMeets(stage, sam, likest(sam, standing, new Set([halima])));
  await greet(stage, halima, [sam], {
    at: daysBack(stage.now, 1, 16),
    words: 'Our van passes you on Tuesdays. What is left over could be yours.',
  });
  await othersMeet(stage, standing, new Set([sam, halima, ...met]));
}

/** A month ago Sam said hello to eight; six have answered. The day before yesterday there was one more. */
async function samMeets(
  stage: Stage,
  sam: StagedGroup,
  near: readonly StagedGroup[],
): Promise<StagedGroup[]> {
  const [greeted, lately, quiet] = [near.slice(0, 8), near.slice(8, 9), near.slice(9, 10)];
  const words = 'We cook on Tuesdays. Come and look.';
  await greet(stage, sam, greeted, { at: daysBack(stage.now, 30, 20), words });
  for (const [index, answer] of samsAnswers.entries()) {
    const group = greeted[index];
    if (!group) continue;
    const at = daysBack(stage.now, 28 - index * 3, 19);
    await answerLast(stage, group, answer, at);
    const back = fromOtherSide[answer];
    if (back) await sayOfThem(stage.as(sam.organiser.email, addDays(at, 1)), sam.id, group.id, { say: back });
  }
  await greet(stage, sam, lately, { at: daysBack(stage.now, 2, 20), words: '' });
  for (const { id, organiser } of quiet) {
    await takeHellos(stage.as(organiser.email, daysBack(stage.now, 12, 18)), id, { hellos: 'no' });
  }
  return [...greeted, ...lately, ...quiet];
}

/** Here and there one group greets the one with most in common, and now and then both say who signposts to whom. */
async function othersMeet(
  stage: Stage,
  standing: readonly StagedGroup[],
  met: Set<StagedGroup>,
): Promise<void> {
  const step = Math.max(1, Math.floor(standing.length / othersMet));
  let twos = 0;
  for (let place = 0; place < standing.length; place += step) {
    const group = standing[place];
    if (!group || met.has(group)) continue;
    const [nearest] = likest(group, standing, met);
    if (!nearest) continue;
    met.add(group).add(nearest);
    twos += 1;
    const at = daysBack(stage.now, 20 + (place % 40), 17);
    await greet(stage, group, [nearest], { at, words: '' });
    const answer = waysToKnow[twos % waysToKnow.length] ?? 'know';
    await answerLast(stage, nearest, answer, addDays(at, 1));
    const back = fromOtherSide[answer];
    const ctx = stage.as(group.organiser.email, addDays(at, 2));
    if (back) await sayOfThem(ctx, group.id, nearest.id, { say: back });
  }
}

async function greet(
  stage: Stage,
  from: StagedGroup,
  to: readonly StagedGroup[],
  { at, words }: { at: Date; words: string },
): Promise<void> {
  if (to.length === 0) return;
  await sayHello(stage.as(from.organiser.email, at), from.id, { to: to.map(({ id }) => id), words });
}

/** The hello that waits for the group. */
async function answerLast(
  stage: Stage,
  { id, organiser }: StagedGroup,
  answer: (typeof samsAnswers)[number],
  at: Date,
): Promise<void> {
  const ctx = stage.as(organiser.email, at);
  const open = await openLoopsOf(ctx.db.open, [id]);
  const waits = open.find((loop) => loop.kind === 'hello');
  if (waits) await answerHello(ctx, waits.thingId, { answer });
}

/** Those with most in common in the same borough, without some. */
function likest(
  group: StagedGroup,
  all: readonly StagedGroup[],
  without: ReadonlySet<StagedGroup>,
): StagedGroup[] {
  const [home] = group.one.worksIn;
  const inCommon = ({ one }: StagedGroup) =>
    2 * shared(one.themes, group.one.themes) + shared(one.people, group.one.people);
  return all
    .filter((other) => other !== group && !without.has(other) && other.one.worksIn.includes(home ?? ''))
    .filter((other) => inCommon(other) > 0)
    .sort((a, b) => inCommon(b) - inCommon(a) || a.one.key.localeCompare(b.one.key));
}

function shared(a: readonly string[], b: readonly string[]): number {
  return a.filter((code) => code !== 'everyone' && b.includes(code)).length;
}
