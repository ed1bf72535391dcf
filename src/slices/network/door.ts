export { makeNetwork, moveClock } from './actions.ts';
export { bankHolidays, clocks, network } from './queries.ts';
export { dueAfterWorkingDays, isWorkingDay, quarterOf } from './rules.ts';
export type { BankHolidays, Clocks, Network } from './words.ts';
