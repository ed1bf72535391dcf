import { type Matters, matterNames, type Volunteer } from '../../words/matching.ts';

const fields = {
  times: 'times_matter',
  near: 'near_matters',
  skills: 'skills_matter',
  cause: 'cause_matters',
} as const;

/** What was said, as the form shows it. */
export function wishesAsForm(one: Volunteer) {
  return {
    ...{ place: one.placeName, miles: one.miles === null ? '' : String(one.miles) },
    from_home: one.fromHome,
    ...{ adult: one.adult ? 'yes' : 'no', born_on: one.bornOn ?? '' },
    ...{ times: one.times, causes: one.causes, skills: one.skills, needs: one.needs },
    ...Object.fromEntries(matterNames.map((name) => [fields[name], String(one.matters[name])])),
  };
}

export function matterField(name: keyof Matters): string {
  return fields[name];
}

/** Before anything was said. */
export const emptyWishes = { from_home: true };
