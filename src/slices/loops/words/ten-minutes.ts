import { z } from 'zod';

/** A week’s list has no more, however much there is. */
export const mostItems = 7;

export const weekdays = {
  '1': 'Mondays',
  '2': 'Tuesdays',
  '3': 'Wednesdays',
  '4': 'Thursdays',
  '5': 'Fridays',
} as const;

export const ChooseDay = z.object({
  weekday: z.enum(['never', '1', '2', '3', '4', '5'], { error: 'Choose a day, or no mail at all.' }),
});
export type ChooseDay = z.infer<typeof ChooseDay>;

/** What somebody does with their week. */
export const Week = z.object({
  does: z.enum(['take', 'done', 'pause', 'resume'], { error: 'Choose one of the buttons.' }),
});
export type Week = z.infer<typeof Week>;

export interface TenMinutesSetting {
  /** Mondays, as `2026-11-23`. */
  week: string | null;
  items: readonly string[];
  doneWeek: string | null;
  paused: boolean;
  weekday: number | null;
  letterAt: Date | null;
  askedWeek: string | null;
}

export const unset: TenMinutesSetting = {
  ...{ week: null, items: [], doneWeek: null, paused: false, weekday: null, letterAt: null },
  askedWeek: null,
};

/** A thing that wants a look, as the page shows it. */
export interface ListedItem {
  key: string;
  kind: string;
  title: string;
  text: string;
  url: string;
  action: string;
  minutes: number;
}

export interface WeekList {
  state: 'open' | 'taken' | 'done' | 'paused';
  items: readonly ListedItem[];
  /** Of those that were taken, how many are seen to already. */
  gone: number;
  minutes: number;
}
