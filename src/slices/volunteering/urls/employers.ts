export const employerDays = {
  all: () => '/employer-days',
  newAt: (organisationId: string) => `/organisations/${organisationId}/new-employer-day`,
  one: (id: string) => `/employer-days/${id}`,
  offer: (id: string) => `/employer-days/${id}/offer`,
  agree: (id: string) => `/employer-days/${id}/agree`,
  cancel: (id: string) => `/employer-days/${id}/cancel`,
  risk: (id: string, offerId: string) => `/employer-days/${id}/offers/${offerId}/risk`,
  notReady: (id: string, offerId: string) => `/employer-days/${id}/offers/${offerId}/not-ready`,
  howItWas: (id: string, offerId: string, side: 'employer' | 'host') =>
    `/employer-days/${id}/offers/${offerId}/${side}`,
};
