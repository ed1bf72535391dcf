import { event } from '../../platform/words.ts';

export const areasLoaded = event<{ codes: string[]; source: string }>('areas.areas_loaded');
export const postcodesLoaded = event<{ new: number; changed: number; source: string }>(
  'areas.postcodes_loaded',
);
export const outcodesLoaded = event<{ new: number; changed: number; source: string }>(
  'areas.outcodes_loaded',
);
export const linesLoaded = event<{ lines: number }>('areas.lines_loaded');
