export const imports = {
  all: () => '/imports',
  one: (id: string) => `/imports/${id}`,
};
