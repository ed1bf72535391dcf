import { event } from '../../../platform/words.ts';

/** Which they are stays with the person. */
export const wishesKept = event<{ first: boolean }>('volunteering.wishes_kept');
export const wishesForgotten = event<Record<string, never>>('volunteering.wishes_forgotten');
export const matchWeightsSet = event<{ weights: Record<string, number> }>('volunteering.match_weights_set');
