import { addDays, dayOf } from '../../platform/dates.ts';
import {
  addAtCounter,
  joinDrive,
  makeDrive,
  propose,
} from '../../slices/volunteering/actions/drives/drives.ts';
import { keepWishes } from '../../slices/volunteering/actions/matching/wishes.ts';
import type { AddAtCounter } from '../../slices/volunteering/words/drives.ts';
import type { WriteWishes } from '../../slices/volunteering/words/matching.ts';
import { daysBack } from './days.ts';
import type { Stage } from './stage.ts';

const [marek, priya, dee] = ['volunteer', 'young-volunteer', 'centre-worker'].map(
  (key) => `${key}@practice.example`,
);

/** Two of the cast say what they would like to do, and Dee has a fair on which one of them takes part. */
export async function sayWishes(stage: Stage): Promise<void> {
  await keepWishes(stage.as(marek ?? '', daysBack(stage.now, 6, 21)), {
    ...nothing,
    ...{
      place: 'AV3',
      miles: 5,
      times: ['SundayMorning', 'SundayAfternoon', 'TuesdayEvening', 'ThursdayEvening'],
    },
    ...{ causes: ['AntiPoverty', 'Environment'], skills: ['CooperativeWork', 'Logistics'], times_matter: 3 },
  });
  const years = Number(dayOf(stage.now).slice(0, 4)) - 15;
  await keepWishes(stage.as(priya ?? '', daysBack(stage.now, 4, 18)), {
    ...nothing,
    ...{
      place: 'AV3',
      adult: false,
      born_on: `${years}-01-02`,
      causes: ['YouthAndChildren', 'AnimalWelfare'],
    },
    ...{ times: ['SaturdayMorning', 'SaturdayAfternoon'] },
  });
}

/** A fair of Eastlock: proposed, and not suggested yet. */
export async function runFair(stage: Stage): Promise<void> {
  const early = stage.as(dee ?? '', daysBack(stage.now, 5, 11));
  const [at] = early.actor.positions;
  if (!at) return;
  const roles = await early.db.open
    .selectFrom('volunteering.live_role')
    .select('id')
    .where('home_centre_id', '=', at.organisationId)
    .orderBy('title')
    .orderBy('id')
    .limit(4)
    .execute();
  if (roles.length === 0) return;
  const id = early.newId();
  await makeDrive(early, at.organisationId, id, {
    ...{ title: 'Winter fair in the market hall', words: 'Come by between eleven and three.' },
    ...{ on_day: dayOf(addDays(stage.now, 9)), roles: roles.flatMap((role) => role.id ?? []), places: 2 },
  });
  await joinDrive(stage.as(marek ?? '', daysBack(stage.now, 3, 20)), id);
  for (const said of atTheCounter) {
    const now = stage.as(dee ?? '', daysBack(stage.now, 2, 12));
    await addAtCounter(now, id, { ...anything, ...said, id: now.newId() });
  }
  await propose(stage.as(dee ?? '', daysBack(stage.now, 1, 16)), id);
}

const nothing: WriteWishes = {
  ...{
    place: '',
    miles: null,
    from_home: true,
    adult: true,
    born_on: null,
    times: [],
    causes: [],
    skills: [],
  },
  ...{ needs: [], times_matter: 1, near_matters: 1, skills_matter: 1, cause_matters: 1, version: 0 },
};

const anything: Omit<AddAtCounter, 'id'> = { age: null, when: 'any', cause: null, skill: null, place: '' };

const atTheCounter: readonly Partial<AddAtCounter>[] = [
  { when: 'evenings', cause: 'OlderPeople', place: 'AV3' },
  { age: 16, when: 'weekends' },
  { skill: 'Driving', place: 'AV4' },
];
