import { addDays, dayOf } from '../../platform/dates.ts';
import { organisation } from '../../slices/register/door.ts';
import { answerRole } from '../../slices/volunteering/actions/checking.ts';
import { moveRole, pullRole } from '../../slices/volunteering/actions/moving.ts';
import { postRole } from '../../slices/volunteering/actions/posting.ts';
import { addSession } from '../../slices/volunteering/actions/sessions.ts';
import { setTarget } from '../../slices/volunteering/actions/target.ts';
import type { WriteRole } from '../../slices/volunteering/words/role.ts';
import { dice } from '../region/dice.ts';
import { demoRoles } from '../region/lists/roles.ts';
import type { DemoRole } from '../region/role.ts';
import type { StagedCentre } from './bodies.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import type { Stage } from './stage.ts';

/** Groups that are newer than so many days are not trusted yet. */
const trustedAfter = 200;
/** What every so many of the roles of trusted groups have become. The rest is live. */
const became = new Map<number, 'paused' | 'full' | 'withdrawn' | 'expired' | 'draft' | 'pulled'>([
  [5, 'paused'],
  [9, 'full'],
  [14, 'expired'],
  [18, 'draft'],
  [23, 'withdrawn'],
  [27, 'pulled'],
]);
const everySoMany = 30;

interface Dealt {
  readonly role: DemoRole;
  readonly group: StagedGroup;
}

/** Groups look for people: roles over all centres, in every state. */
export async function postRoles(
  stage: Stage,
  groups: readonly StagedGroup[],
  centres: readonly StagedCentre[],
): Promise<void> {
  const standing = groups.filter(({ one }) => one.state === 'active');
  const dealt = deal(standing);
  for (const [index, each] of dealt.entries()) await tell(stage, centres, each, index);
  await leaveSomeWaiting(stage, centres, standing);
  await setTarget(stage.as('coordinator@practice.example', daysBack(stage.now, 90, 11)), {
    percent: 90,
    by_day: dayOf(addDays(stage.now, 120)),
  });
}

function deal(standing: readonly StagedGroup[]): Dealt[] {
  return demoRoles.flatMap((role, at) => {
    const own = standing.find(({ one }) => one.key === role.group);
    if (own) return [{ role, group: own }];
    const fit = standing.filter(({ one }) => one.themes.some((theme) => theme === role.theme));
    const chosen = Array.from({ length: role.uses ?? 1 }, (_, use) => fit[(at * 5 + use * 13) % fit.length]);
    return [...new Set(chosen)].flatMap((group) => (group ? [{ role, group }] : []));
  });
}

async function tell(
  stage: Stage,
  centres: readonly StagedCentre[],
  { role, group }: Dealt,
  index: number,
): Promise<void> {
  const state = role.group ? undefined : became.get(index % everySoMany);
  const newest = Math.max(2, Math.min(150, group.one.registeredDaysAgo - 10));
  const daysAgo = state === 'expired' ? newest : dice(`role ${index}`).whole(2, newest);
  const at = daysBack(stage.now, daysAgo, 19);
  const untilDay = state === 'expired' ? dayOf(addDays(at, Math.max(1, daysAgo - 3))) : null;
  const ctx = stage.as(group.organiser.email, at);
  const go = state === 'draft' ? 'keep' : 'post';
  const id = await postRole(ctx, group.id, { ...formOf(role), until_day: untilDay, go });
  if (state === 'draft') return;
  const { trusted, home } = await homeOf(stage, group, centres);
  if (!trusted && home) await answerRole(stage.as(home.worker, at), id, { answer: 'accepted', reason: '' });
  if (state === 'expired' || state === undefined) return;
  if (state === 'pulled') {
    const coordinator = stage.as('coordinator@practice.example', at);
    return pullRole(coordinator, id, 'It asks people to pay for a course first. Say who pays.');
  }
  await moveRole(ctx, id, { to: state, reason: state === 'paused' ? 'Until the hall is mended.' : '' });
}

async function homeOf(stage: Stage, { id }: StagedGroup, centres: readonly StagedCentre[]) {
  const { trusted, homeCentreId } = await organisation(stage.asJob(stage.now).db.open, id);
  return { trusted, home: centres.find((centre) => centre.id === homeCentreId) };
}

/** At Eastlock, of the newest groups: one waits for Dee, one was sent back, and one has a day of its own. */
async function leaveSomeWaiting(
  stage: Stage,
  centres: readonly StagedCentre[],
  standing: readonly StagedGroup[],
): Promise<void> {
  const newest = standing
    .filter(({ one }) => one.worksIn[0] === 'V01' && one.registeredDaysAgo < trustedAfter)
    .slice(-2);
  const [first, last] = newest;
  if (!first || !last) return;
  const waits = { ...usual, title: 'Steward at the winter fair', summary: 'Show people where things are.' };
  const day = dayOf(addDays(stage.now, 9));
  await postRole(stage.as(last.organiser.email, daysBack(stage.now, 1, 20)), last.id, {
    ...waits,
    ...{ on_day: day, begins: '10:00', ends: '15:00', minimum_age: 14, young_ready: true },
  });
  const back = { ...usual, title: 'Somebody for everything', summary: 'Help us with whatever comes.' };
  const at = daysBack(stage.now, 2, 18);
  const id = await postRole(stage.as(first.organiser.email, at), first.id, back);
  await addSession(stage.as(first.organiser.email, at), id, {
    ...{ on_day: day, begins: '18:00', ends: '20:00', weeks: 4 },
  });
  const { home } = await homeOf(stage, first, centres);
  if (!home) return;
  const reason = 'Say what somebody would do in the first hour. Then people dare to come.';
  await answerRole(stage.as(home.worker, daysBack(stage.now, 1, 10)), id, { answer: 'returned', reason });
}

const usual: Omit<WriteRole, 'title' | 'summary'> = {
  ...{ description: '', activity_title: '', cause: 'LocalCommunity', also_cause: null, place: 'ours' },
  ...{ venue: '', address: '', postcode: '', times: [], on_day: null, begins: null, ends: null },
  ...{ commitment: '', minimum_age: 18, maximum_age: null, young_ready: false, duties: [] },
  ...{ how_often: 'seldom', requirements: [], skills: [], accessibility: [], share: 'network' },
  ...{ share_reason: '', useful: false, urgent: false, emergency: false, places: null, until_day: null },
  ...{ beside: null, go: 'post', version: 0 },
};

function formOf(role: DemoRole): WriteRole {
  const [share, share_reason] = role.share ?? ['network' as const, ''];
  return {
    ...usual,
    ...{ title: role.title, summary: role.summary, description: role.description ?? '', cause: role.cause },
    ...{ also_cause: role.also ?? null, place: role.home ? 'home' : 'ours', times: role.times },
    ...{ commitment: role.commitment, minimum_age: role.from, maximum_age: role.to ?? null },
    ...{ young_ready: role.from < 18, duties: role.duties ?? [] },
    ...{ how_often: role.often ? 'often' : 'seldom', requirements: role.requirements ?? [] },
    ...{ skills: role.skills, accessibility: role.accessibility ?? [], share, share_reason },
    ...{ useful: role.useful ?? false, urgent: role.urgent ?? false, emergency: role.emergency ?? false },
    places: role.places ?? null,
  };
}
