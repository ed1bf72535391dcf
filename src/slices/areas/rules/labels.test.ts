import { expect, test } from 'vitest';
import { clearLabels } from './labels.ts';

const size = { width: 420, height: 360 };

test('a name steps aside for a pin, and no further than it has to', () => {
  const eastlock = { name: 'Eastlock', labelX: 180, labelY: 185 };

  const [moved] = clearLabels([eastlock], [{ x: 210, y: 180 }], size);
  const [kept] = clearLabels([eastlock], [{ x: 300, y: 300 }], size);

  expect(moved).toMatchObject({ name: 'Eastlock', labelX: 180, labelY: 209 });
  expect(kept).toEqual(eastlock);
});

test('no name hides another or leaves the picture', () => {
  const names = ['Eastlock', 'Hartlow', 'Tollbridge'].map((name) => ({ name, labelX: 300, labelY: 350 }));

  const placed = clearLabels(names, [], size);

  expect(new Set(placed.map((label) => `${label.labelX} ${label.labelY}`)).size).toBe(3);
  for (const { name, labelX, labelY } of placed) {
    expect(labelX >= 2 && labelX + name.length * 8 <= 418 && labelY <= 354).toBe(true);
  }
});
