import type { Problems, Values } from '../../../ui/form.tsx';
import type { Details, Referral, Step } from '../words/referral.ts';

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
  values?: Values | undefined;
  problems?: Problems | undefined;
  /** Which of the forms was refused. */
  refused?: string | undefined;
}
