import type { Part } from './areas.ts';
import { type Dice, dice } from './dice.ts';
import { oldBuildings, outdoors, saints, streets } from './lists/words.ts';
import type { Access, DemoPostcode, Spot } from './shapes.ts';

export interface Venue extends Spot {
  street: string;
  access: Access[];
}

const allAccess: Access[] = ['step_free', 'wide_toilet', 'hearing_loop', 'parking', 'bus', 'quiet', 'sign'];

/** Six halls and three outdoor places for each neighbourhood; groups share them, as groups do. */
export function venuesOf(
  part: Part,
  borough: string,
  all: readonly DemoPostcode[],
): { in: Venue[]; out: Venue[] } {
  const throws = dice(`venues ${part.code}`);
  const postcodes = all.filter(({ neighbourhood }) => neighbourhood === part.code);
  const roads = throws.some(streets, 9);
  function venue(street: string, name: string): Venue {
    return {
      venue: name,
      street,
      address: `${throws.whole(1, 140)} ${street}, ${part.name}, ${borough}`,
      postcode: throws.pick(postcodes).postcode,
      access: throws.some(allAccess, throws.whole(1, 5)),
    };
  }
  const names = hallNames(part.name, roads, throws);
  return {
    in: names.map((name, index) => venue(roads[index] ?? 'Tansy Street', name)),
    out: roads.slice(6).map((street) => {
      return venue(street, throws.pick(outdoors).replace('{street}', street).replace('{place}', part.name));
    }),
  };
}

function hallNames(place: string, roads: readonly string[], throws: Dice): string[] {
  return [
    `${roads[0]} Hall`,
    `St ${throws.pick(saints)}’s church hall, ${place}`,
    `${place} Library`,
    `The Old ${throws.pick(oldBuildings)}, ${place}`,
    throws.pick([`${place} Community Centre`, `${place} Institute`, `${place} Social Club`]),
    throws.pick([
      `${place} Primary School`,
      `${place} Methodist Rooms`,
      `${place} Mosque`,
      `${place} Gurdwara`,
    ]),
  ];
}
