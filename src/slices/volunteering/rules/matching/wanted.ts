import { accessibility } from '../../lists/accessibility.ts';
import { causes } from '../../lists/causes.ts';
import { skills } from '../../lists/skills.ts';
import { times } from '../../lists/times.ts';
import type { Volunteer, Weights, Wishes } from '../../words/matching.ts';
import { bitsOf, numberOf } from './bits.ts';
import { type Wanted, weigh } from './score.ts';

const metresInMile = 1609.344;

/** Of whoever says only that they are of age. */
const anAdult = { from: 18, to: 150 };

/** Wishes, ready to be compared with many roles. */
export function asWanted(wishes: Wishes, network: Weights): Wanted {
  const { age } = wishes;
  return {
    causes: bitsOf(causes, wishes.causes),
    skills: bitsOf(skills, wishes.skills),
    slots: numberOf(Object.keys(times), wishes.times),
    needs: numberOf(Object.keys(accessibility), wishes.needs),
    at: wishes.at,
    reachM: wishes.miles === null ? null : wishes.miles * metresInMile,
    fromHome: wishes.fromHome,
    ageAtLeast: age === 'adult' ? anAdult.from : age,
    ageAtMost: age === 'adult' ? anAdult.to : age,
    areaIds: wishes.areaIds,
    weights: weigh(network, wishes.matters),
  };
}

/** What a person has said of themselves, on a day: whoever turned 18 is an adult from that day on. */
export function wishesOf(one: Volunteer, today: string, areaIds: readonly string[]): Wishes {
  const { causes: chosen, skills: own, times: free, needs, at, miles, fromHome, matters } = one;
  return {
    ...{ causes: chosen, skills: own, times: free, needs, at, miles, fromHome, matters, areaIds },
    age: one.bornOn === null ? 'adult' : ageOn(one.bornOn, today),
  };
}

/** Full years, by the calendar; who was born on 29 February is a year older on 1 March. */
export function ageOn(bornOn: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** A day as people write it, `24/11/2011` or `2011-11-24`, as the calendar keeps it. */
export function birthdayIn(typed: string): string | undefined {
  const found =
    /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed)?.slice(1) ??
    /^(\d\d?)[/.](\d\d?)[/.](\d{4})$/.exec(typed)?.slice(1).reverse();
  if (!found) return undefined;
  const day = found.map((part) => part.padStart(2, '0')).join('-');
  const at = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined;
}

/** The times of somebody who now means one part of the week only. */
export function timesOnly(when: 'evenings' | 'weekends' | 'daytime'): string[] {
  const isWeekend = (slot: string) => slot.startsWith('Saturday') || slot.startsWith('Sunday');
  const isEvening = (slot: string) => slot.endsWith('Evening');
  return Object.keys(times).filter((slot) => {
    if (when === 'evenings') return isEvening(slot);
    return when === 'weekends' ? isWeekend(slot) : !isWeekend(slot) && !isEvening(slot);
  });
}

/** Half a kilometre: near enough to order roles, too coarse to find a door. */
const roundedToM = 500;

export function roundedPoint({ x, y }: { x: number; y: number }): { x: number; y: number } {
  const rounded = (metres: number) => Math.round(metres / roundedToM) * roundedToM;
  return { x: rounded(x), y: rounded(y) };
}
