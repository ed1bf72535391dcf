import type { Db } from '../platform/db/open.ts';
import { inHouse } from './house.ts';
import { readArgs, type Verb, WrongUse } from './verb.ts';

export const mail: Verb = {
  usage: 'mail [--last N]',
  what: 'shows what waits, was sent or failed, newest first; with its text where mail is kept',
  async run(args) {
    const { values } = readArgs(args, { last: { type: 'string' } });
    const last = Number(values.last ?? 20);
    if (!Number.isInteger(last) || last < 1) throw new WrongUse('--last wants a number of messages.');
    await inHouse(async (ctx, config) => {
      const messages = await newest(ctx.db.open, last);
      if (messages.length === 0) console.log('There is no mail.');
      for (const message of messages) console.log(inWords(message, config.smtpUrl === ''));
    });
    return 0;
  },
};

interface Message {
  to_email: string;
  subject: string;
  body: string;
  state: string;
  last_error: string | null;
  at: Date;
}

function newest(db: Db, last: number): Promise<Message[]> {
  return db
    .selectFrom('platform.outbox')
    .select(['to_email', 'subject', 'body', 'state', 'last_error', 'at'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(last)
    .execute();
}

function inWords(message: Message, withText: boolean): string {
  const head = `${message.at.toISOString()}  ${message.state}  ${message.to_email}  ${message.subject}`;
  const trouble = message.last_error ? `\n    ${message.last_error}` : '';
  const text = withText && message.body !== '' ? `\n\n${message.body.replace(/^/gm, '    ')}\n` : '';
  return head + trouble + text;
}
