import { areas, rail, water } from './areas.ts';
import { generatedGroups } from './generated.ts';
import { generatedServices } from './generated-services.ts';
import { completeOrganisation, completeServices } from './known.ts';
import { cast as castList } from './lists/cast.ts';
import { centres as centreList } from './lists/centres.ts';
import { federationGroups } from './lists/federation.ts';
import { knownGroups } from './lists/known-groups.ts';
import { waitingGroups } from './lists/waiting-groups.ts';
import { network as written } from './network.ts';
import { postcodes as drawPostcodes, tryPostcodes } from './postcodes.ts';
import type {
  DemoArea,
  DemoCentre,
  DemoLine,
  DemoNetwork,
  DemoOrganisation,
  DemoPerson,
  DemoPostcode,
  DemoService,
  TryPostcode,
} from './shapes.ts';
import { wholePostcode } from './spots.ts';

export interface Region {
  network: DemoNetwork;
  areas: DemoArea[];
  water: DemoLine[];
  rail: DemoLine[];
  postcodes: DemoPostcode[];
  tryPostcodes: TryPostcode[];
  centres: DemoCentre[];
  cast: DemoPerson[];
  organisations: DemoOrganisation[];
  services: DemoService[];
}

const generatedCount = 420;

/** The invented region: the same every time, for the practice network, the tests and the docs. */
export function region(): Region {
  const postcodes = drawPostcodes();
  function whole<T extends { postcode: string }>(thing: T, key: string): T {
    return { ...thing, postcode: wholePostcode(postcodes, thing.postcode, key) };
  }
  const known = [...knownGroups, ...federationGroups, ...waitingGroups];
  const phones = new Set([...known, ...centreList].map(({ phone }) => phone));
  const generated = generatedGroups(generatedCount, postcodes, phones);
  return {
    network: { ...written, hub: whole(written.hub, 'hub') },
    areas: areas(),
    water: water(),
    rail: rail(),
    postcodes,
    tryPostcodes: tryPostcodes(postcodes),
    centres: centreList.map((centre) => whole(centre, centre.key)),
    cast: castList.map((person) => whole(person, person.key)),
    organisations: [
      ...known.map(completeOrganisation).map((one) => ({ ...one, place: whole(one.place, one.key) })),
      ...generated.map(({ organisation }) => organisation),
    ],
    services: [...known.flatMap(completeServices), ...generatedServices(generated)],
  };
}
