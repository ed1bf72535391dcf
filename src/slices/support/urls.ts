export const supportLog = {
  of: (organisationId: string) => `/organisations/${organisationId}/support`,
  look: (organisationId: string) => `/organisations/${organisationId}/support/look`,
  entry: (id: string) => `/support/${id}`,
  withdraw: (id: string) => `/support/${id}/withdraw`,
  done: (id: string) => `/support/${id}/done`,
  ofCentre: (centreId: string) => `/centres/${centreId}/support`,
};
