import { event } from '../../../platform/words.ts';

type About = { dayId: string };

export const dayAsked = event<About>('volunteering.employer_day_asked');
export const placesOffered = event<About & { offerId: string; places: number }>(
  'volunteering.employer_places_offered',
);
export const riskChecked = event<About & { offerId: string }>('volunteering.employer_risk_checked');
export const dayAgreed = event<About & { pence: number }>('volunteering.employer_day_agreed');
export const hostNotReady = event<About & { offerId: string }>('volunteering.employer_host_not_ready');
export const dayCancelled = event<About & { owedPence: number }>('volunteering.employer_day_cancelled');
export const dayHeld = event<About>('volunteering.employer_day_held');
export const howItWasSaid = event<About & { offerId: string; side: string; useful: boolean }>(
  'volunteering.employer_day_judged',
);
