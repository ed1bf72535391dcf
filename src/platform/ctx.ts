export type { Ctx, PracticeRoom } from './contributions.ts';
