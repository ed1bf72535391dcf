/** How far an enquiry is (model D3, 4), in the words of whoever works with it. */
export const enquiryStates = {
  new: 'New',
  in_advice: 'In advice',
  matched: 'Matched with a role',
  consent_asked: 'Asked whether they agree',
  introduced: 'Introduced, not opened yet',
  opened: 'Opened by the group',
  talking: 'Talking to each other',
  checks: 'Checks under way',
  offered: 'Offered a place',
  started: 'Started',
  ended: 'Ended',
  stopped: 'Stopped',
  expired: 'Nobody opened it',
  withdrawn: 'Withdrawn',
} as const;

/** The same for the person, said as one would say it to them. */
export const ownStates = {
  new: 'Your question has arrived',
  in_advice: 'Your volunteer centre is looking with you',
  matched: 'Your volunteer centre has found something that could fit',
  consent_asked: 'Your volunteer centre would like to pass your name on, if you agree',
  introduced: 'The group has your details',
  opened: 'The group has read it',
  talking: 'You and the group are talking',
  checks: 'The group is doing its checks',
  offered: 'The group would like you to start',
  started: 'You have started',
  ended: 'This has ended',
  stopped: 'This has stopped',
  expired: 'The group never opened it',
  withdrawn: 'You stopped this',
} as const;

export const channels = { web: 'On the web', phone: 'On the telephone', drop_in: 'Came in' } as const;

/** Why it stopped, by who may say so; a person can also keep it to themselves. */
export const personReasons = {
  found_else: 'I have found something else',
  no_time: 'I have no time now',
  too_far: 'It is too far',
  not_for_me: 'It is not right for me',
  no_word: 'I heard nothing',
} as const;

export const groupReasons = {
  other_skills: 'We need other skills for this',
  other_times: 'The times do not fit',
  place_taken: 'The place is taken',
  not_reached: 'We could not reach them',
  checks_failed: 'The checks we need could not be done',
} as const;

export const centreReasons = {
  no_role: 'There is no role that fits',
  not_reached: 'We could not reach them',
  found_else: 'They found something else',
  no_longer: 'They no longer want to',
} as const;

/** Why somebody who had started does it no longer. */
export const endReasons = {
  done: 'It was for a time, and that is over',
  moved: 'They moved away',
  no_time: 'They have no time any more',
  not_right: 'It was not right for them',
  found_work: 'They found paid work or training',
  other: 'Another reason',
} as const;

const systemReasons = {
  role_full: 'The role is full',
  role_over: 'The role is over',
  parent_no: 'A parent or guardian said no',
  age: 'The age has to be looked at again',
  private: 'They keep the reason to themselves',
  no_reply: 'Nobody answered',
} as const;

/** Every reason in words. */
export const reasonWords: Readonly<Record<string, string>> = {
  ...personReasons,
  ...groupReasons,
  ...centreReasons,
  ...endReasons,
  ...systemReasons,
};
