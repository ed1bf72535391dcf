export const imports = {
  all: () => '/imports',
  one: (id: string) => `/imports/${id}`,
};

/** Steps of setting up that come from files. */
export const ground = {
  areas: () => '/settings/areas',
  postcodes: () => '/settings/postcodes',
};
