import { addDays, addMonths } from '../../../platform/dates.ts';
import type { Matter, MatterKind } from '../words/matters.ts';

/** Days in which a complaint is answered; what we promise is what the law asks about details (DUAA 2025, s. 103). */
const answerDays = 30;
/** Working days until somebody says that they have read a complaint. */
export const firstWordDays = 5;
/** Months until a request about one's own details is answered, and once more where it is complex (UK GDPR, 12). */
const rightsMonths = 1;
const moreMonths = 2;

/** The day by which it is answered. */
export function dueOf(kind: MatterKind, gotAt: Date): Date {
  return kind === 'complaint' ? addDays(gotAt, answerDays) : addMonths(gotAt, rightsMonths);
}

export function extendedDue(matter: Pick<Matter, 'dueAt'>): Date {
  return addMonths(matter.dueAt, moreMonths);
}

/** The clock stands while they are asked something: they lose nothing, and neither does whoever answers. */
export function dueAfterWaiting(
  { dueAt, waitsSince }: Pick<Matter, 'dueAt' | 'waitsSince'>,
  now: Date,
): Date {
  if (!waitsSince) return dueAt;
  return new Date(dueAt.getTime() + Math.max(0, now.getTime() - waitsSince.getTime()));
}

export type MatterMove = 'take-up' | 'tell' | 'ask' | 'reply' | 'more-time' | 'answer';

/** Every move of a request or complaint (model D3, 34). What is not here is refused. */
const from: Readonly<Record<MatterMove, readonly Matter['state'][]>> = {
  'take-up': ['got'],
  tell: ['in-work', 'waiting'],
  ask: ['in-work'],
  reply: ['got', 'in-work', 'waiting'],
  'more-time': ['in-work', 'waiting'],
  answer: ['in-work', 'waiting'],
};

/** Why it cannot be done now; undefined where it can. */
export function whyNotMove(
  matter: Pick<Matter, 'state' | 'kind' | 'dueAt' | 'extendedAt'>,
  move: MatterMove,
  now: Date,
): string | undefined {
  if (matter.state === 'answered') return 'This has been answered already.';
  if (!from[move].includes(matter.state)) {
    return matter.state === 'got' ? 'Say first that you look into it.' : 'Somebody has done that already.';
  }
  if (move !== 'more-time') return undefined;
  if (matter.kind === 'complaint')
    return 'A complaint is answered within its 30 days. Tell them how far you are.';
  if (matter.extendedAt) return 'It was given more time once. There is no second time.';
  return now > matter.dueAt ? 'More time has to be asked for before the first month is over.' : undefined;
}
