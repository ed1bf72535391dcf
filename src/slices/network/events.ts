import { event } from '../../platform/words.ts';

export const networkMade = event<{ practice: boolean }>('network.made');
export const clockMoved = event<{ hours: number }>('network.clock_moved');
export const settingsChanged = event<{ fields: string[] }>('network.settings_changed');
export const doorsOpened = event<Record<string, never>>('network.doors_opened');
export const doorsClosed = event<Record<string, never>>('network.doors_closed');
export const holidayAdded = event<{ day: string }>('network.holiday_added');
export const holidayRemoved = event<{ day: string }>('network.holiday_removed');
