import { plainText } from './feed-text.ts';

type Thing = Readonly<Record<string, unknown>>;

/**
 * A service of a feed in the layout of 3.0, whichever it came in, and as plain text. It trusts nothing: what has another
 * type than it should is left out, and the reader of services says what is missing.
 */
export function asServiceOf3(given: unknown): unknown {
  if (!isThing(given)) return given;
  const service = thingIn(asText(given));
  const places = things(service.service_at_locations).map(placeOf3);
  const times = [...things(service.schedules), ...things(service.regular_schedules)];
  const atPlaces = things(service.service_at_locations).flatMap((one) => things(one.regular_schedule));
  const fees = service.fees ?? feesOf(things(service.cost_options));
  const ages = things(service.eligibilitys)[0];
  return {
    ...service,
    id: idOf(service.id),
    organization: organizationOf3(service.organization),
    schedules: times.length > 0 ? times : atPlaces,
    service_at_locations: places,
    minimum_age: service.minimum_age ?? ages?.minimum_age,
    maximum_age: service.maximum_age ?? ages?.maximum_age,
    eligibility_description: service.eligibility_description ?? ages?.eligibility,
    ...(fees === undefined ? {} : { fees }),
  };
}

/** Whether the rest is in it already; the lists of 3.0 hold services without their places and times. */
export function isFull(given: unknown): boolean {
  const marks = ['service_at_locations', 'schedules', 'regular_schedules'];
  return isThing(given) && isThing(given.organization) && marks.some((mark) => Array.isArray(given[mark]));
}

function organizationOf3(given: unknown): unknown {
  if (!isThing(given)) return given;
  return { ...given, id: idOf(given.id), website: given.website ?? given.url };
}

function placeOf3(given: Thing): Thing {
  const { location } = given;
  if (!isThing(location)) return {};
  const { addresses, physical_addresses } = location;
  return {
    location: { ...location, id: idOf(location.id), addresses: things(addresses ?? physical_addresses) },
  };
}

/** `Adults: £3.50 a session` */
function feesOf(options: readonly Thing[]): string | undefined {
  const said = options.flatMap(({ option, amount, amount_description }) => {
    const price = amount === undefined || amount === null || amount === '' ? '' : `£${amount}`;
    const words = [price, plain(amount_description)].filter((part) => part !== '').join(' ');
    return words === '' ? [] : [plain(option) === '' ? words : `${plain(option)}: ${words}`];
  });
  return said.length === 0 ? undefined : said.slice(0, 3).join('; ');
}

/** Ids of 1.0 may be figures. */
function idOf(given: unknown): unknown {
  return typeof given === 'number' ? String(given) : given;
}

function plain(given: unknown): string {
  return typeof given === 'string' || typeof given === 'number' ? String(given) : '';
}

function things(given: unknown): Thing[] {
  return Array.isArray(given) ? given.slice(0, 50).filter(isThing) : [];
}

function thingIn(given: unknown): Thing {
  return isThing(given) ? given : {};
}

function isThing(given: unknown): given is Thing {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

/** Whoever read the JSON has counted how deep it goes. */
function asText(given: unknown): unknown {
  if (typeof given === 'string') return plainText(given);
  if (Array.isArray(given)) return given.map(asText);
  if (!isThing(given)) return given;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, asText(value)]));
}
