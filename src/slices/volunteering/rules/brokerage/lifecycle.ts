import type { EnquiryState, Side } from '../../words/brokerage/enquiry.ts';

/** From asking to the end, each from the one before (model D3, 4). */
const chain = [
  ...(['new', 'in_advice', 'matched', 'consent_asked', 'introduced'] as const),
  ...(['opened', 'talking', 'checks', 'offered', 'started', 'ended'] as const),
] as const satisfies readonly EnquiryState[];

const over: readonly EnquiryState[] = ['ended', 'stopped', 'expired', 'withdrawn'];

/** Who may take the step into a state. Who asks a group themselves takes those of the centre in one press. */
const takers: Readonly<Partial<Record<EnquiryState, readonly Side[]>>> = {
  in_advice: ['centre', 'person', 'system'],
  matched: ['centre', 'person', 'system'],
  consent_asked: ['centre', 'person', 'system'],
  introduced: ['centre', 'person', 'system'],
  opened: ['group'],
  talking: ['group'],
  checks: ['group'],
  offered: ['group'],
  started: ['group'],
  ended: ['group', 'person'],
  stopped: ['person', 'group', 'centre', 'parent', 'system'],
  expired: ['system'],
  withdrawn: ['person', 'system'],
};

export function isOver(state: EnquiryState): boolean {
  return over.includes(state);
}

export function canBecome(from: EnquiryState, to: EnquiryState): boolean {
  if (isOver(from)) return false;
  if (to === 'stopped' || to === 'withdrawn') return true;
  if (to === 'expired') return from === 'introduced';
  const at = placeOf(from);
  return at !== undefined && chain[at + 1] === to;
}

/** The steps from one state to another, one after the other; undefined where there is no way. */
export function wayTo(from: EnquiryState, to: EnquiryState): readonly EnquiryState[] | undefined {
  if (canBecome(from, to)) return [to];
  const [begin, end] = [placeOf(from), placeOf(to)];
  if (begin === undefined || end === undefined || end <= begin || isOver(from)) return undefined;
  return chain.slice(begin + 1, end + 1);
}

/** Why this side cannot bring it there now, in the sentence a person will read; undefined where it can. */
export function whyNotGo(from: EnquiryState, to: EnquiryState, side: Side): string | undefined {
  if (isOver(from)) return 'This is over. Nothing more can be done with it.';
  const way = wayTo(from, to);
  if (!way) return 'Somebody has gone on with this in the meantime. Look again how far it is.';
  return way.every((step) => takers[step]?.includes(side))
    ? undefined
    : 'The next step is not yours. Look again whose turn it is.';
}

/** The group has their details now, and whoever asked it hears from it. */
export function isWithGroup(state: EnquiryState): boolean {
  return ['introduced', 'opened', 'talking', 'checks', 'offered', 'started'].includes(state);
}

/** The centre looks for something with them. */
export function isWithCentre(state: EnquiryState): boolean {
  return ['new', 'in_advice', 'matched', 'consent_asked'].includes(state);
}

/** Introduced, and nobody opens it for so long: then it is over. */
export const expiresAfterDays = 30;
/** Six weeks after the start the person is asked how it is. */
export const followUpAfterDays = 42;

const places = new Map<EnquiryState, number>(chain.map((state, index) => [state, index]));

/** Which step of the way a state is, for figures; undefined for an end that is none. */
export function placeOf(state: EnquiryState): number | undefined {
  return places.get(state);
}
