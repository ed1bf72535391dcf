export const privacy = {
  /** Who has my details? */
  shared: () => '/who-has-my-details',
  withdraw: (basisId: string) => `/who-has-my-details/${basisId}/withdraw`,
  /** For whoever holds a link and no account. */
  sharedByLink: (token: string) => `/who-has-my-details/by-link/${token}`,
  withdrawByLink: (token: string) => `/who-has-my-details/by-link/${token}/withdraw`,
  /** A receiver is asked to let go of what it was given. */
  letGo: (receiverId: string) => `/let-go/${receiverId}`,
  /** Anybody complains, about an organisation where one is named. */
  complain: (about = '') => (about ? `/complain?about=${about}` : '/complain'),
  /** Anybody asks what is kept about them, or wants it changed or taken away. */
  ask: () => '/my-details',
  /** How far it is, for whoever sent it and holds the link. */
  matterByLink: (token: string) => `/requests/by-link/${token}`,
  replyByLink: (token: string) => `/requests/by-link/${token}/reply`,
  matter: (id: string) => `/requests/${id}`,
  moveMatter: (id: string, move: 'take-up' | 'tell' | 'more-time' | 'answer' | 'reply') =>
    `/requests/${id}/${move}`,
  /** Whoever looks after the data of an organisation. */
  desk: (organisationId: string) => `/organisations/${organisationId}/data-protection`,
  logMatter: (organisationId: string) => `/organisations/${organisationId}/data-protection/requests`,
  /** Somebody of the organisation says that details went where they should not. */
  report: (organisationId: string) => `/organisations/${organisationId}/data-protection/breaches`,
  breach: (id: string) => `/breaches/${id}`,
  moveBreach: (id: string, move: 'judge' | 'tell' | 'affected') => `/breaches/${id}/${move}`,
  /** What was passed on are the details of somebody else. */
  wrongPerson: (basisId: string) => `/agreements/${basisId}/wrong-person`,
  /** What details are used for, how long they are kept, and what is held back. */
  processing: () => '/data-protection',
  hold: () => '/data-protection/holds',
  endHold: (id: string) => `/data-protection/holds/${id}/end`,
};
