export { bringIn, nameOnce, sawPersons, signInAs } from './actions/account.ts';
export { dropSecondKeys, dropSecondKeysOf, moveMailbox } from './actions/let-in.ts';
export { canSetProvider } from './permits.ts';
export { isNewHere, personsByIds } from './queries/sign-in.ts';
export type { Person } from './words/sign-in.ts';
