/** What helps people get in and take part. */
export const access = {
  step_free: 'Step-free',
  wide_toilet: 'Wide toilet',
  hearing_loop: 'Hearing loop',
  parking: 'Parking for blue badges',
  bus: 'Near a bus stop',
  quiet: 'Quiet space',
  sign: 'Sign language on request',
  online: 'Can join from home',
} as const;

export const languages = {
  en: 'English',
  so: 'Somali',
  ur: 'Urdu',
  pa: 'Punjabi',
  pl: 'Polish',
  ar: 'Arabic',
  bn: 'Bengali',
  pt: 'Portuguese',
  ro: 'Romanian',
  uk: 'Ukrainian',
  bsl: 'British Sign Language',
} as const;

/** How one gets a service. */
export const waysIn = {
  turn_up: 'Just turn up',
  ring: 'Ring first',
  book: 'Book a place',
  referral: 'Someone refers you',
} as const;
