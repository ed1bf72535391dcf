/** Who one can be, by what one wants to try. */
export const journeys = [
  {
    title: 'Run a group',
    intro: 'Register a group once for several centres, keep its page right, bring in a colleague.',
    keys: ['group-organiser', 'other-organiser', 'trustee', 'other-trustee'],
  },
  {
    title: 'Answer for a centre',
    intro: 'Look at new groups, ask, say yes or no, and see what is late.',
    keys: ['centre-worker', 'other-centre-worker', 'centre-admin'],
  },
  {
    title: 'Keep the network together',
    intro: 'Start the day at the hub with what has waited too long.',
    keys: ['coordinator', 'data-lead'],
  },
  {
    title: 'Find something for somebody',
    intro: 'Search by words and a postcode, on a phone or with a person beside you.',
    keys: ['link-worker', 'gp-practice', 'volunteer', 'young-volunteer'],
  },
  {
    title: 'Work beside the groups',
    intro: 'See what a borough has and what it lacks.',
    keys: ['council-officer', 'funder', 'employer', 'facilitator'],
  },
] as const;
