import { z } from 'zod';

export const takenWays = { phone: 'by phone', paper: 'on paper' } as const;
export type TakenHow = keyof typeof takenWays;

export const confirmWays = {
  letter: 'The letter came back signed',
  rang: 'I read it to them again on the telephone',
  met: 'They read it here and said yes',
} as const;

export interface Taken {
  organisationId: string;
  how: TakenHow;
  centreId: string;
  personId: string;
  contactName: string;
  takenAt: Date;
  mailed: boolean;
  confirmedAt: Date | null;
  confirmedHow: string;
}

export const TakeRegistration = z.strictObject({
  how: z.enum(['phone', 'paper'], { error: 'Choose how it reached you.' }),
});
export type TakeRegistration = z.infer<typeof TakeRegistration>;

export const ConfirmTaken = z.strictObject({
  confirmed_how: z.enum(['letter', 'rang', 'met'], { error: 'Choose how they said that it is right.' }),
});
