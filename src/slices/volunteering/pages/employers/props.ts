import type { Problems, Values } from '../../../../ui/form.tsx';
import type { EmployerDay, Offer } from '../../words/employers.ts';

export interface DayProps {
  readonly day: EmployerDay;
  readonly offers: readonly Offer[];
  readonly area: string;
  /** Groups for which the reader may offer. */
  readonly hosts: readonly { readonly id: string; readonly name: string }[];
  readonly isEmployer: boolean;
  /** Of whose offers the reader may say something. */
  readonly ownOffers: ReadonlySet<string>;
  readonly now: Date;
  /** The form that was refused, by its name and what stands before its fields. */
  readonly tried?:
    | { readonly form: string; readonly values: Values; readonly problems: Problems }
    | undefined;
}
