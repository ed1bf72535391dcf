import { type Ages, ageWords, isOpenTo } from '../ages.ts';

const grownUp = 18;

/** How old somebody is on a day; both as `2026-11-24`. On the birthday one is a year older. */
export function ageOn(bornOn: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** Somebody of whom no birthday is known has said that they are grown up. */
export function isYoung(bornOn: string | null, today: string): boolean {
  return bornOn !== null && ageOn(bornOn, today) < grownUp;
}

/** A birthday is asked for only where somebody under 18 could have the role at all. */
export function asksBirthday(ages: Ages): boolean {
  return ages.minimumAge < grownUp;
}

interface Said {
  readonly ofAge: string;
  readonly bornOn: string;
  readonly parentEmail: string;
  readonly ownEmail: string;
}

/** What is wrong with what somebody says of their age, by field. */
export function whyNotAge(ages: Ages | undefined, said: Said, today: string): Record<string, string> {
  if (said.ofAge === '') return { of_age: 'Say how old you are. Some rules depend on it.' };
  if (said.ofAge === 'yes') return {};
  if (ages && !asksBirthday(ages)) {
    return { of_age: `This role is for people ${ageWords(ages)}. There are others that are open to you.` };
  }
  if (said.bornOn === '' || said.bornOn >= today) {
    return { born_on: 'Write the day on which you were born, like 14/02/2011.' };
  }
  const age = ageOn(said.bornOn, today);
  if (ages && !isOpenTo(ages, age)) {
    return {
      born_on: `This role is for people ${ageWords(ages)}, and you are ${age}. There are others that are open to you.`,
    };
  }
  if (age >= grownUp) return {};
  if (said.parentEmail === '') {
    return {
      parent_email: 'Write the e-mail address of a parent or guardian. We ask them before you start.',
    };
  }
  return said.parentEmail === said.ownEmail
    ? { parent_email: 'This is your own address. Write the one of a parent or guardian.' }
    : {};
}
