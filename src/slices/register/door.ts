export { access, languages, waysIn } from './lists/access.ts';
export { days } from './lists/days.ts';
export { organisationKinds } from './lists/kinds.ts';
export { peopleServed } from './lists/people-served.ts';
export { themes } from './lists/themes.ts';
export { freshnessWords } from './rules/freshness.ts';
export type { Freshness } from './words/records.ts';
