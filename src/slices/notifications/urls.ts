export const following = {
  all: () => '/following',
  one: (organisationId: string) => `/organisations/${organisationId}/follow`,
  stop: (token: string) => `/following/stop/${token}`,
};
