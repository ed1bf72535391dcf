import { event } from '../../platform/words.ts';

type About = { mergeId: string; organisationId: string };

// That two became one, and two again, is told by the register, in the transaction that does it.
export const mergeAsked = event<About>('duplicates.merge_asked');
export const mergeDeclined = event<About>('duplicates.merge_declined');
