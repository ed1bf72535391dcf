export interface DrawnQueue {
  name: string;
  label: string;
  /** What to do about it, in a sentence. */
  next: string;
  total: number;
  rows: readonly DrawnRow[];
}

export interface DrawnRow {
  id: string;
  title: string;
  url?: string;
  text: string;
  late: boolean;
  at?: Date;
  ring?: ToRing;
}

/** Whom it waits for. */
export interface ToRing {
  name: string;
  phone: string;
}

export interface CentreThisMorning {
  id: string;
  name: string;
  open: number;
  late: number;
  checked: number;
  records: number;
}
