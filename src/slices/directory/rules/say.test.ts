import { expect, test } from 'vitest';
import { daysWords, farWords, searchTitle, shownWords } from './say.ts';

const days = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const place = { isBand: false, x: 0, y: 0, lat: 51, lon: 0, words: '', areaId: null };
test('distances are miles with one decimal', () => {
  expect(farWords({ ...place, distanceM: 480 })).toEqual({ figure: '0.3', unit: 'miles' });
  expect(farWords({ ...place, distanceM: 1609 })).toEqual({ figure: '1.0', unit: 'mile' });
  expect(farWords({ ...place, distanceM: undefined })).toBeUndefined();
});

test('where only the kilometre is known, it says at most', () => {
  expect(farWords({ ...place, distanceM: 2000, isBand: true })).toEqual({
    figure: '2',
    unit: 'miles or less',
  });
});

test('days are said as on a noticeboard', () => {
  expect(daysWords(['TU'], days)).toBe('Tuesdays');
  expect(daysWords(['FR', 'MO', 'WE'], days)).toBe('Mon, Wed, Fri');
  expect(daysWords(['MO', 'TU', 'WE', 'TH', 'FR'], days)).toBe('Monday to Friday');
  expect(daysWords([], days)).toBe('');
});

test('a heading is made of what was typed, printed well', () => {
  expect(searchTitle('food', 'AV3 4QT')).toBe('Food near AV3 4QT');
  expect(searchTitle('', 'Eastlock')).toBe('Close to Eastlock');
  expect(shownWords(`it's "quoted" \u202E · text`)).toBe('it’s ”quoted” text');
});
