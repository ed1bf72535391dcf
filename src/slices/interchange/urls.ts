export const imports = {
  all: () => '/imports',
  one: (id: string) => `/imports/${id}`,
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
