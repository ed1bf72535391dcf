export const practice = {
  start: () => '/practice',
  happened: (hours: number, done: readonly string[]) =>
    `/practice?${new URLSearchParams([['hours', String(hours)], ...done.map((one) => ['done', one])])}`,
  signIn: () => '/practice/sign-in',
  clock: () => '/practice/clock',
  reset: () => '/practice/reset',
  mail: (options: { to?: string; after?: string } = {}) => {
    const query = new URLSearchParams(Object.entries(options)).toString();
    return query === '' ? '/practice/mail' : `/practice/mail?${query}`;
  },
  forms: () => '/practice/forms',
};
