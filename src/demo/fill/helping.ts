import type { Ctx } from '../../platform/ctx.ts';
import { addDays } from '../../platform/dates.ts';
import { areasOfLevel } from '../../slices/areas/door.ts';
import { nameLead, setSafetyNumbers } from '../../slices/referrals/actions/concern/leads.ts';
import { raiseConcern } from '../../slices/referrals/actions/concern/raising.ts';
import {
  answerHelp,
  closeHelp,
  takeHelp,
  withdrawHelp,
} from '../../slices/referrals/actions/help/answering.ts';
import { askForHelp } from '../../slices/referrals/actions/help/asking.ts';
import { sortHelp } from '../../slices/referrals/actions/help/sorting.ts';
import { AnswerHelp, AskForHelp } from '../../slices/referrals/words/help/request.ts';
import { hubId } from '../../slices/register/door.ts';
import type { StagedCentre } from './bodies.ts';
import type { StagedGroup } from './groups.ts';
import { type DemoRequest, demoRequests } from './lists/help.ts';
import type { Stage } from './stage.ts';

const centreWorker = 'centre-worker@practice.example';
const coordinator = 'coordinator@practice.example';
const postcode = 'AV3 4';

interface On {
  readonly near: string;
  readonly centreId: string;
  readonly groups: readonly StagedGroup[];
}

/** People ask for help, each story up to where it stands today; leads are named, and one worry waits for its lead. */
export async function helpSome(
  stage: Stage,
  groups: readonly StagedGroup[],
  { postcodes, centres }: { postcodes: readonly string[]; centres: readonly StagedCentre[] },
): Promise<void> {
  const centreId = centres.find(({ key }) => key === 'eastlock-centre')?.id;
  if (!centreId) return;
  const near = postcodes.find((one) => one.startsWith(postcode)) ?? postcodes[0] ?? '';
  const on = { near, centreId, groups };
  await nameLeads(stage, on);
  for (const one of demoRequests) await tell(stage, on, one);
}

async function tell(stage: Stage, on: On, one: DemoRequest): Promise<void> {
  const at = addDays(stage.now, -one.daysAgo);
  const by = one.how === 'phone' ? stage.as(centreWorker, at) : stage.as('volunteer@practice.example', at);
  const sorted = await sortHelp(by.db.open, { near: on.near, need: one.need });
  const asked = await askForHelp(
    by,
    AskForHelp.parse({
      ...{ near: on.near, need: one.need, receiver_id: sorted.id, token: by.newToken(), story: one.story },
      ...{ name: one.name, for_whom: one.forWhom ?? 'self', reply_by: one.replyBy ?? 'phone' },
      ...{ phone: '01632 960555', address: one.replyBy === 'post' ? '7 Sluice Row' : '', agreed: 'yes' },
      ...{ safe: one.safe ?? '', taken_how: one.how, worried: '' },
      organisation_id: one.how === 'phone' ? on.centreId : '',
    }),
    [],
  );
  for (const [step, move] of one.moves.entries()) {
    const then = addDays(at, ((step + 1) * Math.min(one.daysAgo, 3)) / (one.moves.length + 1));
    await act(stage.as(keeperOf(on, sorted.id), then), asked.id, move, step);
  }
}

function keeperOf({ groups, centreId }: On, id: string): string {
  const group = groups.find((each) => each.id === id);
  if (group) return group.organiser.email;
  return id === centreId ? centreWorker : coordinator;
}

async function act(ctx: Ctx, id: string, move: DemoRequest['moves'][number], version: number): Promise<void> {
  if (move === 'take') return takeHelp(ctx, id, { version });
  if (move === 'close') return closeHelp(ctx, id, { version, told_how: 'Rang, and sent the sheet by post.' });
  if (move === 'withdraw') return withdrawHelp(ctx, id, { told_how: 'On the telephone.' });
  return answerHelp(ctx, id, AnswerHelp.parse({ version, answer: move }));
}

async function nameLeads(stage: Stage, on: On): Promise<void> {
  const at = addDays(stage.now, -60);
  const admin = stage.as('centre-admin@practice.example', at);
  const worker = stage.as(centreWorker, at);
  const numbers = { night_phone: '01632 960988', children_phone: '01632 960977' };
  const team = 'Adult care, Eastlock Council';
  const areas = await areasOfLevel(worker.db.open, 'borough');
  const area = areas.find(({ name }) => name === 'Eastlock');
  if (area) {
    const given = { area_id: area.id, team, day_phone: '01632 960966', ...numbers };
    await setSafetyNumbers(worker, on.centreId, given);
  }
  const { personId = '' } = worker.actor;
  await nameLead(admin, on.centreId, { person_id: personId, phone: '01632 960145' });
  const hub = stage.as(coordinator, at);
  await nameLead(hub, await hubId(hub.db.open), {
    person_id: hub.actor.personId ?? '',
    phone: '01632 960101',
  });
  const worried = stage.as('link-worker@practice.example', addDays(stage.now, -0.5));
  await raiseConcern(worried, {
    ...{
      id: worried.newId(),
      areaCode: area?.code ?? '',
      contact: 'The link worker, until five',
      bodies: [on.centreId],
    },
    facts: 'She said that her nephew keeps her bank card, and asked me not to tell anybody.',
  });
}
