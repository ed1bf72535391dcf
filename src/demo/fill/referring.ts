import type { Ctx } from '../../platform/ctx.ts';
import { addDays, dayOf } from '../../platform/dates.ts';
import {
  answerReferral,
  closeReferral,
  openReferral,
  replyReferral,
  tellReferral,
} from '../../slices/referrals/actions/answering.ts';
import { makePlan } from '../../slices/referrals/actions/plan/planning.ts';
import { acceptTerms, sendReferral } from '../../slices/referrals/actions/sending.ts';
import { withdrawReferral } from '../../slices/referrals/actions/stopping.ts';
import { AnswerReferral, TellReferral } from '../../slices/referrals/words/referral.ts';
import { servicesOf } from '../../slices/register/door.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import { type DemoMove, type DemoReferral, demoPlan, demoReferrals } from './lists/referrals.ts';
import type { Stage } from './stage.ts';

const linkWorker = 'link-worker@practice.example';

interface Taking {
  readonly key: string;
  readonly serviceId: string;
  readonly keeper: string;
}

/** Those who take referrals accept the terms, and the link worker refers people, each story up to where it stands today. */
export async function referSome(stage: Stage, groups: readonly StagedGroup[]): Promise<void> {
  const began = daysBack(stage.now, 100, 10);
  const senders = ['five-bridges-practices', 'lockside-surgery'].flatMap(
    (key) => groups.find(({ one }) => one.key === key) ?? [],
  );
  const [bridges, surgery] = senders;
  if (!bridges || !surgery) return;
  for (const group of senders) await acceptTerms(stage.as(group.organiser.email, began), group.id);
  const taking = await takingReferrals(stage, groups, began);
  const others = taking.filter(
    ({ key }) => !['tuesday-table', 'second-helpings', 'lockside-surgery'].includes(key),
  );
  for (const [index, story] of demoReferrals.entries()) {
    const to =
      story.to === 'more' ? others[index % others.length] : taking.find(({ key }) => key === story.to);
    if (to) await tellStory(stage, story, { to, from: bridges.id, behalf: surgery.id });
  }
  await planOne(stage, { taking: others, from: bridges.id, behalf: surgery.id });
}

/** One person and three services, each of which sees its own step. */
async function planOne(
  stage: Stage,
  on: { taking: readonly Taking[]; from: string; behalf: string },
): Promise<void> {
  let planId = '';
  for (const [index, story] of demoPlan.entries()) {
    const to = on.taking[index];
    if (!to) return;
    const id = await tellStory(stage, story, { to, from: on.from, behalf: on.behalf, planId });
    if (planId === '') planId = await makePlan(stage.as(linkWorker, daysBack(stage.now, 12, 11)), id);
  }
}

async function takingReferrals(stage: Stage, groups: readonly StagedGroup[], at: Date): Promise<Taking[]> {
  const found: Taking[] = [];
  const standing = groups.filter(({ one }) => one.state === 'active');
  const named = standing.filter(({ one }) => demoReferrals.some(({ to }) => to === one.key));
  for (const group of [...named, ...standing.filter((each) => !named.includes(each)).slice(0, 60)]) {
    const services = await servicesOf(stage.asJob(at).db.open, group.id);
    const one = services.find((service) => service.takingReferrals && service.status === 'open');
    if (!one || found.length >= 14) continue;
    await acceptTerms(stage.as(group.organiser.email, at), group.id);
    found.push({ key: group.one.key, serviceId: one.id, keeper: group.organiser.email });
  }
  return found;
}

async function tellStory(
  stage: Stage,
  story: DemoReferral,
  on: { to: Taking; from: string; behalf: string; planId?: string },
): Promise<string> {
  const sentAt = daysBack(stage.now, story.daysAgo, 10);
  const sender = stage.as(linkWorker, sentAt);
  const id = await sendReferral(sender, on.to.serviceId, {
    ...{ id: sender.newId(), organisation_id: on.from, behalf_id: on.behalf, need: story.need },
    ...{ request_id: '', plan_id: on.planId ?? '' },
    ...{ story: story.story ?? '', name: story.name, phone: '01632 960555', email: '', address: '' },
    ...{ safe: story.safe ?? '', ground: 'consent', how: 'spoken', given_on: dayOf(sentAt), agreed: true },
    ...{ ground_reason: '', covers_next: story.coversNext ?? false },
  });
  for (const [version, move] of story.moves.entries()) {
    const at = addDays(sentAt, move.after);
    const by = ['reply', 'close', 'withdraw'].includes(move.what) ? linkWorker : on.to.keeper;
    await act(stage.as(by, at), id, move, version);
  }
  return id;
}

/** Each move makes the next version of it. */
async function act(ctx: Ctx, id: string, move: DemoMove, version: number): Promise<void> {
  const { said = '' } = move;
  switch (move.what) {
    case 'open':
      return openReferral(ctx, id);
    case 'accept':
    case 'ask':
      return answerReferral(ctx, id, AnswerReferral.parse({ version, answer: move.what, said }));
    case 'wait': {
      const wait_until = dayOf(addDays(ctx.now, move.days));
      return answerReferral(ctx, id, AnswerReferral.parse({ version, answer: 'wait', said, wait_until }));
    }
    case 'decline':
      return answerReferral(
        ctx,
        id,
        AnswerReferral.parse({ version, answer: 'decline', said, reason: move.reason }),
      );
    case 'reply':
      return replyReferral(ctx, id, { version, said });
    case 'close':
      return closeReferral(ctx, id);
    case 'withdraw':
      return withdrawReferral(ctx, id, { told_how: said });
    case 'ended':
      return tellReferral(
        ctx,
        id,
        TellReferral.parse({ version, what: 'ended', said, end_reason: move.reason }),
      );
    default:
      return tellReferral(ctx, id, TellReferral.parse({ version, what: move.what, said }));
  }
}
