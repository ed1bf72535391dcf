import { z } from 'zod';
import { email, many, optionalText, text, version } from '../../../platform/words.ts';

const phone = z
  .string()
  .default('')
  .transform((value) => value.trim().replace(/\s+/g, ' '))
  .refine((value) => value === '' || /^\+?[\d ()-]{9,20}$/.test(value), {
    error: 'A telephone number has ten or eleven figures, like 01632 960144.',
  });
const emailOrNone = z.union([z.literal(''), email], {
  error: 'An e-mail address has a name, an @ and a place, like desk@centre.example.',
});

const centre = {
  name: text({ max: 200, missing: 'Write the name of the centre, like Eastlock Volunteer Centre.' }),
  phone,
  email: emailOrNone,
  areas: many(z.uuid(), { min: 1, missing: 'Tick the boroughs it is the centre of; one is enough.' }),
};

export const AddCentre = z
  .strictObject({
    ...centre,
    postcode: optionalText(10),
    first_admin: z.preprocess((value) => value ?? '', email),
    second_admin: emailOrNone.default(''),
  })
  .refine((input) => input.first_admin !== input.second_admin, {
    path: ['second_admin'],
    error: 'That is the same person twice. The second one may come later.',
  });
export type AddCentre = z.infer<typeof AddCentre>;

export const ChangeCentre = z.strictObject({ ...centre, version });
export type ChangeCentre = z.infer<typeof ChangeCentre>;

export const InviteToCentre = z.strictObject({
  email,
  role: z.enum(['admin', 'worker'], { error: 'Choose what the person does there.' }),
});

/** By the id of an area, the centre that answers for it; empty leaves it to the hub. */
export const ChooseCover = z.record(
  z.string().regex(/^cover-[0-9a-f-]{36}$/),
  z.union([z.literal(''), z.uuid()], { error: 'Choose one of the centres.' }),
);

/** A centre as the coordinator sees it while the network is set up. */
export interface SetUpCentre {
  id: string;
  name: string;
  phone: string;
  email: string;
  version: number;
  /** Boroughs it is the centre of, and those it answers for until they have one. */
  own: readonly { id: string; name: string }[];
  covers: readonly { id: string; name: string }[];
  admins: number;
  /** Invited as admins and not there yet. */
  invited: number;
}

/** A borough with whoever answers for it, and the area it lies in. */
export interface CoveredArea {
  id: string;
  code: string;
  name: string;
  parentName: string;
  centreId: string | null;
  centreName: string | null;
  own: boolean;
}
