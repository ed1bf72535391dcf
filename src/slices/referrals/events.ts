import { event } from '../../platform/words.ts';

type About = { referralId: string };

// The organisation of these events is whoever acts or is owed a word: what it is about is private to the two sides.
export const referralSent = event<About>('referrals.sent');
export const referralMoved = event<About & { move: string; state: string; to: string }>('referrals.moved');
export const referralStopped = event<About & { to: string[] }>('referrals.stopped');
export const termsAccepted = event<{ organisationId: string; version: number }>('referrals.terms_accepted');
export const gapFound = event<{ serviceId: string }>('referrals.gap_found');
