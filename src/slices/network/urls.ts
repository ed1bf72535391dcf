export const network = {
  expect: () => '/what-to-expect',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
  terms: () => '/terms',
  openData: () => '/open-data',
  about: () => '/about',
  help: () => '/help',
  wrong: () => '/wrong',
  status: () => '/status',
  alive: () => '/healthz',
  ready: () => '/readyz',
  metrics: () => '/metrics',
  /** What machines may read, with a word on each. */
  api: () => [
    { path: '/api/v1/openapi.json', what: 'Description' },
    { path: '/api/v1/search?q=lunch', what: 'Search' },
    { path: '/api/v1/organisations', what: 'Organisations' },
    { path: '/api/v1/services', what: 'Services' },
  ],
  securityTxt: () => '/.well-known/security.txt',
};

/** The coordinator's pages: a list of steps before the front door opens, and settings afterwards. */
export const settings = {
  all: () => '/settings',
  doors: () => '/settings/doors',
  name: () => '/settings/name',
  promise: () => '/settings/promise',
  words: () => '/settings/words',
  licence: () => '/settings/licence',
  weights: () => '/settings/what-comes-first',
  colour: () => '/settings/colour',
  logo: () => '/settings/logo',
  removeLogo: () => '/settings/logo/remove',
  banner: () => '/settings/banner',
  map: () => '/settings/map',
  quietHours: () => '/settings/quiet-hours',
  holidays: () => '/settings/holidays',
  addHoliday: () => '/settings/holidays/add',
  removeHoliday: () => '/settings/holidays/remove',
};

/** The style sheet of a colour of one's own: made from the address alone, so it never changes. */
export const look = { sheet: (colour: string) => `/look/${colour.slice(1)}` };
