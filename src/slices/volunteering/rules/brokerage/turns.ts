import type { EnquiryState } from '../../words/brokerage/enquiry.ts';

/** Kinds of promises: the centre owes a word, the group its first answer, the group the next step. */
export const turnKinds = ['enquiry', 'introduction', 'placement'] as const;
type TurnKind = (typeof turnKinds)[number];

export interface Owed {
  readonly by: 'centre' | 'group';
  readonly kind: TurnKind;
  /** Working days; the two that people ask for are clocks of the network. */
  readonly days: number | 'enquiry_answer_days' | 'introduction_answer_days';
}

/** Who owes the next word, and in how many working days; undefined where nobody does. */
export function owedIn(state: EnquiryState): Owed | undefined {
  const owed: Partial<Record<EnquiryState, Owed>> = {
    new: { by: 'centre', kind: 'enquiry', days: 'enquiry_answer_days' },
    in_advice: { by: 'centre', kind: 'enquiry', days: 10 },
    matched: { by: 'centre', kind: 'enquiry', days: 5 },
    consent_asked: { by: 'centre', kind: 'enquiry', days: 5 },
    introduced: { by: 'group', kind: 'introduction', days: 'introduction_answer_days' },
    opened: { by: 'group', kind: 'introduction', days: 'introduction_answer_days' },
    talking: { by: 'group', kind: 'placement', days: 10 },
    checks: { by: 'group', kind: 'placement', days: 20 },
    offered: { by: 'group', kind: 'placement', days: 10 },
  };
  return owed[state];
}

/** Opening it is no answer yet: the promise that runs goes on. */
export function keepsTurn(from: EnquiryState, to: EnquiryState): boolean {
  return from === 'introduced' && to === 'opened';
}
