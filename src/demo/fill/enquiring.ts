import type { Ctx } from '../../platform/ctx.ts';
import { addDays, dayOf } from '../../platform/dates.ts';
import {
  matchEnquiry,
  noteEnquiry,
  stopEnquiry,
} from '../../slices/volunteering/actions/brokerage/advising.ts';
import {
  endPlacement,
  openIntroduction,
  replyToIntroduction,
  startPlacement,
} from '../../slices/volunteering/actions/brokerage/answering.ts';
import { enquire, takeEnquiry } from '../../slices/volunteering/actions/brokerage/asking.ts';
import { introduce } from '../../slices/volunteering/actions/brokerage/introducing.ts';
import { enquiry, newestIntroductionOptional, rolesOf } from '../../slices/volunteering/door.ts';
import {
  End,
  Enquire,
  Reply,
  StopByCentre,
  TakeEnquiry,
} from '../../slices/volunteering/words/brokerage/forms.ts';
import type { StagedCentre } from './bodies.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import { type DemoEnquiry, type DemoStep, demoEnquiries } from './lists/enquiries.ts';
import type { Stage } from './stage.ts';

const worker = 'centre-worker@practice.example';

interface Told {
  readonly stage: Stage;
  readonly story: DemoEnquiry;
  readonly id: string;
  readonly roleId: string | undefined;
  readonly keeper: string | undefined;
}

/** Some ask about roles, some ring Dee at Eastlock, each story up to where it stands today. */
export async function enquireSome(
  stage: Stage,
  groups: readonly StagedGroup[],
  centres: readonly StagedCentre[],
): Promise<void> {
  const centre = centres.find((one) => one.worker === worker);
  if (!centre) return;
  for (const story of demoEnquiries) {
    const group = groups.find(({ one }) => one.key === story.group);
    const roleId = group && (await liveRoleOf(stage, group.id));
    if (story.group && !roleId) continue;
    const at = daysBack(stage.now, story.daysAgo, 9);
    const id = await begin(stage, story, { at, roleId, centreId: centre.id });
    const told = { stage, story, id, roleId, keeper: group?.organiser.email };
    for (const step of story.moves) await act(told, step, addDays(at, step.after));
  }
}

async function liveRoleOf(stage: Stage, groupId: string): Promise<string | undefined> {
  const all = await rolesOf(stage.asJob(stage.now).db.open, groupId);
  // The one that is open to the youngest, so that the same one is found every time.
  const live = all.filter(({ state }) => state === 'live');
  return live.sort((a, b) => a.minimumAge - b.minimumAge || a.title.localeCompare(b.title))[0]?.id;
}

async function begin(
  stage: Stage,
  story: DemoEnquiry,
  { at, roleId, centreId }: { at: Date; roleId: string | undefined; centreId: string },
): Promise<string> {
  const said = { name: story.name, wishes: story.wishes ?? '' };
  if (!story.by) {
    const taken = { ...said, channel: 'phone', phone: '01632 960577', agreed: 'yes' };
    return takeEnquiry(stage.as(worker, at), centreId, TakeEnquiry.parse(taken));
  }
  const born = story.bornYearsAgo ? dayOf(addDays(stage.now, -365.25 * story.bornYearsAgo - 100)) : '';
  const asked = Enquire.parse({
    ...{ ...said, times: 'Evenings and Sundays', of_age: born === '' ? 'yes' : 'no', born_on: born },
    ...(born !== '' && { parent_email: 'parent@practice.example' }),
    ...(story.toGroup && { agree_group: 'yes' }),
    ...(story.toCentre && { agree_centre: 'yes' }),
  });
  return enquire(stage.as(story.by, at), roleId ? { roleId } : { centreId }, asked);
}

async function act(told: Told, step: DemoStep, at: Date): Promise<void> {
  const { stage, id, roleId, keeper } = told;
  const { version } = await enquiry(stage.asJob(at).db.open, id);
  const desk = stage.as(worker, at);
  switch (step.what) {
    case 'note':
      return noteEnquiry(desk, id, { version, said: step.said });
    case 'centre_stops':
      return stopEnquiry(desk, id, StopByCentre.parse({ version, reason: step.reason }));
    case 'introduce': {
      if (!roleId) return;
      await matchEnquiry(desk, id, { version, role_id: roleId, go: 'match' });
      const given = { how: 'spoken', given_on: dayOf(at), agreed: 'yes' } as const;
      return introduce(desk, id, { version: version + 1, ...given });
    }
    default: {
      const sent = await newestIntroductionOptional(stage.asJob(at).db.open, id);
      if (sent && keeper) await answer(stage.as(keeper, at), sent.id, step, version);
    }
  }
}

async function answer(ctx: Ctx, id: string, step: DemoStep, version: number): Promise<void> {
  const said = step.said ?? '';
  switch (step.what) {
    case 'open':
      return openIntroduction(ctx, id);
    case 'talking':
    case 'checks':
    case 'offered':
      return replyToIntroduction(ctx, id, Reply.parse({ version, answer: step.what, said }));
    case 'no':
      return replyToIntroduction(ctx, id, Reply.parse({ version, answer: 'no', said, reason: step.reason }));
    case 'start': {
      const starts_on = dayOf(addDays(ctx.now, 3));
      return startPlacement(ctx, id, {
        version,
        starts_on,
        meet: 'Joan',
        supervisor: '',
        risk_checked: false,
      });
    }
    case 'end':
      return endPlacement(ctx, id, End.parse({ version, reason: step.reason }));
    default:
  }
}
