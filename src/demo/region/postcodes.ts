import { type Part, parts, throwInside } from './areas.ts';
import { type Dice, dice } from './dice.ts';
import { boroughs } from './lists/places.ts';
import { ringInDegrees, ringInKm } from './outlines.ts';
import { isInside, type Km, kmBetween, metresBetween, toLonLat } from './plane.ts';
import type { DemoPostcode, TryPostcode } from './shapes.ts';

/** The Post Office leaves C I K M O V out of the last two letters. */
const unitLetters = 'ABDEFGHJLNPQRSTUWXYZ';

/** Postcodes that the stories name, so they must be where the stories say. */
const known: { postcode: string; part: string; spot: Km }[] = [
  { postcode: 'AV3 4QT', part: 'V0101', spot: [12.14, 9.41] },
  { postcode: 'AV3 4RB', part: 'V0101', spot: [11.9, 9.83] },
  { postcode: 'AV2 1BD', part: 'V0301', spot: [9.35, 12.1] },
];

/** Invented unit postcodes, each inside its borough: closer together in towns, thin in the hills. */
export function postcodes(): DemoPostcode[] {
  const all = parts();
  return boroughs.flatMap((borough) => {
    const own = all.filter((part) => part.borough === borough.code);
    const ring = ringInKm(borough.code);
    const shown = ringInDegrees(borough.code);
    const throws = dice(`postcodes ${borough.code}`);
    const taken = new Set<string>();
    const found = known.filter(({ part }) => part.startsWith(borough.code)).map(written);
    for (const { postcode } of found) taken.add(postcode);
    while (found.length < borough.units) {
      const spot = throwInside(ring, throws.next);
      const part = nearest(own, spot);
      const kept = throws.chance(Math.exp(-kmBetween(part.centre, spot) / 1.1) + 0.06);
      if (kept && isInside(shown, toLonLat(spot))) {
        const postcode = freshUnit(borough.sectors[own.indexOf(part)] ?? '', taken, throws);
        found.push(written({ postcode, part: part.code, spot }));
      }
    }
    return found;
  });
}

/** Good ones to begin with; the last two lie a short walk apart on either side of a border. */
export function tryPostcodes(all: readonly DemoPostcode[]): TryPostcode[] {
  const [here, there] = overTheBorder(all, 'V01', 'V02');
  const elders = all.find(({ borough }) => borough === 'V05');
  const hills = all.find(({ borough }) => borough === 'V06');
  return [
    { postcode: 'AV3 4QT', why: 'The middle of Eastlock, with a lot to find.' },
    { postcode: elders?.postcode ?? '', why: 'Nine Elders has no centre of its own. Hartlow answers.' },
    {
      postcode: hills?.postcode ?? '',
      why: 'Underwold, in the hills. Little is near, and much comes to you.',
    },
    { postcode: here, why: 'Eastlock, a short walk from the Hartlow border.' },
    { postcode: there, why: 'Hartlow, a short walk from the one above.' },
  ];
}

function overTheBorder(all: readonly DemoPostcode[], one: string, other: string): [string, string] {
  let best: [string, string] = ['', ''];
  let bestMiss = Number.POSITIVE_INFINITY;
  const others = all.filter(({ borough }) => borough === other);
  for (const here of all.filter(({ borough }) => borough === one)) {
    for (const there of others) {
      const miss = Math.abs(metresBetween([here.lon, here.lat], [there.lon, there.lat]) - 400);
      if (miss < bestMiss) [best, bestMiss] = [[here.postcode, there.postcode], miss];
    }
  }
  return best;
}

function written({ postcode, part, spot }: { postcode: string; part: string; spot: Km }): DemoPostcode {
  const [lon, lat] = toLonLat(spot);
  return { postcode, lat, lon, borough: part.slice(0, 3), neighbourhood: part };
}

function nearest(own: readonly Part[], spot: Km): Part {
  return own.reduce((best, part) =>
    kmBetween(part.centre, spot) < kmBetween(best.centre, spot) ? part : best,
  );
}

function freshUnit(sector: string, taken: Set<string>, throws: Dice): string {
  for (;;) {
    const unit = `${sector}${throws.pick([...unitLetters])}${throws.pick([...unitLetters])}`;
    if (!taken.has(unit)) {
      taken.add(unit);
      return unit;
    }
  }
}
