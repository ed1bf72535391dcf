import { z } from 'zod';
import { idsInAddress } from '../../../platform/words.ts';
import type { Schedule, Service, ShownPlace } from './records.ts';

export interface CardOwner {
  id: string;
  name: string;
  phone: string;
  contactLabel: string;
  homeCentreId: string | null;
  areaNames: readonly string[];
}

/** What there is to know of a service for whoever sends people there. */
export interface CardFacts {
  service: Service;
  owner: CardOwner;
  schedules: readonly Schedule[];
  places: readonly Pick<ShownPlace, 'venue' | 'address' | 'postcode' | 'shown'>[];
}

/** Services that somebody is choosing for a signpost sheet bring themselves along, so that the way back keeps them. */
export const ListedServices = z.object({ s: idsInAddress(10), old: idsInAddress(10) });
export type ListedServices = z.infer<typeof ListedServices>;
