import type { Db } from '../../platform/db/open.ts';
import { postedMail } from '../../platform/outbox.ts';
import { linksIn, type Mail } from './words.ts';

/** Mail with the links that stand in it, the newest first. */
export async function mails(
  db: Db,
  wanted: { to?: string | undefined; after?: string | undefined; since?: Date; limit?: number },
): Promise<Mail[]> {
  const posted = await postedMail(db, wanted);
  return posted.map(({ id, to, subject, text, at, state }) => ({
    id,
    to,
    subject,
    text,
    links: linksIn(text),
    at,
    state,
  }));
}
