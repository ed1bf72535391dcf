import type { Database, Db, Tx } from './db/open.ts';
import type { Egress } from './egress/words.ts';
import type {
  Bodies,
  DocumentSource,
  HeldAbout,
  HeldThing,
  Holder,
  InTheWay,
  Ladder,
  Letter,
  LoopWords,
  NetworkWords,
  OwnedBy,
  Pace,
  PanelRow,
  PassedThing,
  PracticeRoom,
  QueueRow,
  Recorded,
  Standing,
  StepState,
  ToldToFollowers,
  TourStep,
  Use,
  WeekItem,
} from './handed.ts';
import type { MakePdf } from './pdf.ts';
import type { Actor, HeldPosition, Session } from './permit.ts';
import type { Vault } from './vault.ts';

export type * from './handed.ts';

/** The one door by which the outside comes in. */
export interface Ctx {
  readonly db: Database;
  readonly actor: Actor;
  /** Network time: promises, freshness, reminders. A practice network can move it on. */
  readonly now: Date;
  /** The machine's time: sessions, codes, rates, the record. */
  readonly machineNow: Date;
  readonly newId: () => string;
  /** A 256-bit token, for an address that must not be guessed. */
  readonly newToken: () => string;
  readonly newCode: () => string;
  /** What the slices hand down to the floors below them. */
  readonly house: House;
  /** Closes and opens what the database keeps but may not read, like the secret of an authenticator. */
  readonly vault: Vault;
  /** The one way to ask other servers. */
  readonly egress: Egress;
  /** The address people type; links in mail begin with it. */
  readonly publicUrl: string;
  /** Where mail is handed over; without it mail is kept and shown. */
  readonly smtpUrl?: string;
  /** Where the embedded database lives, for looking how much room is left. */
  readonly dataFolder?: string;
  /** The list of what was taken away for good, beside the backups. */
  readonly erasedFile?: string;
  /** Whether backups are made of this network by itself. */
  readonly backsUp?: boolean;
  /** Whoever shows it may read the numbers of this server from elsewhere. */
  readonly metricsToken?: string;
  /** Nobody fills in a form in less, in milliseconds; nothing in a practice network, where people try things. */
  readonly quickestMs: number;
  readonly practice?: PracticeRoom;
  /** Where there is a browser to make them. */
  readonly makePdf?: MakePdf;
}

/** Runs in the transaction of the event, so it may be neither slow nor fail. */
export interface Subscriber {
  /** Names of events, or `all` for whoever looks at each and decides. */
  readonly events: readonly string[] | 'all';
  readonly hear: (tx: Tx, ctx: Ctx, event: Recorded) => Promise<void>;
}

/** Who is told of an event, and in which words. Written by a job, soon after. */
export interface Messages {
  readonly event: string;
  readonly write: (tx: Tx, ctx: Ctx, event: Recorded) => Promise<readonly Letter[]>;
}

/** A kind of open promise: how it is called, where it leads, and what its owner is to do. */
export interface LoopKind {
  readonly kind: string;
  readonly label: string;
  /** Whether somebody may keep this promise for the organisation that owns it. */
  readonly mayAnswer: (actor: Actor, ownerOrganisationId: string) => boolean;
  /** When it climbs, if not as the clocks of the network say. */
  readonly pace?: Pace;
  /** What is waited for, by the id of the thing. Things that are gone are left out. */
  readonly describe: (db: Db, thingIds: readonly string[]) => Promise<readonly LoopWords[]>;
}

/**
 * Something a person answers for at an organisation. Nobody leaves before somebody else does: each thing is offered to
 * a taker, and what is left on the last day goes to whoever answers for the organisation then.
 */
export interface Duty {
  readonly kind: string;
  readonly label: string;
  readonly of: (db: Db, ctx: Ctx, who: Holder) => Promise<readonly HeldThing[]>;
  /** In the transaction of the taker's yes, or of the last day. */
  readonly pass: (tx: Tx, ctx: Ctx, thing: PassedThing) => Promise<void>;
}

/** Work that falls due at a moment of network time. */
export interface DueWork {
  readonly name: string;
  /** When the next piece falls due, if that is not later than `until`. */
  readonly next: (db: Db, until: Date) => Promise<Date | undefined>;
  /** Does what is due at `ctx.now`, and leaves nothing due then. Returns how many pieces. */
  readonly run: (ctx: Ctx) => Promise<number>;
}

/** What runs later, by its name; it gets the payload it was added with, and hears when the process has to end. */
export type Jobs = Readonly<Record<string, (ctx: Ctx, payload: unknown, end?: AbortSignal) => Promise<void>>>;

/** A list of the coordinator's page: things that want somebody's attention. */
export interface Queue {
  readonly name: string;
  readonly label: string;
  readonly next: string;
  readonly read: (ctx: Ctx, limit: number) => Promise<{ total: number; rows: readonly QueueRow[] }>;
  /** What can be done about a row right there, besides setting it aside until a day. */
  readonly moves?: readonly Move[];
  /** Whether a row can be done with for good, although nothing else takes it off the list. */
  readonly canEnd?: true;
}

