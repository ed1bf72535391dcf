export { rebuildDocuments } from './actions/documents.ts';
export { search } from './queries/search.ts';
export type { Asked, Found, Hit, Near } from './words.ts';
