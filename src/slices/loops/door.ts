export { endLoop, openLoop, remind } from './actions.ts';
export { openLoopOptional, openLoopsOf } from './queries.ts';
export { isAtTheHub } from './rules.ts';
export type { Loop } from './words.ts';
