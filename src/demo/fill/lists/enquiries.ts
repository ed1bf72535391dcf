/** An enquiry of the sample network: who asks about what, and what became of it, day by day. Nobody here is real. */
export interface DemoEnquiry {
  /** Mailbox of one of the cast; anybody else rings the centre or comes in. */
  readonly by?: string;
  readonly name: string;
  readonly daysAgo: number;
  /** Key of the group whose role it is; without one somebody looks for anything at all. */
  readonly group?: 'tuesday-table' | 'second-helpings' | 'letters-and-forms';
  readonly toGroup?: true;
  readonly toCentre?: true;
  readonly wishes?: string;
  readonly bornYearsAgo?: number;
  readonly moves: readonly DemoStep[];
}

/** So many days after it was asked. */
export type DemoStep = { readonly after: number; readonly said?: string } & (
  | { readonly what: 'open' | 'talking' | 'checks' | 'offered' | 'start' }
  | { readonly what: 'note'; readonly said: string }
  | { readonly what: 'introduce' }
  | { readonly what: 'no' | 'end' | 'centre_stops'; readonly reason: string }
);

const opened = { what: 'open', after: 1 } as const;
const talking = { what: 'talking', after: 2, said: 'Come and have a cup of tea first.' } as const;
const offered = { what: 'offered', after: 5 } as const;
const started = { what: 'start', after: 6 } as const;
const marek = 'volunteer@practice.example';
const priya = 'young-volunteer@practice.example';

export const demoEnquiries: readonly DemoEnquiry[] = [
  {
    ...{ by: marek, name: 'Marek Holt', daysAgo: 1, group: 'tuesday-table', toGroup: true, toCentre: true },
    ...{ wishes: 'I like to cook, and I know nobody here yet.', moves: [] },
  },
  {
    ...{ by: marek, name: 'Marek Holt', daysAgo: 12, group: 'second-helpings', toGroup: true },
    moves: [opened, talking, offered, started],
  },
  {
    ...{ by: marek, name: 'Marek Holt', daysAgo: 20, group: 'letters-and-forms', toGroup: true },
    moves: [opened, { what: 'no', after: 3, reason: 'other_times', said: 'We only do Tuesdays now.' }],
  },
  {
    ...{ by: priya, name: 'Priya Vance', daysAgo: 2, group: 'tuesday-table', toGroup: true },
    ...{ bornYearsAgo: 15, moves: [] },
  },
  {
    ...{ name: 'Anneke Brand', daysAgo: 0, wishes: 'Something with my hands, on weekday mornings.' },
    ...{ toCentre: true, moves: [] },
  },
  {
    ...{ name: 'Joseph Tull', daysAgo: 4, wishes: 'He has driven a van for thirty years.', toCentre: true },
    moves: [{ what: 'note', after: 1, said: 'Rang him. He would like to drive, and to be back by noon.' }],
  },
  {
    ...{ name: 'Perpetua Osei', daysAgo: 15, group: 'tuesday-table', toCentre: true },
    ...{ wishes: 'Company, and a kitchen.' },
    moves: [
      { what: 'note', after: 1, said: 'She came in with her son.' },
      { what: 'introduce', after: 2 },
    ],
  },
  {
    ...{ name: 'Lionel Abbot', daysAgo: 60, group: 'second-helpings', toCentre: true },
    moves: [
      ...[
        { what: 'note', after: 1, said: 'Free on three evenings.' } as const,
        { what: 'introduce', after: 1 } as const,
      ],
      ...[{ ...opened, after: 2 }, { ...talking, after: 3 }, { what: 'checks', after: 6 } as const],
      ...[
        { ...offered, after: 14 },
        { ...started, after: 15 },
      ],
    ],
  },
  {
    ...{ name: 'Greta Hobb', daysAgo: 120, group: 'second-helpings', toCentre: true },
    moves: [
      ...[
        { what: 'note', after: 1, said: 'Wants evenings.' } as const,
        { what: 'introduce', after: 1 } as const,
      ],
      ...[
        { ...opened, after: 2 },
        { ...offered, after: 4 },
        { ...started, after: 5 },
      ],
      { what: 'end', after: 90, reason: 'found_work' },
    ],
  },
  {
    ...{ name: 'Ambrose Lane', daysAgo: 33, wishes: 'Anything out of doors.', toCentre: true },
    moves: [
      { what: 'note', after: 1, said: 'Left a message, twice.' },
      { what: 'centre_stops', after: 12, reason: 'not_reached' },
    ],
  },
];
