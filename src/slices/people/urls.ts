export const people = {
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  code: () => '/sign-in/code',
  link: (token: string) => `/sign-in/link/${token}`,
  me: () => '/me',
  data: () => '/me/data',
  name: () => '/me/name',
  endSession: (id: string) => `/me/sessions/${id}/end`,
  signOut: () => '/sign-out',
};
