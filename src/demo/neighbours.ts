import { type Answered, type Asked, type Egress, NotReached } from '../platform/egress/words.ts';

/** A service as a neighbour keeps it: who, what, where, when. */
interface Kept {
  readonly by: string;
  readonly name: string;
  readonly says: string;
  readonly venue: string;
  readonly street: string;
  readonly postcode: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

const council: readonly Kept[] = [
  kept(
    'Underwold Home Library',
    'Books brought to your door',
    'A volunteer brings a bag of books every third week and has time for a chat.',
    ['Underwold Library', '2 Chapel Steps', 'AV10 5JX'],
    ['TH', '10:00', '16:00'],
  ),
  kept(
    'Underwold Home Library',
    'Reading aloud at the fireside',
    'One story, one hour. Nobody has to say anything afterwards.',
    ['Underwold Library', '2 Chapel Steps', 'AV10 5JX'],
    ['TU', '14:00', '15:00'],
  ),
  kept(
    'Wold Top Transport',
    'The Thursday bus',
    'A minibus with a lift from the hill farms to the market and back. Ring the day before.',
    ['Wold Top Garage', 'Sheepwash Lane', 'AV10 2NW'],
    ['TH', '09:00', '13:00'],
  ),
  kept(
    'Wold Top Transport',
    'Lifts to hospital',
    'Neighbours with cars take you to an appointment and wait for you.',
    ['Wold Top Garage', 'Sheepwash Lane', 'AV10 2NW'],
    ['MO,TU,WE,TH,FR', '09:00', '17:00'],
  ),
  kept(
    'Underwold Carers’ Kitchen',
    'Carers’ supper',
    'A hot meal for people who look after somebody, with company for whoever you care for.',
    ['The Old Creamery', '7 Dairy Row', 'AV10 3BE'],
    ['WE', '18:00', '20:00'],
  ),
  kept(
    'Underwold Carers’ Kitchen',
    'Soup to take home',
    'Two portions, no questions asked.',
    ['The Old Creamery', '7 Dairy Row', 'AV10 3BE'],
    ['FR', '12:00', '14:00'],
  ),
];

const libraries: readonly Kept[] = [
  kept(
    'Nine Elders Reading Room',
    'Help with forms',
    'Bring the letter. We fill it in together and keep no copy.',
    ['Reading Room', '1 Elder Green', 'AV9 4LL'],
    ['MO', '10:00', '12:00'],
  ),
  kept(
    'Nine Elders Reading Room',
    'First steps on a tablet',
    'Six tablets to borrow, and somebody beside you.',
    ['Reading Room', '1 Elder Green', 'AV9 4LL'],
    ['WE', '14:00', '16:00'],
  ),
  kept(
    'Nine Elders Reading Room',
    '',
    'To be written.',
    ['Reading Room', '1 Elder Green', 'AV9 4LL'],
    ['FR', '10:00', '11:00'],
  ),
];

export const councilFeed = {
  address: 'https://directory.underwold.example/oruk',
  source: 'Underwold Council’s directory',
  licence: 'Open Government Licence v3.0',
};
export const librariesFeed = {
  address: 'https://libraries.nine-elders.example/oruk',
  source: 'Libraries of Nine Elders',
  licence: 'CC BY 4.0: Nine Elders Library Trust',
};

/**
 * The web as far as a practice network asks it: two invented neighbours serve their lists of services, and every other
 * name that ends in `.example` means nobody. What is real is asked beyond.
 */
export function inventedWeb(beyond: Egress): Egress {
  return {
    async ask(asked) {
      const url = URL.canParse(asked.address) ? new URL(asked.address) : undefined;
      if (!url?.hostname.endsWith('.example')) return beyond.ask(asked);
      const services = feeds.get(url.hostname);
      if (!services) throw new NotReached('name', `There is no “${url.hostname}” in the web.`);
      return answerOf(asked, pageOf(url, services));
    },
  };
}

const feeds: ReadonlyMap<string, readonly Kept[]> = new Map([
  [new URL(councilFeed.address).hostname, council],
  [new URL(librariesFeed.address).hostname, libraries],
]);

function pageOf({ pathname }: URL, services: readonly Kept[]): object | undefined {
  if (pathname === '/oruk/') return { version: 'HSDS-UK-3.0' };
  if (pathname !== '/oruk/services') return undefined;
  const size = services.length;
  return {
    ...{
      total_items: size,
      total_pages: 1,
      page_number: 1,
      size,
      first_page: true,
      last_page: true,
      empty: false,
    },
    contents: services.map(asService),
  };
}

function answerOf({ address }: Asked, body: object | undefined): Answered {
  return {
    status: body ? 200 : 404,
    address,
    type: 'application/json',
    body: Buffer.from(JSON.stringify(body ?? {})),
    header: () => undefined,
  };
}

function asService(one: Kept, at: number): object {
  const id = (what: string) => `${what}-${at + 1}`;
  const holder = one.by.toLowerCase().replace(/[^a-z]+/g, '-');
  return {
    ...{ id: id('service'), name: one.name, status: 'active', description: one.says },
    organization: { id: holder, name: one.by, description: one.says },
    schedules: [{ id: id('times'), byday: one.day, opens_at: `${one.from}:00`, closes_at: `${one.to}:00` }],
    service_at_locations: [
      {
        id: id('at'),
        location: {
          ...{ id: one.postcode, location_type: 'physical', name: one.venue },
          addresses: [{ address_1: one.street, city: 'Ambry Vale', postal_code: one.postcode }],
        },
      },
    ],
  };
}

function kept(
  by: string,
  name: string,
  says: string,
  [venue, street, postcode]: readonly [string, string, string],
  [day, from, to]: readonly [string, string, string],
): Kept {
  return { by, name, says, venue, street, postcode, day, from, to };
}
