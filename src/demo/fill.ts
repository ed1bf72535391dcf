import { machineNow } from '../platform/clock.ts';
import { addDays } from '../platform/dates.ts';
import { inOneTransaction } from '../platform/db/open.ts';
import { runDue } from '../platform/due.ts';
import type { Source } from '../platform/http/context.ts';
import { rebuildDocuments } from '../slices/directory/actions/remake.ts';
import { bankHolidays, makeNetwork } from '../slices/network/door.ts';
import { openDoors } from './fill/bodies.ts';
import { bindBranches } from './fill/branching.ts';
import { coordinate } from './fill/coordinating.ts';
import { daysBack } from './fill/days.ts';
import { askForDays } from './fill/employing.ts';
import { enquireSome } from './fill/enquiring.ts';
import { readNeighbours } from './fill/feeds.ts';
import { addLately } from './fill/first-looks.ts';
import { followSome } from './fill/following.ts';
import { layGround } from './fill/ground.ts';
import { type StagedGroup, tellOfGroup } from './fill/groups.ts';
import { meetNeighbours } from './fill/hellos.ts';
import { helpSome } from './fill/helping.ts';
import { bringListsOfOthers } from './fill/lists-of-others.ts';
import { addWords, saveSearches } from './fill/looking.ts';
import { runFair, sayWishes } from './fill/matching.ts';
import { mergeOne } from './fill/merging.ts';
import { askAndComplain } from './fill/minding.ts';
import { referSome } from './fill/referring.ts';
import { showPictures } from './fill/showing.ts';
import { signpostSome } from './fill/signposting.ts';
import { newsDays, openStage, type Stage } from './fill/stage.ts';
import { writeLogs } from './fill/support.ts';
import { postRoles } from './fill/volunteering.ts';
import { leaveWaiting } from './fill/waiting.ts';
import { passOneOn, takeTenMinutes } from './fill/watching.ts';
import { region as drawRegion, type Region } from './region/region.ts';

/**
 * Fills an empty database with the sample network, by the actions people would have used, each at the moment it would
 * have happened. Afterwards everything stands as if the network had been running all along.
 */
export async function fillDemo(source: Source, say: (line: string) => void): Promise<void> {
  const region = drawRegion();
  const now = machineNow();
  say('Filling the sample network: Ambry Vale, its centres and its groups …');
  const coordinator = await inOneTransaction(source.database, async (database) => {
    const joined = { ...source, database };
    const stage = openStage(joined, now);
    await tell(stage, region);
    await letTimePass(joined, now);
    await passOneOn(stage);
    await rebuildDocuments(stage.asJob(now));
    await saveSearches(stage);
    return stage.as('coordinator@practice.example', now).actor;
  });
  // Looking at a list takes everything back, so it wants transactions of its own.
  await bringListsOfOthers(source, coordinator);
}

async function tell(stage: Stage, region: Region): Promise<void> {
  const began = daysBack(stage.now, 2205, 9);
  const { network } = region;
  await makeNetwork(stage.asJob(began), {
    name: network.name,
    strapline: network.strapline,
    practice: true,
    promise: [network.promise.title, ...network.promise.sentences],
    hubName: network.hub.name,
    hubPhone: network.hub.phone,
    hubEmail: network.hub.email,
  });
  await layGround(stage, region, began);
  const centres = await openDoors(stage, region);
  const holidays = await bankHolidays(stage.asJob(began).db.open);
  const boroughs = new Map(region.postcodes.map(({ postcode, borough }) => [postcode, borough]));
  const groups: StagedGroup[] = [];
  // The oldest first: whoever registers is compared with those who were there before.
  const inOrder = [...region.organisations].sort((a, b) => b.registeredDaysAgo - a.registeredDaysAgo);
  for (const one of inOrder) {
    groups.push(await tellOfGroup({ stage, region, centres, holidays, boroughs }, one));
  }
  await bringTheRest(stage, region);
  await bindBranches(stage, groups);
  await mergeOne(stage, groups, centres);
  await addLately(stage, groups);
  await writeLogs(stage, groups, centres);
  await showPictures(stage, groups);
  await followSome(stage, groups);
  await signpostSome(stage, groups);
  await referSome(stage, groups);
  await helpSome(stage, groups, { postcodes: [...boroughs.keys()], centres });
  await coordinate(stage, groups, centres);
  await meetNeighbours(stage, groups);
  await askAndComplain(stage, groups);
  await postRoles(stage, groups, centres);
  await sayWishes(stage);
  await runFair(stage);
  await askForDays(stage, groups);
  await enquireSome(stage, groups, centres);
  await addWords(stage);
  await leaveWaiting(stage, groups, centres);
  await takeTenMinutes(stage);
  await stage.seeMost();
  await readNeighbours(stage);
}

/** Those of the cast who have no part in any organisation yet. */
async function bringTheRest(stage: Stage, { cast }: Region): Promise<void> {
  for (const { name, email, organisation } of cast) {
    if (!organisation) await stage.bring({ name, email }, daysBack(stage.now, 40, 20));
  }
}

/** Records grow old and promises climb up to today; only what is news is mailed. */
async function letTimePass(source: Source, now: Date): Promise<void> {
  const loud = { ...source.house, subscribers: [] };
  const quiet = { ...loud, eventsWithMessages: new Set<string>() };
  await runDue({ ...source, house: quiet }, addDays(now, -newsDays));
  await runDue({ ...source, house: loud }, now);
}
