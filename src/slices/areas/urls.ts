export const areas = {
  one: (code: string) => `/areas/${encodeURIComponent(code)}`,
};
