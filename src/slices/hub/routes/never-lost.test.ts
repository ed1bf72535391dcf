import fc from 'fast-check';
import { expect } from 'vitest';
import { dbTest, now, type Town } from '../../../../test/helpers/db.ts';
import { type Things, things } from '../../../../test/helpers/things.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { Refused } from '../../../platform/errors.ts';
import { climbWhatIsDue } from '../../loops/actions/climb.ts';
import { endLoop, openLoop } from '../../loops/actions/open.ts';
import { loopById } from '../../loops/queries/open.ts';
import { moveOrganisation } from '../../register/actions/moving.ts';
import { ownerAt } from '../../register/actions/owner.ts';
import { passPromise } from '../actions/pass-promise.ts';
import { takersOf } from '../queries/takers.ts';

type Step = { does: 'open' | 'climb' | 'pass' | 'end' | 'close' | 'open again'; which: number };

const steps = fc.array(
  fc.record<Step>({
    does: fc.constantFrom('open', 'open', 'climb', 'climb', 'pass', 'end', 'end', 'close', 'open again'),
    which: fc.nat(9),
  }),
  { minLength: 4, maxLength: 14 },
);

interface Story {
  town: Town;
  there: Things;
  centre: Ctx;
  coordinator: Ctx;
  group: string;
  at: Date;
}

dbTest(
  'D5 3, 4: whatever happens, an open promise has an owner who is there and a date, and nothing closes that owes one',
  async (town) => {
    const there = await things(town);
    await town.owner.deleteFrom('loops.loop').execute();
    const centre = (await town.signedIn(there.people['centre A'])).ctx;
    const coordinator = (await town.signedIn(there.people.coordinator)).ctx;
    let count = 0;

    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const group = await newGroup(town, there, count++);
        const story: Story = { town, there, centre, coordinator, group, at: now };
        for (const step of sequence) {
          await take(story, step);
          await holds(story);
        }
        await town.owner.deleteFrom('loops.loop').execute();
      }),
      { numRuns: 25 },
    );
  },
  { timeout: 120_000 },
);

async function take(story: Story, { does, which }: Step): Promise<void> {
  const { town, group } = story;
  const open = await openOf(story);
  const one = open[which % Math.max(1, open.length)];
  const job = { ...town.jobCtx, now: story.at };
  const state = await stateOf(story);
  if (does === 'open' && (state === 'active' || state === 'paused')) {
    await town.jobs.transaction(async (tx) => {
      const dueAt = new Date(story.at.getTime() + (which + 1) * 86_400_000);
      const thing = { kind: 'suggested-change', thingId: town.ctx.newId(), dueAt };
      await openLoop(tx, job, { ...thing, ...(await ownerAt(tx, group)) });
    });
  }
  if (does === 'climb') {
    const [due] = open.filter((loop) => loop.climb_step < 3).map((loop) => loop.due_at);
    if (!due) return;
    if (due > story.at) story.at = due;
    await climbWhatIsDue({ ...town.jobCtx, now: story.at });
  }
  if (does === 'end' && one) {
    const about = { kind: one.kind, thingId: one.thing_id, endReason: 'done' };
    await town.jobs.transaction((tx) => endLoop(tx, job, about));
  }
  if (does === 'pass' && one) await pass(story, one.id, which);
  if (does === 'close') await close(story, open.length);
  if (does === 'open again' && state === 'closed') {
    await moveOrganisation({ ...story.centre, now: story.at }, group, { to: 'active', reason: 'Back.' });
  }
}

async function pass(story: Story, id: string, which: number): Promise<void> {
  const loop = await loopById(story.town.owner, id);
  const takers = await takersOf(story.town.owner, loop);
  const to = takers[which % Math.max(1, takers.length)]?.organisationId;
  if (!to) return;
  const input = { to, why: 'Somebody is away.', version: loop.ownerSince.getTime() };
  await passPromise({ ...story.coordinator, now: story.at }, id, input);
}

/** Closing is refused if and only if somebody still waits. */
async function close(story: Story, open: number): Promise<void> {
  const ctx = { ...story.centre, now: story.at };
  const to = (await stateOf(story)) === 'closing' ? 'closed' : 'closing';
  if ((await stateOf(story)) === 'closed') return;
  const moved = moveOrganisation(ctx, story.group, { to, reason: 'They have all moved away.' });
  if (open > 0) await expect(moved).rejects.toBeInstanceOf(Refused);
  else await moved;
}

async function holds(story: Story): Promise<void> {
  const open = await openOf(story);
  const standing = await story.town.owner.selectFrom('register.standing_holder').selectAll().execute();
  for (const loop of open) {
    const owner = standing.some(
      (held) =>
        held.organisation_id === loop.owner_organisation_id && held.person_id === loop.owner_person_id,
    );
    expect(owner).toBe(true);
    expect(loop.due_at).toBeInstanceOf(Date);
    expect(loop.about_organisation_id).toBe(story.group);
  }
  if (['closing', 'closed'].includes(await stateOf(story))) expect(open).toEqual([]);
}

function openOf({ town, group }: Story) {
  return town.owner
    .selectFrom('loops.loop')
    .selectAll()
    .where('ended_at', 'is', null)
    .where((one) =>
      one.or([one('about_organisation_id', '=', group), one('owner_organisation_id', '=', group)]),
    )
    .orderBy('due_at')
    .orderBy('id')
    .execute();
}

async function stateOf({ town, group }: Story): Promise<string> {
  const row = town.owner.selectFrom('register.organisation').select('state').where('id', '=', group);
  return (await row.executeTakeFirstOrThrow()).state;
}

/** Sometimes one person, sometimes two, sometimes none: then the hub has what the group should answer. */
async function newGroup({ owner, ctx }: Town, there: Things, count: number): Promise<string> {
  const id = ctx.newId();
  await owner
    .insertInto('register.organisation')
    .values({
      ...{ id, name: `Group ${count}`, state: 'active', kind: 'informal', summary: 'For everybody.' },
      ...{ home_centre_id: there.centres.eastlock, created_at: now, changed_at: now },
    })
    .execute();
  const holders = [there.people['admin of A'], there.people['member of A']].slice(0, count % 3);
  for (const person of holders) {
    const held = { id: ctx.newId(), organisation_id: id, person_id: person, role: 'admin', from_at: now };
    await owner.insertInto('register.position').values(held).execute();
  }
  return id;
}
