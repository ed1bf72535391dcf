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
  /** What machines may read, with a word on each. */
  api: () => [
    { path: '/api/v1/openapi.json', what: 'Description' },
    { path: '/api/v1/search?q=lunch', what: 'Search' },
    { path: '/api/v1/organisations', what: 'Organisations' },
    { path: '/api/v1/services', what: 'Services' },
  ],
  securityTxt: () => '/.well-known/security.txt',
};
