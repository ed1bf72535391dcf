import type { GivenPlace, Outcome } from './import.ts';

interface ServiceValues {
  name: string;
  status: string;
  status_note: string;
  summary: string;
  description: string;
  for_whom: string;
  not_for: string;
  themes: readonly string[];
  people_served: readonly string[];
  access: readonly string[];
  languages: readonly string[];
  age_from: number;
  age_to: number;
  cost_pence: number;
  cost_words: string;
  way_in: string;
  taking_referrals: boolean;
  open_to_volunteers: boolean;
  website: string;
}
export type GivenServiceValues = Partial<ServiceValues> & { name: string };

export interface GivenSchedule {
  days: readonly string[];
  opens: string | null;
  closes: string | null;
  note: string;
}

/** Who holds a service: an organisation by the id a list gives it, or one of our own records. */
type Holder = { source: string; sourceId: string } | { ownId: string };

/** What a list held by others says about a service. What it does not say is missing, never empty. */
export interface GivenService {
  line: number;
  source: string;
  sourceId: string;
  ownId?: string;
  digest: Buffer;
  holder: Holder;
  values: GivenServiceValues;
  schedules: readonly GivenSchedule[];
  checkedAt?: Date;
}

/** A place where services are held, by the ids that the list gives. */
export interface GivenLocation {
  line: number;
  source: string;
  sourceId: string;
  digest: Buffer;
  serviceIds: readonly string[];
  place: GivenPlace;
}

export interface GivenLink {
  line: number;
  source: string;
  serviceId: string;
  locationId: string;
}

/** What came of a row, or why it could not be taken. */
export type Answer = Outcome | { reason: string };

/** What is to be written for a batch of services. */
export interface MadeService {
  id: string;
  organisationId: string;
  row: GivenService;
}

export interface KeptService {
  id: string;
  row: GivenService;
  /** What this row may write. */
  values: Partial<GivenServiceValues>;
  /** Its times too. */
  withTimes: boolean;
}
