import { z } from 'zod';

const Identifier = z.strictObject({ scheme: z.string(), id: z.string() });
const SourceOf = z.strictObject({ name: z.string(), id: z.string(), at: z.string() });

const Place = z.strictObject({
  venue: z.string().nullable(),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  /** False where only about where is known: a kilometre, not a door. */
  precise: z.boolean(),
});

const Checked = {
  freshness: z.enum(['ok', 'due', 'old', 'none']),
  checked_at: z.string().nullable(),
  changed_at: z.string(),
  language: z.string(),
};

/** An organisation as strangers may read it. */
export const OrganisationRecord = z.strictObject({
  id: z.uuid(),
  kind: z.literal('organisation'),
  name: z.string(),
  other_names: z.array(z.string()),
  url: z.url(),
  organisation_kind: z.string(),
  legal_form: z.string(),
  summary: z.string().nullable(),
  description: z.string().nullable(),
  themes: z.array(z.string()),
  people_served: z.array(z.string()),
  access: z.array(z.string()),
  languages: z.array(z.string()),
  website: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  areas: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  place: Place.nullable(),
  home_centre_id: z.uuid().nullable(),
  identifiers: z.array(Identifier),
  sources: z.array(SourceOf),
  ...Checked,
});
export type OrganisationRecord = z.infer<typeof OrganisationRecord>;

export const ServiceRecord = z.strictObject({
  id: z.uuid(),
  kind: z.literal('service'),
  name: z.string(),
  url: z.url(),
  organisation: z.strictObject({ id: z.uuid(), name: z.string() }),
  status: z.enum(['open', 'paused', 'temporarily_closed']),
  summary: z.string().nullable(),
  description: z.string().nullable(),
  for_whom: z.string().nullable(),
  not_for: z.string().nullable(),
  themes: z.array(z.string()),
  people_served: z.array(z.string()),
  access: z.array(z.string()),
  languages: z.array(z.string()),
  age_from: z.number().nullable(),
  age_to: z.number().nullable(),
  cost_pence: z.number().nullable(),
  cost: z.string().nullable(),
  way_in: z.string(),
  /** As the group said it within the last thirty days; null is: ask. */
  wait: z.string().nullable(),
  taking_referrals: z.boolean(),
  open_to_volunteers: z.boolean(),
  schedules: z.array(
    z.strictObject({
      days: z.array(z.string()),
      opens: z.string().nullable(),
      closes: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  places: z.array(Place),
  identifiers: z.array(Identifier),
  sources: z.array(SourceOf),
  ...Checked,
});
export type ServiceRecord = z.infer<typeof ServiceRecord>;
