import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, shades, whyNotColour } from './colour.ts';

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('the colour that Joinery comes with carries its words, and a pale one is refused with a darker one', () => {
  expect(whyNotColour('#12483b')).toBeUndefined();
  expect(whyNotColour('#88d5bb')?.reason).toContain('The nearest that can be read is #');
});

test('whatever colour is typed, the nearest allowed one is allowed', () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      const refused = whyNotColour(colour);
      return refused === undefined || whyNotColour(refused.nearest) === undefined;
    }),
  );
});

test('buttons of any allowed colour are seen by night, and their words can be read', () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      if (whyNotColour(colour)) return true;
      const { barByNight, buttonByNight } = shades(colour);
      return (
        contrast(buttonByNight, '#0e1512') >= 3 &&
        contrast(buttonByNight, '#f6faf6') >= 4.5 &&
        contrast(barByNight, '#f6faf6') >= 4.5
      );
    }),
  );
});
