import { event } from '../../platform/words.ts';

// The organisation of these events is the centre that acts: what is private to it is counted for nobody else.
type About = { entryId: string };

export const entryAdded = event<About>('support.entry_added');
export const entryCorrected = event<About & { fields: string[] }>('support.entry_corrected');
export const entryWithdrawn = event<About>('support.entry_withdrawn');
export const followUpDone = event<About>('support.follow_up_done');
export const followUpPassed = event<About & { personId: string }>('support.follow_up_passed');
export const logLookedInto = event<{ lookId: string; organisationId: string }>('support.log_looked_into');
