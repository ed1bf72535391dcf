export const imports = {
  all: () => '/imports',
  one: (id: string) => `/imports/${id}`,
  begin: () => '/imports/new',
  /** The same list once more, with what was said of it. */
  again: (id: string) => `/imports/new?after=${id}`,
  columns: (id: string) => `/imports/${id}/columns`,
  rows: (id: string, outcome: string, after?: number) =>
    `/imports/${id}/rows?outcome=${outcome}${after === undefined ? '' : `&after=${after}`}`,
  bringIn: (id: string) => `/imports/${id}/bring-in`,
  stop: (id: string) => `/imports/${id}/stop`,
  undo: (id: string) => `/imports/${id}/undo`,
  drop: (id: string) => `/imports/${id}/drop`,
  rejects: (id: string) => `/imports/${id}/rejects.csv`,
};

/** Steps of setting up that come from files. */
export const ground = {
  areas: () => '/settings/areas',
  postcodes: () => '/settings/postcodes',
};

/** Lists that others serve, read again each night. */
export const feeds = {
  all: () => '/feeds',
  one: (id: string) => `/feeds/${id}`,
  look: (id: string) => `/feeds/${id}/look`,
  bring: (id: string) => `/feeds/${id}/bring`,
  pause: (id: string) => `/feeds/${id}/pause`,
  resume: (id: string) => `/feeds/${id}/resume`,
  remove: (id: string) => `/feeds/${id}/remove`,
};

/** All that an organisation keeps here, for whoever runs it. */
export const everything = {
  of: (organisationId: string) => `/organisations/${organisationId}/everything`,
};
