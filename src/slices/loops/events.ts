import { event } from '../../platform/words.ts';

export const loopOpened = event<{ loopId: string; kind: string; thingId: string }>('loops.opened');
export const loopEnded = event<{ loopId: string; kind: string; thingId: string; endReason: string }>(
  'loops.ended',
);
export const loopPassed = event<{ loopId: string; kind: string; thingId: string; personId: string }>(
  'loops.passed',
);
export const loopClimbed = event<{
  loopId: string;
  kind: string;
  thingId: string;
  step: number;
  personId: string;
}>('loops.climbed');
export const loopReminded = event<{ loopId: string; kind: string; thingId: string }>('loops.reminded');
