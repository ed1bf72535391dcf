// Shapes of what the slices hand down, for whoever needs no more than the words.
import type { Db, Tx } from './db/open.ts';
import type { Actor } from './permit.ts';

export type * from './handed-bodies.ts';

/** Something that wants a look of one person, and about how many minutes it takes. */
export interface WeekItem {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly url: string;
  readonly action: string;
  readonly minutes: number;
}

/** A stretch of the network’s working time. */
export type Span = { readonly days: number } | { readonly hours: number };

/** How long after its opening a promise climbs to the second contact, the home centre and the hub; each is longer. */
export type Pace = readonly [Span, Span, Span];

/** An event as it stands in the record. */
export interface Recorded {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly organisationId: string | null;
  readonly actorPersonId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What there is to tell of an organisation, or of one of its services, in words that everybody may read. */
export interface ToldNews {
  readonly organisationId: string;
  readonly serviceId?: string;
  readonly words: string;
}

/** How an event is told to those who follow an organisation or a service. */
export interface News {
  readonly event: string;
  readonly tell: (db: Db, event: Recorded) => Promise<readonly ToldNews[]>;
}

/** What those who follow something hear. */
export interface ToldToFollowers {
  readonly news?: readonly News[];
  readonly silentSources?: readonly SilentSources[];
}

/** Lists of others that cannot be read now, by the name that their records carry as their source. */
type SilentSources = (db: Db) => Promise<readonly { source: string; goodAt: Date | null }[]>;

/** One message to one mailbox. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly organisationId?: string;
  /** How long it waits until it goes out, in milliseconds; because people sleep. */
  readonly waitsMs?: number;
  /** Where one stops all messages of this kind. */
  readonly stopUrl?: string;
  /** In the foot: why it came, where that is not for an organisation’s sake. */
  readonly why?: string;
}

/** One thing that somebody answers for. */
export interface HeldThing {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
}

/** What has to be settled before an account is closed, and where. */
export interface InTheWay {
  readonly why: string;
  readonly label: string;
  readonly href: string;
}

export interface LoopWords {
  readonly thingId: string;
  readonly title: string;
  readonly text: string;
  /** Where its owner answers. */
  readonly url: string;
  readonly action: string;
  /** Where those it has climbed to can look at it, when they may not answer themselves. */
  readonly lookUrl?: string;
  /** The organisation that can give the answer, however far the promise has climbed. */
  readonly answersId?: string;
  /** Answers that whoever was asked first gives in their inbox with one press. */
  readonly presses?: Presses;
}

/** A form of a few buttons: its name and address, and what each button sends. */
export interface Presses {
  readonly form: string;
  readonly action: string;
  readonly field: string;
  readonly buttons: readonly { readonly value: string; readonly label: string }[];
}

export interface QueueRow {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  /** What one goes there for, where it is more than looking. */
  readonly go?: string;
  readonly text: string;
  /** `late` rows are drawn as such and come first. */
  readonly late: boolean;
  /** Since when. */
  readonly at?: Date;
  /** Who is to act: the page adds the name and the number to ring. */
  readonly waitsFor?: string;
}

/** What a picture on a page needs to know of an image. */
export interface ShownImage {
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** The network's own words for the frame around every page. */
export interface NetworkWords {
  readonly name: string;
  readonly strapline: string;
  readonly hubName: string;
  readonly hubPhone: string;
  readonly hubEmail: string;
  readonly practice: boolean;
  /** A notice over every page, from and until a moment of network time. */
  readonly banner: {
    readonly text: string;
    readonly warns: boolean;
    readonly from: Date | null;
    readonly until: Date | null;
  };
  /** Whether the front door was opened; until then no search engine is let in. */
  readonly open: boolean;
  /** A colour of the network's own, and the sheet that puts it on. */
  readonly look?: { readonly colour: string; readonly sheet: string } | undefined;
  /** In place of the mark beside the name. */
  readonly logo?: ShownImage | undefined;
  readonly language: string;
  readonly hoursAhead: number;
}

/** A line of a short list: where it leads, and a word beside it. */
export interface PanelRow {
  readonly label: string;
  readonly href: string;
  readonly note: string;
}

/** Something to do on the first day in a position, with the page where it is done. */
export interface TourStep {
  readonly place: number;
  readonly label: string;
  readonly text: string;
  /** The address for this person; undefined where the step is not for them. */
  readonly forWhom: (actor: Actor) => string | undefined;
}

export interface HeldAbout {
  readonly table: string;
  /** The columns by which a row is about a person; a law asks that there is none without. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly read: (db: Db, who: { id: string; email: string }) => Promise<readonly object[]>;
}

/** What the network keeps about an organisation, as one table for whoever takes everything with them. */
export interface OwnedBy {
  /** The columns, as `schema.table.column`, by which rows belong to it; a law asks that there is none without. */
  readonly keys: readonly string[];
  /** `people` becomes the file people.csv. */
  readonly file: string;
  readonly label: string;
  /** As the reader may see them. The names of the first row are the headings. */
  readonly read: (db: Db, organisationId: string) => Promise<readonly object[]>;
}

export interface StepState {
  /** `open`: nothing there yet; `partly`: it works, and something is missing. */
  readonly state: 'done' | 'partly' | 'open';
  /** What there is, and what is missing. */
  readonly words: string;
}

export interface PassedThing {
  readonly id: string;
  readonly fromPersonId: string;
  readonly toOrganisationId: string;
  readonly toPersonId: string;
}

/** What only a practice network can do to itself; absent in every other. */
export interface PracticeRoom {
  /** Does what falls due by then, and sends what follows from it. Returns pieces by the name of the work. */
  catchUp(until: Date): Promise<ReadonlyMap<string, number>>;
  backToFirstDay(): Promise<void>;
}

/** Things that can be found, and the view that publishes their public words. */
export interface DocumentSource {
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  /** The published views, with their schema: `register.search_document` has the columns of `directory.document`. */
  readonly view: string;
  readonly placesView: string;
  /** Events after which documents are made again, and the ids of the documents each one touches. */
  readonly touchedBy: readonly string[];
  readonly touched: (tx: Tx, event: Recorded) => Promise<readonly string[]>;
  readonly url: (id: string, name: string) => string;
}

/** What details of people are used for: a line of the privacy notice and of the record of processing (UK GDPR, 13, 30). */
export interface Use {
  readonly name: string;
  /** Tables that hold something personal for it; a law asks that each is in one use. */
  readonly tables: readonly string[];
  readonly why: string;
  readonly ground: string;
  /** Who may come to read it. */
  readonly who: string;
  readonly kept: string;
}
