import { event } from '../../platform/words.ts';

export const networkMade = event<{ practice: boolean }>('network.made');
export const clockMoved = event<{ hours: number }>('network.clock_moved');
