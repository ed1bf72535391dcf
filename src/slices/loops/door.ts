export { endLoop, openLoop } from './actions.ts';
export { lateLoops, openLoopOptional, openLoopsOf } from './queries.ts';
export type { Loop } from './words.ts';
