import type { PanelRow } from '../../../platform/contributions.ts';
import type { PictureWords } from '../../../ui/picture.tsx';
import type { Organisation, Schedule, Service, ShownPlace } from '../words/records.ts';

/** All that the page of an organisation shows to this reader. */
export interface OrganisationProps {
  one: Organisation;
  logo?: PictureWords | undefined;
  pictures: readonly PictureWords[];
  otherNames: readonly { name: string; kind: string }[];
  identifiers: readonly { scheme: string; number: string }[];
  areaNames: readonly string[];
  place: ShownPlace | undefined;
  services: readonly Service[];
  schedules: readonly Schedule[];
  homeCentre: { id: string; name: string; phone: string } | undefined;
  parent: { id: string; name: string } | undefined;
  branches: readonly { id: string; name: string }[];
  sources: readonly { source: string; at: string; attribution: string | null }[];
  /** Where a centre wrote the form for the group: how, where and when. */
  takenNote: string | undefined;
  may: { change: boolean; check: boolean; people: boolean; history: boolean };
  /** What other parts of the network have to say here, for this reader. */
  panels: readonly { title: string; rows: readonly PanelRow[] }[];
  now: Date;
}
