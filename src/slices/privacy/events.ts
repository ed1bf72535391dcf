import { event } from '../../platform/words.ts';

type About = { basisId: string; purpose: string };

export const basisGiven = event<About>('privacy.given');
export const receiverNamed = event<{ basisId: string; receiverId: string }>('privacy.receiver_named');
/** From now on nothing may be passed on or shown on this basis; whoever holds details lets go of them. */
export const basisWithdrawn = event<About>('privacy.withdrawn');
export const basisExpired = event<About>('privacy.expired');
export const receiverLetGo = event<{ basisId: string; receiverId: string }>('privacy.let_go');
