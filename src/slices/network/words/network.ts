import { z } from 'zod';

/** The clocks of the network, in working days or months; each is a setting (`journeys.md` has the defaults). */
export const Clocks = z.object({
  registration_answer_days: z.number().int().min(1).max(30),
  climb_days: z.number().int().min(1).max(30),
  check_due_months: z.number().int().min(1).max(36),
  check_old_months: z.number().int().min(1).max(36),
  check_out_months: z.number().int().min(1).max(48),
  suggestion_answer_days: z.number().int().min(1).max(60),
  hello_answer_days: z.number().int().min(1).max(60).default(10),
  help_answer_days: z.number().int().min(1).max(30).default(2),
  enquiry_answer_days: z.number().int().min(1).max(30).default(1),
  introduction_answer_days: z.number().int().min(1).max(30).default(5),
});
export type Clocks = z.infer<typeof Clocks>;

export const defaultClocks: Clocks = {
  registration_answer_days: 3,
  climb_days: 2,
  check_due_months: 6,
  check_old_months: 9,
  check_out_months: 12,
  suggestion_answer_days: 5,
  hello_answer_days: 10,
  help_answer_days: 2,
  enquiry_answer_days: 1,
  introduction_answer_days: 5,
};

export interface Network {
  name: string;
  strapline: string;
  practice: boolean;
  /** What anybody can expect, a sentence each. */
  promise: readonly string[];
  clocks: Clocks;
  hubName: string;
  hubPhone: string;
  hubEmail: string;
  dataLicence: string;
  language: string;
  /** What stands over every page, how loud, and from when until when. */
  banner: string;
  bannerLevel: string;
  bannerFrom: Date | null;
  bannerUntil: Date | null;
  /** When the front door was opened; not at all while the network is set up. */
  publishedAt: Date | null;
  welcome: string;
  /** What one centre is called here, and several. */
  centreWord: string;
  centresWord: string;
  /** Of the bar over every page, as `#12483b`; empty for the one that Joinery comes with. */
  colour: string;
  /** In place of the mark, and what it shows. */
  logo: { id: string | null; alt: string };
  /** Pictures of another server under the map, and who drew them; empty for our own ground alone. */
  map: { tiles: string; credit: string };
  /** Whose bank holidays count. */
  nation: string;
  /** What nearness and being checked lately count for among search results, where the very name counts for ten. */
  weights: { nearness: number; freshness: number };
  /** Hours of the day between which no letter goes out; the same twice means never. */
  quiet: { from: number; until: number };
  version: number;
}

/** What an empty network is called until somebody says who it is. */
export const unnamed = 'A new network';

/** What a new network starts with. `practice` can be given only now. */
export interface NewNetwork {
  name: string;
  strapline: string;
  practice: boolean;
  promise: readonly string[];
  hubName: string;
  hubPhone: string;
  hubEmail: string;
  /** Its front door stays closed until the coordinator opens it. */
  opensLater?: boolean;
}

/** Days on which nobody is expected to answer: `2026-12-25`. */
export type BankHolidays = ReadonlySet<string>;
