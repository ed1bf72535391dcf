/** What a list held by others says about an organisation. What it does not say is missing, never empty. */
export interface GivenOrganisation {
  /** Where it stands in the file: the name by which its outcome is told. */
  line: number;
  /** The name of the list, as people will read it beside what it gave; and the row's id in it. */
  source: string;
  sourceId: string;
  /** The id of one of our own records: the row comes from an export of ours. */
  ownId?: string;
  /** Of everything the row says: the same digest again means that nothing is to be done. */
  digest: Buffer;
  identifiers: readonly Identifier[];
  otherNames: readonly string[];
  values: GivenValues;
  place?: GivenPlace;
  /** When the source itself says that it looked; without it the day of the import counts. */
  checkedAt?: Date;
}

export interface Identifier {
  scheme: string;
  number: string;
}

export interface Values {
  name: string;
  kind: string;
  legal_form: string;
  state: string;
  state_reason: string;
  summary: string;
  description: string;
  website: string;
  phone: string;
  email: string;
  contact_label: string;
  themes: readonly string[];
  people_served: readonly string[];
  access: readonly string[];
  languages: readonly string[];
}
export type GivenValues = Partial<Values> & Pick<Values, 'name'>;
export type ValueName = keyof Values;

export interface GivenPlace {
  venue: string;
  address: string;
  postcode: string;
  lat?: number;
  lon?: number;
  shown: 'public' | 'area' | 'hidden';
}

export type Outcome = 'new' | 'matched' | 'changed' | 'unchanged';

/** A record as an import finds it. */
export interface KnownRecord {
  id: string;
  claimed: boolean;
  values: Values;
  place: { venue: string; address: string; postcode: string; shown: string } | undefined;
  /** In lower case. */
  otherNames: ReadonlySet<string>;
}

/** A row of this source that was taken before. */
export interface KnownSource {
  thingId: string;
  digest: Buffer;
  /** Fields that still stand as the source gave them. */
  fields: readonly string[];
}

export function sourceKey(row: { source: string; sourceId: string }): string {
  return `${row.source}\n${row.sourceId}`;
}
