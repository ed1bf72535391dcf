import { event } from '../../platform/words.ts';

type About = { loopId: string; kind: string; thingId: string };

export const loopOpened = event<About>('loops.opened');
export const loopEnded = event<About & { endReason: string }>('loops.ended');
export const loopPassed = event<About & { personId: string }>('loops.passed');
/** By the coordinator, who says why. */
export const loopPassedOn = event<About & { personId: string; step: number }>('loops.passed_on');
export const loopClimbed = event<About & { step: number; personId: string }>('loops.climbed');
export const loopReminded = event<About>('loops.reminded');

/** What one has to look at is one’s own affair, so the record says only that something was changed. */
export const tenMinutesChanged = event<{ does: string }>('loops.ten_minutes_changed');
export const weekAsked = event<{ personId: string; things: number; minutes: number }>('loops.week_asked');
