/**
 * Needs that often come together, so that groups which do the one and the other are worth knowing to each other
 * (model D7). Each is a theme, or people who are helped; the network adds its own and takes away what misleads.
 */
export const builtInPairs = [
  ['food', 'money'],
  ['food', 'advice'],
  ['food', 'company'],
  ['money', 'wellbeing'],
  ['money', 'housing'],
  ['housing', 'advice'],
  ['health', 'sport'],
  ['health', 'company'],
  ['wellbeing', 'green'],
  ['wellbeing', 'arts'],
  ['company', 'transport'],
  ['learning', 'digital'],
  ['learning', 'children'],
  ['people:refugees', 'learning'],
  ['people:refugees', 'advice'],
  ['people:carers', 'company'],
  ['people:homeless', 'health'],
] as const;
