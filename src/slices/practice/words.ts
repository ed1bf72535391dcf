import { z } from 'zod';

export const BeSomebody = z.strictObject({
  person: z.string({ error: 'Choose who you want to be.' }).regex(/^[a-z-]{1,40}$/, 'Nobody is called that.'),
});

const tenYearsInHours = 87_600;

export const MoveClock = z.strictObject({
  hours: z.coerce
    .number({ error: 'Write how many hours, like 24.' })
    .positive('The clock only moves on.')
    .max(tenYearsInHours, 'That is more than ten years. Go there in smaller steps.'),
});

/** What the page after a move of the clock says: `done=promises that climb:8`. */
export const Happened = z.object({
  hours: z.coerce.number().positive().max(tenYearsInHours).optional(),
  done: z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().max(80)).max(20))
    .optional(),
});

export const ReadMail = z.object({
  to: z.string().trim().toLowerCase().max(254).optional(),
  format: z.enum(['json']).optional(),
  after: z.uuid().optional(),
});

export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  links: readonly string[];
  at: Date;
  state: string;
}

export interface PersonToBe {
  key: string;
  name: string;
  email: string;
  about: string;
}

export interface JourneyToTry {
  title: string;
  intro: string;
  people: readonly PersonToBe[];
}

export interface ListedForm {
  form: string;
  method: string;
  path: string;
  who: string;
}

/** Addresses in a text, without the stop that ends the sentence. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link.replace(/[.,;:)]+$/, ''));
}
