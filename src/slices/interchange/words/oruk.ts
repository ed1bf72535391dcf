import { z } from 'zod';

const Said = z.union([z.string(), z.number(), z.boolean()]).nullish();

const Address = z.object({ address_1: Said, address_2: Said, city: Said, postal_code: Said });
const Location = z.object({
  id: z.string(),
  location_type: Said,
  name: Said,
  latitude: Said,
  longitude: Said,
  addresses: z.array(Address).nullish(),
});
export type OrukLocation = z.infer<typeof Location>;

const Schedule = z.object({ byday: Said, opens_at: Said, closes_at: Said, description: Said });
export type OrukSchedule = z.infer<typeof Schedule>;

const Identifier = z.object({ identifier_scheme: Said, identifier: Said });
const Organization = z.object({
  id: z.string(),
  name: z.string(),
  description: Said,
  email: Said,
  website: Said,
  url: Said,
  organization_identifiers: z.array(Identifier).nullish(),
});
export type OrukOrganization = z.infer<typeof Organization>;

/** A service of Open Referral UK 3.0 with what is nested in it; what we make nothing of may stand beside it. */
export const OrukService = z.looseObject({
  id: z.string(),
  organization: Organization,
  schedules: z.array(Schedule).nullish(),
  service_at_locations: z.array(z.object({ location: Location.nullish() })).nullish(),
});
export type OrukService = z.infer<typeof OrukService>;

/** A page of a feed, or a plain array. */
export const OrukFile = z.union([
  z.array(z.unknown()),
  z.object({ contents: z.array(z.unknown()) }).transform((page) => page.contents),
  z.object({ services: z.array(z.unknown()) }).transform((page) => page.services),
]);