export interface Move {
  readonly name: string;
  readonly label: string;
  /** What is said of it afterwards. */
  readonly done: string;
  /** How many days the row then stays off the list, if nothing happens. */
  readonly daysAway: number;
  readonly make: (ctx: Ctx, rowId: string) => Promise<void>;
}

/** A short list on a person's own page. */
export interface Panel {
  readonly title: string;
  readonly read: (ctx: Ctx) => Promise<readonly PanelRow[]>;
}

/** Things for the short list of a week; those that were taken before are found again as long as they want a look. */
export interface TenMinutes {
  readonly name: string;
  readonly label: string;
  /** Where they stand: replies owed come first, then checks, then what else there is. */
  readonly place: number;
  readonly read: (ctx: Ctx, of: { limit: number; taken: readonly string[] }) => Promise<readonly WeekItem[]>;
}

/** The same on the page of an organisation, for whoever may know: what is empty for this reader is not drawn. */
export interface OrganisationPanel {
  readonly title: string;
  /** Visitors see it, too: what it says is public and the same for each of them. */
  readonly isPublic?: true;
  readonly read: (ctx: Ctx, about: { id: string; kind: string }) => Promise<readonly PanelRow[]>;
}

/** One thing to settle before the front door opens, and to change afterwards, with the page where that is done. */
export interface SetupStep {
  readonly name: string;
  /** Where it stands in the list; steps can be taken in any order. */
  readonly place: number;
  readonly label: string;
  readonly url: string;
  /** Whether the door stays closed without it. */
  readonly needed: boolean;
  readonly read: (ctx: Ctx) => Promise<StepState>;
}

export interface Contribution extends ToldToFollowers {
  readonly slice: string;
  readonly networkWords?: (db: Db) => Promise<NetworkWords | undefined>;
  readonly footLine?: (db: Db) => Promise<string>;
  readonly sessionOf?: (db: Db, tokenHash: Buffer) => Promise<Session | undefined>;
  /** `at` by the machine’s clock, `now` in network time. */
  readonly seen?: (db: Db, tokenHash: Buffer, when: { at: Date; now: Date }) => Promise<void>;
  readonly positionsOf?: (db: Db, personId: string) => Promise<readonly HeldPosition[]>;
  readonly ladder?: Ladder;
  readonly bodies?: Bodies;
  /** How organisations stand, by their ids; one that was merged stands as the one it is part of. */
  readonly standing?: (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, Standing>>;
  readonly subscribers?: readonly Subscriber[];
  readonly messages?: readonly Messages[];
  readonly loopKinds?: readonly LoopKind[];
  readonly duties?: readonly Duty[];
  readonly due?: readonly DueWork[];
  readonly queues?: readonly Queue[];
  readonly documents?: readonly DocumentSource[];
  readonly panels?: readonly Panel[];
  readonly organisationPanels?: readonly OrganisationPanel[];
  readonly tenMinutes?: readonly TenMinutes[];
  readonly setup?: readonly SetupStep[];
  readonly tour?: readonly TourStep[];
  /** Tables that hold something about a person, and how it is shown to that person. */
  readonly heldAbout?: readonly HeldAbout[];
  readonly ownedBy?: readonly OwnedBy[];
  readonly leaving?: readonly Leaving[];
  readonly uses?: readonly Use[];
  /** Names of what somebody holds back, so that it does not go by itself. */
  readonly heldBack?: (db: Db, now: Date) => Promise<ReadonlySet<string>>;
  /** Keeps how much would go, for whoever looks before it goes. */
  readonly noteDue?: (ctx: Ctx, of: { name: string; due: number; more: boolean }) => Promise<void>;
  /** What is gone for good, also when an older backup is restored. */
  readonly erasing?: readonly Erasing[];
  /** What goes by itself once it was kept long enough. */
  readonly retain?: readonly Retention[];
}

/** What has to be passed on before somebody closes the account, and what ends with it. */
export interface Leaving {
  readonly inTheWay: (db: Db, personId: string) => Promise<readonly InTheWay[]>;
  readonly end: (tx: Tx, ctx: Ctx, personId: string) => Promise<void>;
}

/** Something that was taken away for good, and has to be gone again after an older backup was restored. */
export interface Erasing {
  /** A word of its own in the list. */
  readonly what: string;
  /** The event that says so, with the id of what is gone. */
  readonly event: string;
  readonly idOf: (payload: Readonly<Record<string, unknown>>) => string;
  /** Which of these are there again. */
  readonly back: (db: Db, ids: readonly string[]) => Promise<readonly string[]>;
  /** Takes it away as it was then. */
  readonly again: (tx: Tx, ctx: Ctx, id: string, at: Date) => Promise<void>;
}

/** `what` and `after` stand in a sentence of the privacy page: what goes, after how long. */
export interface Retention {
  readonly name: string;
  readonly what: string;
  readonly after: string;
  /** Lets go of what is due, and answers how many rows that were. */
  readonly run: (ctx: Ctx) => Promise<number>;
}

/** Everything that was handed down, ready to be used by the floors below. */
export interface House extends Required<Omit<Contribution, 'slice'>> {
  readonly jobs: Jobs;
  readonly documentsByKind: ReadonlyMap<string, DocumentSource>;
  readonly eventsWithMessages: ReadonlySet<string>;
}
