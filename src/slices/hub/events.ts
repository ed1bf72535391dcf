import { event } from '../../platform/words.ts';

type About = { queue: string; rowId: string; move: string };

export const rowCleared = event<About & { moveId: string }>('hub.row_cleared');
export const rowBroughtBack = event<About & { moveId: string }>('hub.row_brought_back');
