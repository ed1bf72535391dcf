export { giveBasis, holdBasis, linkFor, nameNext, noteLook, wantLive } from './actions/bases.ts';
export { withdraw } from './actions/withdraw.ts';
export { basis } from './queries/bases.ts';
export { wordingOf, wordingVersion } from './rules.ts';
export type { Basis, Ground, How, Item } from './words.ts';
