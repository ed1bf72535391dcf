import type { Problems, Values } from '../../../../ui/form.tsx';
import type { Asker, Enquiry, EnquiryStep, Permission, Placement } from '../../words/brokerage/enquiry.ts';
import type { Turn } from './say.ts';

export interface EnquiryProps {
  readonly one: Enquiry;
  readonly asker: Asker | undefined;
  readonly age: number | undefined;
  readonly role: { id: string; title: string } | undefined;
  readonly group: { name: string; phone: string } | undefined;
  readonly turn: Turn | undefined;
  readonly steps: readonly EnquiryStep[];
  readonly names: ReadonlyMap<string, string>;
  readonly permission: Permission | undefined;
  readonly placement: Placement | undefined;
  /** Roles that could fit, each with the reason. */
  readonly matches: readonly { id: string; title: string; by: string; why: string }[];
  /** To be read out before anything is sent. */
  readonly wording: string | undefined;
  readonly mayMove: boolean;
  readonly today: string;
  readonly now: Date;
  readonly refused?: string | undefined;
  readonly values?: Values | undefined;
  readonly problems?: Problems | undefined;
}
