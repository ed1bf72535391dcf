export const hub = {
  page: () => '/hub',
  queue: (name: string) => `/hub/queues/${name}`,
  back: (moveId: string) => `/hub/moves/${moveId}/back`,
  health: () => '/hub/health',
  measure: (name: string) => `/hub/health/${name}`,
  doneFor: (centreId: string) => `/centres/${centreId}/hub`,
};

export const nobodyLost = {
  board: () => '/nobody-lost',
  one: (loopId: string) => `/nobody-lost/${loopId}`,
  pass: (loopId: string) => `/nobody-lost/${loopId}/pass`,
  ofCentre: (centreId: string) => `/centres/${centreId}/nobody-lost`,
};
