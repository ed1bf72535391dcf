export const network = {
  expect: () => '/what-to-expect',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
  terms: () => '/terms',
  openData: () => '/open-data',
  about: () => '/about',
  help: () => '/help',
};
