export { type ImportCommand, importList } from './actions/import.ts';
export { type Counts, type ImportKind, type ImportResult, importKinds } from './words/import.ts';
