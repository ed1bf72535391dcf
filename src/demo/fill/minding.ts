import { addDays } from '../../platform/dates.ts';
import { judgeBreach, reportBreach, tellOfBreach } from '../../slices/privacy/actions/breaches.ts';
import { answerMatter, sendMatter, takeUpMatter, tellMatter } from '../../slices/privacy/actions/matters.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import { type DemoMatter, type DemoMatterMove, demoBreaches, demoMatters } from './lists/matters.ts';
import type { Stage } from './stage.ts';

const mailbox = (key: string) => `${key}@practice.example`;

/** Complaints, requests about details and breaches, some answered and some that wait. */
export async function askAndComplain(stage: Stage, groups: readonly StagedGroup[]): Promise<void> {
  for (const one of demoMatters) {
    const about = groups.find((group) => group.one.key === one.about)?.id;
    await tell(stage, one, about);
  }
  await findBreaches(stage);
}

async function tell(stage: Stage, one: DemoMatter, about: string | undefined): Promise<void> {
  const at = daysBack(stage.now, one.daysAgo, 10);
  const { kind, topic, words } = one;
  const ctx = stage.as(mailbox(one.from), at);
  const { name = '', email = '' } = ctx.actor;
  const sent = { kind, topic, words, name, email, phone: '' };
  const { id } = await sendMatter(ctx, sent, { signs: [], ...(about && { about }) });
  let version = 0;
  for (const move of one.moves) {
    await play(stage, id, { ...move, at: addDays(at, move.after), version });
    version += 1;
  }
}

async function play(
  stage: Stage,
  id: string,
  move: DemoMatterMove & { at: Date; version: number },
): Promise<void> {
  const ctx = stage.as(mailbox(move.by), move.at);
  const { words, version } = move;
  if (move.what === 'take-up')
    return takeUpMatter(ctx, id, { words, version, identity: move.identity ?? '' });
  if (move.what === 'answer') return answerMatter(ctx, id, { words, version, outcome: move.outcome });
  return tellMatter(ctx, id, { words, version, what: move.what });
}

async function findBreaches(stage: Stage): Promise<void> {
  for (const one of demoBreaches) {
    const at = daysBack(stage.now, one.daysAgo, 15);
    const finder = stage.as(mailbox('centre-worker'), at);
    const [held] = finder.actor.positions;
    if (!held) return;
    const id = await reportBreach(finder, held.organisationId, one.words);
    if (!('judged' in one)) continue;
    const lead = stage.as(mailbox('centre-admin'), addDays(at, 1));
    await judgeBreach(lead, id, { ...one.judged, version: 0 });
    const told = { office: false, people: false, learned: one.learned, ends: true, version: 1 };
    await tellOfBreach(lead, id, told);
  }
}
