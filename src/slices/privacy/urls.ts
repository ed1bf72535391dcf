export const privacy = {
  /** Who has my details? */
  shared: () => '/who-has-my-details',
  withdraw: (basisId: string) => `/who-has-my-details/${basisId}/withdraw`,
  /** For whoever holds a link and no account. */
  sharedByLink: (token: string) => `/who-has-my-details/by-link/${token}`,
  withdrawByLink: (token: string) => `/who-has-my-details/by-link/${token}/withdraw`,
  /** A receiver is asked to let go of what it was given. */
  letGo: (receiverId: string) => `/let-go/${receiverId}`,
};
