/** Why a service cannot help this person, in words that both sides read. */
export const declineReasons = {
  full: 'We are full',
  not_for: 'It is not for people in this situation',
  too_far: 'They live too far away',
  not_safe: 'We could not do it safely',
  closed: 'We have stopped doing this',
  other: 'Something else',
} as const;

/** How a referral that had started came to its end. */
export const endReasons = {
  completed: 'They did what they came for',
  moved_on: 'They moved on to something else',
  stopped_coming: 'They stopped coming',
  other: 'Something else',
} as const;

/** What stands beside a state on a page. */
export const states = {
  draft: 'Not sent yet',
  sent: 'Sent, not opened yet',
  opened: 'Opened, not answered yet',
  more_asked: 'A question is asked',
  waiting: 'On the waiting list',
  accepted: 'Accepted, not started yet',
  started: 'Started',
  declined: 'Declined',
  could_not_reach: 'Could not be reached',
  ended: 'Ended',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
  on_hold: 'On hold',
} as const;

/** Whose referrals a list shows. */
export const views = {
  received: 'To us',
  sent: 'From us',
  behalf: 'Made for us',
} as const;
