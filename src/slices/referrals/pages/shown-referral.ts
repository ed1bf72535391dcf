import type { Problems, Values } from '../../../ui/form.tsx';
import type { Details, Referral, Step } from '../words/referral.ts';

/** With whom one may talk, or that somebody asked to. */
export interface ShownTalk {
  readonly id: string;
  readonly state: 'asked' | 'agreed' | 'declined' | 'over';
  readonly withWhom: string;
  readonly phone: string;
}

export interface ReferralProps {
  one: Referral;
  side: 'sender' | 'receiver' | 'behalf';
  steps: readonly Step[];
  need: string | undefined;
  story: string | undefined;
  details: Details | undefined;
  wantsKey: boolean;
  agreed: { how: string; givenOn: string; ground: string; coversNext: boolean } | undefined;
  names: ReadonlyMap<string, string>;
  serviceName: string;
  turn: { who: string; mine: boolean; until: Date; late: boolean; next: string } | undefined;
  nextOnes: readonly { id: string; name: string; by: string }[];
  newId: string;
  /** Its plan, for whoever keeps one. */
  planId: string | undefined;
  talks: readonly ShownTalk[];
  values?: Values | undefined;
  problems?: Problems | undefined;
  /** Which of the forms was refused. */
  refused?: string | undefined;
}
