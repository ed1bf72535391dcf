import type { Contribution, House, Jobs } from './platform/contributions.ts';
import { gather } from './platform/gather.ts';
import { contributes as directory } from './slices/directory/contributes.ts';
import { jobs as directoryJobs } from './slices/directory/jobs.ts';
import { contributes as duplicates } from './slices/duplicates/contributes.ts';
import { contributes as hub } from './slices/hub/contributes.ts';
import { contributes as interchange } from './slices/interchange/contributes.ts';
import { jobs as interchangeJobs } from './slices/interchange/jobs.ts';
import { contributes as loops } from './slices/loops/contributes.ts';
import { contributes as neighbours } from './slices/neighbours/contributes.ts';
import { contributes as network } from './slices/network/contributes.ts';
import { contributes as notifications } from './slices/notifications/contributes.ts';
import { jobs as notificationsJobs } from './slices/notifications/jobs.ts';
import { contributes as people } from './slices/people/contributes.ts';
import { contributes as privacy } from './slices/privacy/contributes.ts';
import { contributes as referrals } from './slices/referrals/contributes.ts';
import { contributes as register } from './slices/register/contributes.ts';
import { contributes as support } from './slices/support/contributes.ts';
import { contributes as volunteering } from './slices/volunteering/contributes.ts';
import { jobs as volunteeringJobs } from './slices/volunteering/jobs/brokerage.ts';
import { jobs as matchingJobs } from './slices/volunteering/jobs/matching.ts';

/** What each slice hands to the floors below it, in the order of the floors. */
const contributions: readonly Contribution[] = [
  network,
  people,
  loops,
  privacy,
  register,
  support,
  directory,
  duplicates,
  notifications,
  neighbours,
  referrals,
  volunteering,
  interchange,
  hub,
];

/** What each slice does later. */
const jobs: readonly Jobs[] = [
  directoryJobs,
  notificationsJobs,
  volunteeringJobs,
  matchingJobs,
  interchangeJobs,
];

export function wire(): House {
  return gather(contributions, jobs);
}
