import { accessibility } from '../../lists/accessibility.ts';
import { causes } from '../../lists/causes.ts';
import { wordsFor } from '../../lists/keys.ts';
import { skills } from '../../lists/skills.ts';
import type { ListedRole } from '../../words/list.ts';
import type { Wishes } from '../../words/matching.ts';
import { farWords, inOneSentence, joined, whenWords } from '../say.ts';

/** What is compared, in words that a person reads. */
type Said = Pick<ListedRole, 'causes' | 'times' | 'home' | 'distanceM' | 'precise'> & {
  readonly skills: readonly string[];
  readonly accessibility: readonly string[];
  /** Times of its single days, too. */
  readonly slots: readonly string[];
};

/** Why it fits: `evenings`, `0.8 miles`, `uses your everyday computer skills`. Nothing that was not asked for. */
export function because(wishes: Wishes, role: Said): string[] {
  const has = (mine: readonly string[], its: readonly string[]) => its.filter((one) => mine.includes(one));
  const bring = has(wishes.skills, role.skills);
  const shared = has(wishes.causes, role.causes);
  const met = has(wishes.needs, role.accessibility);
  return [
    timesReason(wishes.times, role.slots),
    role.home ? 'from home' : milesReason(wishes, role),
    bring.length > 0 ? `uses what you can: ${inside(wordsFor(skills, bring.slice(0, 3)))}` : '',
    shared.length > 0 ? `it is for ${inside(wordsFor(causes, shared))}` : '',
    met.length > 0 ? inside(wordsFor(accessibility, met)) : '',
  ].filter((reason) => reason !== '');
}

/** What has to be there for them, and of which the role says nothing. */
export function toAsk({ needs }: Wishes, role: Pick<Said, 'accessibility'>): string[] {
  return wordsFor(
    accessibility,
    needs.filter((need) => !role.accessibility.includes(need)),
  );
}

function timesReason(mine: readonly string[], slots: readonly string[]): string {
  if (mine.length === 0) return '';
  if (slots.length === 0) return 'whenever it suits both';
  const shared = slots.filter((slot) => mine.includes(slot));
  if (shared.length === 0) return '';
  const parts = [...new Set(shared.map((slot) => /[A-Z][a-z]+$/.exec(slot)?.[0] ?? ''))];
  const days = new Set(shared.map((slot) => slot.replace(/(Morning|Afternoon|Evening)$/, '')));
  if (days.size > 2) return joined(parts.map((part) => `${part.toLowerCase()}s`));
  return whenWords(shared);
}

function milesReason({ at }: Wishes, { distanceM, precise }: Said): string {
  const far = at === null ? undefined : farWords(distanceM, precise);
  return far ? `${far.figure.replace('~', 'about ')} ${far.unit}` : '';
}

function inside(words: readonly string[]): string {
  const sentence = inOneSentence(words);
  return /^.[A-Z+]/.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
