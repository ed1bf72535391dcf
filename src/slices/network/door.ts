export { makeNetwork, moveClock } from './actions/make.ts';
export { bankHolidays, clocks, knownNetwork, knownWeights, network } from './queries.ts';
export { whyNotColour } from './rules/colour.ts';
export { type Tiles, tilesOptional } from './rules/tiles.ts';
export { dueAfter, dueAfterWorkingDays, isWorkingDay, quarterOf } from './rules/working-days.ts';
export { type BankHolidays, type Clocks, type Network, unnamed } from './words/network.ts';
export { settingWords } from './words/settings.ts';
