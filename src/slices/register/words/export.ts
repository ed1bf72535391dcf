/** A record as the outside gets it; the order of the columns is that of the CSV. */
export interface ExportedOrganisation {
  id: string;
  source: string;
  source_id: string;
  identifiers: readonly { scheme: string; id: string }[];
  name: string;
  other_names: readonly string[];
  kind: string;
  legal_form: string;
  state: string;
  summary: string;
  description: string;
  themes: readonly string[];
  people_served: readonly string[];
  access: readonly string[];
  languages: readonly string[];
  website: string;
  phone: string;
  email: string;
  contact_label: string;
  venue: string;
  address: string;
  postcode: string;
  latitude: number | null;
  longitude: number | null;
  checked_at: Date | null;
  checked_by: string;
  changed_at: Date;
}
