import type { z } from 'zod';
import { Invalid, type Problems, Refused, Stale } from './errors.ts';
import { type FormBody, type Page, page, type Reply } from './http/route.ts';
import { problemsOf } from './words.ts';

/** What a page shows again of a form that was refused. */
export interface Remembered {
  values?: FormBody;
  problems?: Problems;
}

/** Words from a form, or `Invalid` with a sentence for each field. */
export function parse<Schema extends z.ZodType>(schema: Schema, form: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(form);
  if (!parsed.success) throw new Invalid(problemsOf(parsed.error));
  return parsed.data;
}

/**
 * A form remembers: when it is refused, the same page comes back with what was typed and what is wrong (422), or with
 * the reason why it cannot be done now (409). A stale version is for the caller, who has a page that shows both.
 */
export async function answerForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormBody,
  act: (input: z.infer<Schema>) => Promise<Reply>,
  again: (problems: Problems, stale?: Stale) => Page | Promise<Page>,
): Promise<Reply> {
  try {
    return await act(parse(schema, form));
  } catch (error) {
    if (error instanceof Invalid) return page(await again(error.problems), 422);
    if (error instanceof Stale) return page(await again({ '': error.message }, error), 409);
    if (error instanceof Refused) return page(await again({ '': error.message }), 409);
    throw error;
  }
}
