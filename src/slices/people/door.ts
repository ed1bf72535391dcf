export { bringIn, nameOnce, signInAs } from './actions/account.ts';
export { personsByIds } from './queries.ts';
export type { Person } from './words.ts';
