import { z } from 'zod';
import type { Problems } from './errors.ts';

/** Something that can happen, with the shape of what is written down about it. Nothing personal goes in. */
export interface EventName<Payload> {
  readonly name: string;
  /** Only for the compiler; never set. */
  readonly payload?: Payload;
}

export function event<Payload>(name: string): EventName<Payload> {
  return { name };
}

// Control characters, and the bidirectional overrides that can make a text show as another.
const unwanted = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/;

/** Text from outside: composed (NFC), trimmed, well formed, without control or direction-changing characters. */
export function text(options: { min?: number; max: number; missing?: string }) {
  const missing = options.missing ?? 'Write something here.';
  return z
    .string({ error: missing })
    .transform((value) => value.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((value) => !unwanted.test(value) && value.isWellFormed(), {
      error: 'This holds characters that do not show. Type it again rather than paste it.',
    })
    .refine((value) => value.length >= (options.min ?? 1), { error: missing })
    .refine((value) => value.length <= options.max, {
      error: `This is longer than ${options.max} characters. Say it more briefly.`,
    });
}

/** Text that may be left out; missing becomes empty. */
export function optionalText(max: number) {
  return z.preprocess((value) => value ?? '', text({ min: 0, max }));
}

/** Boxes that may be ticked more than once: none, one and many all become a list. */
export function many<T extends z.ZodType>(item: T, options: { min?: number; missing?: string } = {}) {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).min(options.min ?? 0, options.missing ?? 'Choose at least one.'),
  );
}

/** A single box: ticked or not. */
export const tick = z.preprocess((value) => value !== undefined && value !== '', z.boolean());

export const email = z
  .string({ error: 'Write an e-mail address.' })
  .transform((value) => value.normalize('NFKC').trim().toLowerCase())
  .pipe(
    z
      .string()
      .max(254, 'An e-mail address has at most 254 characters.')
      .regex(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/, {
        error: 'An e-mail address has a name, an @ and a place, like desk@lunchclub.example.',
      }),
  );

export const webAddress = z
  .string()
  .trim()
  .max(300)
  .transform((value) => (value === '' || /^[a-z]+:/i.test(value) ? value : `https://${value}`))
  .refine((value) => value === '' || /^https?:\/\/[^\s/?#"<>]+\.[^\s"<>]+$/i.test(value), {
    error: 'A web address looks like lunchclub.example or https://lunchclub.example/food.',
  });

/** The 30th of February is read as the 1st of March, so it has to come back as it was written. */
function isDay(value: string): boolean {
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** A day as a date field writes it: `2026-03-14`. */
export function day(missing: string) {
  return z
    .string({ error: missing })
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: missing })
    .refine(isDay, { error: 'There is no such day.' });
}

export const version = z.coerce.number({ error: 'This page is out of date. Open it again.' }).int().min(0);

/** The part of an address after the id, for people to read; never needed to find the thing. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'page'
  );
}

/** What is wrong with what was typed, by the name of the field; the first problem of a field counts. */
export function problemsOf(error: z.ZodError): Problems {
  const problems: Problems = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.');
    problems[field] ??= issue.message;
  }
  return problems;
}

/** With whose eyes the pages can be looked at. Centres are not among them: what they see hangs on which one it is. */
export const readers = {
  public: 'the public',
  account: 'somebody with an account and no place anywhere',
  group: 'somebody of another group',
  funder: 'somebody of a funder',
} as const;
export type Reader = keyof typeof readers;

/** Ids in an address that people pass on: what is none is left out, each counts once, and never more than `most`. */
export function idsInAddress(most: number) {
  return z
    .preprocess((value) => [value ?? []].flat(), z.array(z.unknown()))
    .transform((all) =>
      [...new Set(all.flatMap((one) => z.uuid().safeParse(one).data ?? []))].slice(0, most),
    );
}
