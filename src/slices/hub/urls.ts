export const hub = { page: () => '/hub' };
