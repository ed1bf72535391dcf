import type { access, languages, waysIn } from '../../slices/register/lists/access.ts';
import type { legalForms, organisationKinds } from '../../slices/register/lists/kinds.ts';
import type { peopleServed } from '../../slices/register/lists/people-served.ts';
import type { themes } from '../../slices/register/lists/themes.ts';

export type Theme = keyof typeof themes;
export type PeopleServed = keyof typeof peopleServed;
export type OrganisationKind = keyof typeof organisationKinds;
export type LegalForm = keyof typeof legalForms;
export type Access = keyof typeof access;
export type Language = keyof typeof languages;
export type WayIn = keyof typeof waysIn;

/** Longitude first, as in GeoJSON. */
export type LonLat = readonly [lon: number, lat: number];

export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

export interface DemoNetwork {
  name: string;
  place: string;
  strapline: string;
  promise: { title: string; sentences: string[] };
  hub: {
    key: string;
    name: string;
    summary: string;
    description: string;
    phone: string;
    email: string;
  } & Spot;
}

export interface DemoArea {
  code: string;
  name: string;
  level: 'region' | 'sub_region' | 'borough' | 'neighbourhood';
  parent?: string;
  lat: number;
  lon: number;
  /** Boroughs only: one closed ring, first point repeated last. */
  outline?: LonLat[];
}

export interface DemoLine {
  name: string;
  line: LonLat[];
}

export interface DemoPostcode {
  postcode: string;
  lat: number;
  lon: number;
  borough: string;
  neighbourhood: string;
}

export interface Spot {
  venue: string;
  address: string;
  postcode: string;
}

interface DemoWorker {
  name: string;
  email: string;
  position: 'admin' | 'worker';
}

interface DemoQuestion {
  key: string;
  question: string;
  hint?: string;
  kind: 'text' | 'yes_no' | 'choice';
  choices?: string[];
  required: boolean;
}

export interface DemoCentre extends Spot {
  key: string;
  name: string;
  summary: string;
  description: string;
  /** Boroughs it looks after; the first is where it stands. */
  covers: string[];
  phone: string;
  email: string;
  opening: string;
  workers: [DemoWorker, DemoWorker];
  /** Runs the page, too, and is seldom there. Two centres have nobody for that. */
  chair?: { name: string; email: string };
  questions: DemoQuestion[];
}

type DemoPosition = 'admin' | 'worker' | 'trustee' | 'coordinator' | 'link-worker' | 'data-lead';

export interface DemoPerson {
  key: string;
  name: string;
  email: string;
  /** Key of the hub, a centre or an organisation; nobody for volunteers. */
  organisation?: string;
  position?: DemoPosition;
  postcode: string;
  /** Only where it matters to the story. */
  age?: number;
  about: string;
}

export interface DemoOrganisation {
  key: string;
  name: string;
  otherNames: string[];
  kind: OrganisationKind;
  legalForm: LegalForm;
  registerNumber?: { scheme: 'GB-CHC' | 'GB-COH'; id: string };
  summary: string;
  description: string;
  themes: Theme[];
  people: PeopleServed[];
  /** Borough codes; the first is home. */
  worksIn: string[];
  place: Spot & { show: 'public' | 'area' | 'hidden' };
  phone: string;
  email: string;
  website?: string;
  contactLabel: string;
  access: Access[];
  languages: Language[];
  volunteers: number;
  registeredDaysAgo: number;
  checkedDaysAgo: number;
  state: 'active' | 'paused' | 'closed' | 'submitted' | 'returned';
  /** For the centre's worker, or the reason of a pause, a closing or a return. */
  note?: string;
  /** Answers to the own questions of the centres it is sent to. */
  answers?: { centre: string; question: string; answer: string }[];
}

export interface DemoSchedule {
  days: Weekday[];
  opens: string;
  closes: string;
  note?: string;
}

export interface DemoService {
  key: string;
  organisation: string;
  name: string;
  summary: string;
  description: string;
  forWhom: string;
  notFor?: string;
  themes: Theme[];
  people: PeopleServed[];
  ages?: { from?: number; to?: number };
  cost: { pence: number | null; words: string };
  wayIn: WayIn;
  schedules: DemoSchedule[];
  /** Absent: at the organisation's own place. */
  place?: Spot;
  /** For services that come to you. */
  coversBoroughs?: string[];
  languages: Language[];
  access: Access[];
  status: 'open' | 'paused' | 'temporarily_closed';
  statusNote?: string;
  takingReferrals: boolean;
  openToVolunteers: boolean;
  checkedDaysAgo: number;
}

export interface TryPostcode {
  postcode: string;
  why: string;
}
