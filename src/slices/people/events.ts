import { event } from '../../platform/words.ts';

export const personJoined = event<{ personId: string }>('people.joined');
export const signedIn = event<{ personId: string; sessionId: string }>('people.signed_in');
export const signedOut = event<{ sessionId: string }>('people.signed_out');
export const nameChanged = event<{ personId: string }>('people.name_changed');
