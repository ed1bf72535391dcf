import type { Tx } from '../../../platform/db/open.ts';
import type { Answer } from '../../register/door.ts';
import type { Counts, ImportKind, Item, SeenRow } from '../words/import.ts';
import type { Attempt } from './attempt.ts';
import type { CheckedCsv } from './read-csv.ts';

/** Rows of one kind on their way into the database. */
export interface List<Row> {
  kind: ImportKind;
  source: string;
  fileNames: readonly string[];
  /** Those with rows that may have to be given back. */
  files: readonly CheckedCsv[];
  /** Of the files and of everything that decides how they are read. */
  digest: Buffer;
  rowsAtOnce: number;
  /** All rows in their order, the same at each call: a list that was stopped goes on by counting. */
  items(): AsyncIterable<Item<Row>> | Iterable<Item<Row>>;
  take(tx: Tx, rows: readonly Row[], options: TakeOptions): Promise<Taken>;
  /** What a row is about, for people. */
  titleOf?(row: Row): string;
  /** What can be done only when all rows are there. Done again by whoever goes on after a stop. */
  settle?(attempt: Attempt, options: TakeOptions): Promise<void>;
}

export interface TakeOptions {
  dry: boolean;
  /** It is noted under this import what changes. */
  importId?: string | undefined;
}

export type Taken = Omit<Counts, 'read' | 'rejected'> & {
  /** Rows that turned out not to fit what is there, by their place among the rows given. */
  refused?: readonly { index: number; reason: string }[];
  /** What came of each row, where somebody may want to know. */
  answers?: readonly Answer[];
};

export interface RunOptions {
  dry: boolean;
  /** Where the rows that were not taken are written; nowhere when the file is in the hands of whoever reads this. */
  rejectsFolder: string | undefined;
  progress(counts: Counts): void;
  /** The import as a page began it; without it, the one of the same list that was begun before, or a new one. */
  importId?: string;
  /** Is told what came of each row. */
  note?(rows: readonly SeenRow[]): void;
  /** The process is about to end: what was begun is left between two batches, and gone on with later. */
  leaving?: AbortSignal | undefined;
}

/** Left between two batches. */
export class Left extends Error {
  override readonly name = 'Left';
}
