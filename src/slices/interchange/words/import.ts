export const importKinds = ['areas', 'postcodes', 'organisations', 'services', 'charities', 'roles'] as const;
export type ImportKind = (typeof importKinds)[number];

/** How many rows of a list came to what. Every row that was read is in exactly one of the last five. */
export interface Counts {
  read: number;
  new: number;
  matched: number;
  changed: number;
  unchanged: number;
  rejected: number;
}

export interface ImportResult extends Counts {
  id: string;
  /** Absolute path of the CSV with the rows that were not taken; null when there are none. */
  rejectsFile: string | null;
  /** Why cells were left out of rows that were taken, the commonest first. */
  remarks: readonly Counted[];
  seconds: number;
}

/** A reason and how many rows have it. */
export interface Counted {
  reason: string;
  rows: number;
}

export const outcomes = ['new', 'matched', 'changed', 'unchanged', 'rejected'] as const;
export type RowOutcome = (typeof outcomes)[number];

/** What came of a row, or would come of it. */
export interface SeenRow {
  line: number;
  outcome: RowOutcome;
  title: string;
  reason: string;
}

/** What a list would change in a record that is there. */
export interface SeenChange {
  title: string;
  field: string;
  was: string;
  now: string;
}

export interface ImportRow extends Counts {
  id: string;
  kind: string;
  source: string;
  fileNames: readonly string[];
  state: string;
  /** It came through a page, and goes on by itself. */
  byPage: boolean;
  attribution: string;
  rowsInFile: number;
  rowsDone: number;
  /** Until when it can be taken back; null when nothing was noted for that. */
  undoUntil: Date | null;
  takenBack: number;
  kept: number;
  /** Why nothing can be done with it as it is. */
  problem: string;
  rejectsFile: string;
  startedAt: Date;
  movedAt: Date;
  endedAt: Date | null;
}

/** What may come through a page; larger lists go by the command line. */
export const areaFileBytes = 8 * 1024 * 1024;

/** What there is of the ground: areas by level, those without an outline, and postcodes. */
export interface GroundCounts {
  levels: readonly { words: string; count: number }[];
  boroughs: number;
  outlines: number;
  postcodes: number;
  outcodes: number;
}

/** How an import stands, for a page: one that has not moved for a while was stopped. */
/** What each kind of import is a list of. */
export const listOfWords: Readonly<Record<string, string>> = {
  organisations: 'Groups and organisations',
  services: 'Services',
  charities: 'A charity register',
  roles: 'Volunteering roles',
  areas: 'Areas',
  postcodes: 'Postcodes',
};

export const standingWords = {
  sent: 'Waits for you',
  looking: 'Being looked at',
  looked: 'Waits for you',
  running: 'Running',
  stopped: 'Stopped half way',
  done: 'Done',
  undoing: 'Being taken back',
  undone: 'Taken back',
} as const;
export type Standing = keyof typeof standingWords;
export const standings = [
  ...(['sent', 'looking', 'looked', 'running', 'stopped', 'done', 'undoing', 'undone'] as const),
] as const;

/** A row as it is in the file, with the line it begins on (the heading is line 1) and the number of its file. */
export interface CsvRow {
  line: number;
  cells: readonly string[];
}

/**
 * A row that was understood, perhaps without one of its cells, or the reason why not, as the person with the
 * spreadsheet will read it.
 */
export type Item<Row> = { file: number; line: number } & ({ row: Row; remark?: string } | { reason: string });

/** Where each of our columns is in a file, by the number of the cell. */
export type Columns<Name extends string = string> = ReadonlyMap<Name, number>;

export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
