/** What stands beside the state of a request for help, for whoever answers it. */
export const helpStates = {
  received: 'New',
  sorted: 'Taken up',
  referred: 'Referred to a service',
  signposted: 'Told of services',
  helped: 'Helped by whoever was asked',
  no_service: 'No service for it',
  closed: 'Closed',
  spam: 'Not from a person',
  withdrawn: 'Withdrawn',
} as const;

/** The same for whoever asked. */
export const askerStates = {
  received: 'It is with them. Nobody has opened it yet.',
  sorted: 'Somebody has taken it up and looks for the right help.',
  referred: 'You were passed on to a service, as you agreed.',
  signposted: 'They found services for you and tell you of them.',
  helped: 'They help you themselves.',
  no_service: 'There is no service for this near you. They tell you what else there is.',
  closed: 'This is done. You can ask again at any time.',
  spam: 'It is with them. Nobody has opened it yet.',
  withdrawn: 'You stopped this. What you wrote is gone.',
} as const;

/** How they want to hear. */
export const replyWays = {
  phone: 'By telephone',
  post: 'By letter',
  email: 'By e-mail',
} as const;

export const takenHows = {
  online: 'Written here by themselves',
  phone: 'Taken by telephone',
  desk: 'Taken at the desk',
} as const;

/** Whose requests a list shows. */
export const helpViews = {
  ours: 'To us',
  taken: 'Taken by us',
} as const;
