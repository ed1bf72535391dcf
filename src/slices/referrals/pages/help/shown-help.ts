import type { Problems, Values } from '../../../../ui/form.tsx';
import type { HelpDetails, HelpRequest } from '../../words/help/request.ts';

export interface HelpProps {
  one: HelpRequest;
  story: string | undefined;
  details: HelpDetails | undefined;
  wantsKey: boolean;
  mayAnswer: boolean;
  /** Whether this reader may pass people on, in the name of whoever answers. */
  mayRefer: boolean;
  wording: string;
  answers: { name: string; phone: string };
  takenBy: string;
  keeper: string;
  needWords: string;
  areaName: string;
  doubts: readonly string[];
  until: Date | undefined;
  places: readonly { id: string; name: string; by: string; takes: boolean }[];
  now: Date;
  values?: Values | undefined;
  problems?: Problems | undefined;
  refused?: string | undefined;
}
