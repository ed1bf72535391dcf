/** Whose bank holidays may count. */
export const nations = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const;
export type Nation = keyof typeof nations;
