import type { DbsLevel } from '../words/role.ts';

export interface Ages {
  readonly minimumAge: number;
  readonly maximumAge: number | null;
}

/** The law on children’s data and the network’s own promise: nobody under the lowest age is shown a role (D5/26). */
export function isOpenTo({ minimumAge, maximumAge }: Ages, age: number): boolean {
  return minimumAge <= age && (maximumAge === null || age <= maximumAge);
}

/** What is wrong with the ages of a role, by the name of the field. */
export function whyNotAges(
  { minimumAge, maximumAge }: Ages,
  of: { youngReady: boolean; dbsLevel: DbsLevel },
): Record<string, string> {
  const problems: Record<string, string> = {};
  if (maximumAge !== null && maximumAge < minimumAge) {
    problems.maximum_age = `The highest age is below the lowest, which is ${minimumAge}. Write a higher one, or none.`;
  }
  if (of.dbsLevel !== 'none' && minimumAge < 16) {
    problems.minimum_age =
      'This work wants a DBS check, and nobody under 16 can have one. Write 16 or more, or change what they do.';
  }
  if (minimumAge < 18 && !of.youngReady) {
    problems.young_ready =
      'For somebody under 18, look at the risks first and name who is with them. Then tick here.';
  }
  return problems;
}

export function ageWords({ minimumAge, maximumAge }: Ages): string {
  return maximumAge === null ? `${minimumAge} and over` : `${minimumAge} to ${maximumAge}`;
}
