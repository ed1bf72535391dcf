import { event } from '../../platform/words.ts';

type About = { basisId: string; purpose: string };

export const basisGiven = event<About>('privacy.given');
export const receiverNamed = event<{ basisId: string; receiverId: string }>('privacy.receiver_named');
/** From now on nothing may be passed on or shown on this basis; whoever holds details lets go of them. */
export const basisWithdrawn = event<About>('privacy.withdrawn');
export const basisExpired = event<About>('privacy.expired');
export const receiverLetGo = event<{ basisId: string; receiverId: string }>('privacy.let_go');

type AboutMatter = { matterId: string; kind: string };

/** Somebody complained, or asked about their own details. */
export const matterReceived = event<AboutMatter & { topic: string }>('privacy.matter_received');
/** `what`: taken-up, told, asked, came-back or more-time. */
export const matterTold = event<AboutMatter & { what: string }>('privacy.matter_told');
export const matterAnswered = event<AboutMatter & { outcome: string }>('privacy.matter_answered');

/** Details went where they should not. */
export const breachFound = event<{ breachId: string }>('privacy.breach_found');
export const breachMoved = event<{ breachId: string; state: string }>('privacy.breach_moved');

/** `name` is what is held back from going by itself. */
export const holdMade = event<{ name: string }>('privacy.hold_made');
export const holdEnded = event<{ name: string }>('privacy.hold_ended');
