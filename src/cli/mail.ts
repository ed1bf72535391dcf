import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Db } from '../platform/db/open.ts';
import { noteBounce, reviveMailbox } from '../slices/notifications/door.ts';
import { inHouse } from './house.ts';
import { readArgs, type Verb, WrongUse } from './verb.ts';

export const mail: Verb = {
  usage: 'mail [--last N] | mail bounce FILE|- | mail revive ADDRESS',
  what: 'shows what waits, was sent or failed, newest first; with its text where mail is kept. bounce reads a mail that came back (- from a pipe) and marks its mailbox; revive says that it works again',
  async run(args) {
    const { values, positionals } = readArgs(args, { last: { type: 'string' } });
    const [what, given, ...more] = positionals;
    if (what === 'bounce' && given !== undefined && more.length === 0) return bounce(given);
    if (what === 'revive' && given !== undefined && more.length === 0) return revive(given);
    if (what !== undefined) throw new WrongUse('mail bounce wants a file or -, mail revive an address.');
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

/** 0 when it is understood, so that a mail server's pipe does not send it back once more. */
async function bounce(file: string): Promise<number> {
  const mail = await text(file === '-' ? process.stdin : createReadStream(file));
  const noted = await inHouse((ctx) => noteBounce(ctx, mail));
  const said = {
    noted: 'The mailbox is marked. The hub sees whom to ring, and nothing more is sent there.',
    'for now only': 'It could not be delivered for now. Nothing is marked.',
    'not ours': 'This tells of no mail that went out from here. Nothing is marked.',
  };
  console.log(said[noted]);
  return noted === 'not ours' && file !== '-' ? 1 : 0;
}

async function revive(mailbox: string): Promise<number> {
  const was = await inHouse((ctx) => reviveMailbox(ctx, mailbox));
  console.log(was ? 'Mail is sent there again.' : 'This mailbox was not marked.');
  return was ? 0 : 1;
}

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
