import { z } from 'zod';
import { idsInAddress } from '../../../platform/words.ts';
import { PageSearch } from '../words.ts';

export const listedAtMost = 10;

/** A search by somebody who is choosing services for a signpost sheet: those that are chosen stand in its address. */
export const ListedSearch = z.intersection(PageSearch, z.object({ s: idsInAddress(listedAtMost) }));
