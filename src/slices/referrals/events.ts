import { event } from '../../platform/words.ts';

type About = { referralId: string };

// The organisation of these events is whoever acts or is owed a word: what it is about is private to the two sides.
export const referralSent = event<About>('referrals.sent');
export const referralMoved = event<About & { move: string; state: string; to: string }>('referrals.moved');
export const referralStopped = event<About & { to: string[] }>('referrals.stopped');
export const termsAccepted = event<{ organisationId: string; version: number }>('referrals.terms_accepted');
export const gapFound = event<{ serviceId: string }>('referrals.gap_found');

type Asked = { requestId: string };

export const helpAsked = event<Asked>('referrals.help_asked');
export const helpMoved = event<Asked & { move: string; state: string }>('referrals.help_moved');
export const helpStopped = event<Asked>('referrals.help_stopped');

// The record says that there is a concern and what kind of thing was done; never what it is about.
type OfConcern = { concernId: string };

export const concernRaised = event<OfConcern>('referrals.concern_raised');
export const concernNoted = event<OfConcern & { what: string }>('referrals.concern_noted');
export const readingAsked = event<OfConcern & { openingId: string }>('referrals.reading_asked');
export const readingOpened = event<OfConcern & { openingId: string; to: string[] }>(
  'referrals.reading_opened',
);
export const leadNamed = event<{ leadId: string }>('referrals.lead_named');
export const leadEnded = event<{ leadId: string }>('referrals.lead_ended');
export const safetyNumbersSet = event<{ areaId: string }>('referrals.safety_numbers_set');

export const planMade = event<{ planId: string }>('referrals.plan_made');
export const talkAsked = event<About & { talkId: string }>('referrals.talk_asked');
export const talkAnswered = event<About & { talkId: string; state: string; to: string[] }>(
  'referrals.talk_answered',
);

type OnBoard = { boardId: string };

export const boardMade = event<OnBoard>('referrals.board_made');
export const memberJoined = event<OnBoard & { memberId: string }>('referrals.board_member_joined');
export const noticePut = event<OnBoard & { noticeId: string }>('referrals.notice_put');
export const matchMade = event<OnBoard & { matchId: string }>('referrals.match_made');
export const matchAnswered = event<OnBoard & { matchId: string; answer: string }>('referrals.match_answered');
export const placesSaid = event<{ serviceId: string }>('referrals.places_said');
