import { clockWords, weekdayWords } from '../../../platform/dates.ts';
import { type Happening, type Loop, type LoopTrail, steps } from '../words.ts';

type Item = LoopTrail['items'][number];

interface Told {
  loop: Loop;
  /** The oldest first. */
  happened: readonly Happening[];
  nameOf: (organisationId: string | null) => string;
  /** For the reader who is told what comes next. */
  now: Date;
}

/** What happened to a promise, who has it and what comes next. It names organisations, never a person or a story. */
export function trailOf({ loop, happened, nameOf, now }: Told): LoopTrail {
  const items = happened.flatMap((one) => itemOf(one, loop, nameOf) ?? []);
  return loop.endedAt ? { items } : { items, next: nextOf(loop, nameOf, now) };
}

function itemOf(one: Happening, loop: Loop, nameOf: Told['nameOf']): Item | undefined {
  const when = `${weekdayWords(one.at)}, ${clockWords(one.at)}`;
  const there = nameOf(one.organisationId);
  switch (one.name) {
    case 'loops.opened':
      return {
        what: 'Opened',
        by: `for ${nameOf(loop.aboutOrganisationId)}`,
        words: `An answer was promised for ${weekdayWords(loop.firstDueAt)}.`,
        when,
      };
    case 'loops.reminded':
      return { what: 'Reminded', by: 'by the hub', when };
    case 'loops.climbed': {
      const what = `Climbed to the ${steps[one.step ?? 0]}`;
      return { what, by: there && `at ${there}`, words: 'Nobody had answered in time.', when };
    }
    case 'loops.passed':
      return { what: 'Handed over', by: there && `to somebody else at ${there}`, when };
    case 'loops.passed_on':
      return { what: 'Passed on', by: `by the hub to ${there}`, words: `“${one.reason}”`, when };
    case 'loops.ended':
      return { what: 'Ended', by: `with: ${endWords(one.endReason ?? '')}`, when };
    default:
      return undefined;
  }
}

function nextOf(loop: Loop, nameOf: Told['nameOf'], now: Date): NonNullable<LoopTrail['next']> {
  const owner = nameOf(loop.ownerOrganisationId);
  const about = nameOf(loop.aboutOrganisationId);
  const what = loop.dueAt > now ? `Next: ${weekdayWords(loop.dueAt)}` : 'Next: today';
  const above = steps[loop.climbStep + 1];
  if (above === undefined) {
    const rings = owner === about ? 'It answers' : `It rings ${about}`;
    return { what, text: `It is with ${owner} now. ${rings} and sees to it until there is an answer.` };
  }
  return { what, text: `It is with ${owner} until then. Without an answer it goes to the ${above}.` };
}

/** `not_for_us` as people read it. */
export function endWords(reason: string): string {
  return reason.replaceAll('_', ' ');
}
