export { type ImportCommand, importList } from './actions/import.ts';
export { reasonCounts } from './queries.ts';
export { csvLine, guarded, joined } from './rules/csv-line.ts';
export { type Counts, type ImportKind, type ImportResult, importKinds, Unreadable } from './words/import.ts';
