export const drives = {
  at: (centreId: string) => `/centres/${centreId}/drives`,
  one: (id: string) => `/drives/${id}`,
  join: (id: string) => `/drives/${id}/join`,
  leave: (id: string) => `/drives/${id}/leave`,
  people: (id: string) => `/drives/${id}/people`,
  propose: (id: string) => `/drives/${id}/propose`,
  suggest: (id: string) => `/drives/${id}/suggest`,
};
