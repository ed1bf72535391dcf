/** A request for help of the sample network, and what became of it. Nobody here is real. */
export interface DemoRequest {
  readonly need: string;
  readonly story: string;
  readonly name: string;
  readonly daysAgo: number;
  /** Written down by the centre for a caller, or sent by somebody here. */
  readonly how: 'online' | 'phone';
  readonly forWhom?: 'self' | 'other';
  readonly replyBy?: 'phone' | 'post';
  readonly safe?: string;
  readonly moves: readonly (
    | 'take'
    | 'helped'
    | 'signposted'
    | 'no_service'
    | 'referred'
    | 'close'
    | 'withdraw'
  )[];
}

export const demoRequests: readonly DemoRequest[] = [
  {
    ...{ need: 'food', name: 'Hester Quill', daysAgo: 0.2, how: 'online', forWhom: 'other', moves: [] },
    story: 'My neighbour has not cooked since her fall. A warm meal twice a week would help.',
    safe: 'Ring before noon.',
  },
  {
    ...{ need: 'food', name: 'Anselm Crook', daysAgo: 2, how: 'phone', replyBy: 'post', moves: ['take'] },
    story: 'His cooker is broken and he has no money for another before the end of the month.',
  },
  {
    ...{ need: 'food', name: 'Wilma Tarn', daysAgo: 4, how: 'phone', moves: ['take', 'helped'] },
    story: 'She would like to eat with others on a weekday.',
  },
  {
    ...{ need: 'food', name: 'Jonah Pell', daysAgo: 21, how: 'online', forWhom: 'other' },
    moves: ['take', 'signposted', 'close'],
    story: 'A food parcel for the week, for a family of four.',
  },
  {
    ...{ need: '', name: 'Effie Marl', daysAgo: 1, how: 'phone', moves: ['take', 'signposted'] },
    story: 'Letters from the council that she cannot read any more.',
  },
  {
    ...{ need: 'food', name: 'Otto Sedge', daysAgo: 9, how: 'online', forWhom: 'other', moves: ['withdraw'] },
    story: 'Meals for a week after an operation.',
  },
  {
    ...{ need: 'sport', name: 'Ida Holm', daysAgo: 6, how: 'online', forWhom: 'other' },
    moves: ['take', 'no_service', 'close'],
    story: 'Swimming for somebody who uses a wheelchair.',
  },
];
