export const loops = { inbox: () => '/inbox' };
