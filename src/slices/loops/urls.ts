export const loops = { inbox: () => '/inbox' };

export const tenMinutes = {
  page: () => '/ten-minutes',
  mail: () => '/ten-minutes/mail',
  stop: (token: string) => `/ten-minutes/stop/${token}`,
};
