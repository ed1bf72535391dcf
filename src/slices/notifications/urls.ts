export const following = {
  all: () => '/following',
  one: (organisationId: string) => `/organisations/${organisationId}/follow`,
  service: (serviceId: string) => `/services/${serviceId}/follow`,
  of: ({ kind, id }: { kind: string; id: string }) =>
    kind === 'service' ? `/services/${id}/follow` : `/organisations/${id}/follow`,
  stop: (token: string) => `/following/stop/${token}`,
};
