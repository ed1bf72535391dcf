import type { duties } from '../lists/duties.ts';
import type { DbsLevel } from '../words/role.ts';

type Duty = keyof typeof duties;

interface Worked {
  readonly level: DbsLevel;
  readonly reason: string;
}

const even = 'That is regulated activity, even once.';
const reasons: Readonly<Record<string, string>> = {
  adults_care: `Helping an adult with personal care. ${even}`,
  adults_health: `Giving health care. ${even}`,
  adults_money: `Handling an adult’s money, bills or shopping. ${even}`,
  adults_lifts: `Taking adults to or from health or social care. ${even}`,
};

/**
 * Which criminal record check the law lets a group ask for, out of what somebody does: asking for more than that is an
 * offence, so nobody chooses it. By the definitions of regulated activity for England and Wales (Safeguarding Vulnerable
 * Groups Act 2006, as changed in 2012).
 */
export function workOutCheck(done: readonly Duty[], often: boolean): Worked {
  const adults = done.find((duty) => reasons[duty] !== undefined);
  const childrenAlone = done.includes('children_alone') && often;
  const childrenReason = 'Looking after children, often and not always watched. That is regulated activity.';
  if (adults && childrenAlone) {
    return { level: 'enhanced_both', reason: `${reasons[adults]} ${childrenReason}` };
  }
  if (adults) return { level: 'enhanced_adults', reason: reasons[adults] ?? even };
  if (childrenAlone) return { level: 'enhanced_children', reason: childrenReason };
  if (done.includes('children_watched') && often) {
    return {
      level: 'enhanced',
      reason: 'Work with children, often and always watched: an enhanced check without a barred list.',
    };
  }
  if (done.includes('adults_often') && often) {
    return {
      level: 'enhanced',
      reason: 'Often with adults who get health or social care: an enhanced check without a barred list.',
    };
  }
  if (done.includes('children_alone')) {
    return { level: 'basic', reason: 'With children, but too seldom for more than a basic check.' };
  }
  if (done.includes('money')) {
    return { level: 'basic', reason: 'Handling the group’s money or keys: a basic check may be asked for.' };
  }
  return {
    level: 'none',
    reason:
      done.length === 0
        ? 'Nobody is in this person’s care, so no check may be asked for.'
        : 'It is done too seldom, or under the eye of others, so no check may be asked for.',
  };
}
