/** What a report of delivery (RFC 3464) says, as far as it concerns a mail of ours. */
export interface Bounce {
  /** The id of the message that came back, as it stands in its Message-ID. */
  messageId: string;
  /** To whom it could not be given. */
  to: string | undefined;
  /** For good, or only for now. */
  forGood: boolean;
  why: string;
}

/** A report is short; whatever follows after this is the mail that came back. */
const mostRead = 200_000;

const ours = /^(?:Message-ID|X-Original-Message-ID|In-Reply-To|References):\s*<([0-9a-f-]{36})@/gim;

/**
 * Reads a mail that came back. Nothing in it is believed but that it names a message of ours: reports come from anywhere,
 * and an id of ours is known to its receiver alone.
 */
export function readBounce(mail: string): Bounce | undefined {
  const text = mail
    .slice(0, mostRead)
    .replaceAll('\r\n', '\n')
    .replace(/\n[ \t]+/g, ' ');
  const ids = [...text.matchAll(ours)].map((found) => found[1]?.toLowerCase() ?? '');
  const messageId = ids.at(-1);
  const status = /^Status:\s*([245])[.](\d{1,3})[.](\d{1,3})/im.exec(text);
  if (messageId === undefined || !status) return undefined;
  const [, kind = '', subject = '', detail = ''] = status;
  const action = /^Action:\s*(\w+)/im.exec(text)?.[1]?.toLowerCase();
  const to = /^(?:Final|Original)-Recipient:\s*rfc822;\s*<?([^\s<>;]{3,254})/im.exec(text)?.[1];
  return {
    messageId,
    to: to?.toLowerCase(),
    forGood: kind === '5' && action !== 'delayed',
    why: `${meaning(`${subject}.${detail}`)} (${kind}.${subject}.${detail}).`,
  };
}

/** The commonest of RFC 3463, in words. */
function meaning(code: string): string {
  if (code === '1.1' || code === '1.10') return 'There is no such mailbox';
  if (code === '1.2' || code === '1.3') return 'There is no such place for mail';
  if (code === '2.1') return 'The mailbox is shut';
  if (code === '2.2') return 'The mailbox is full';
  if (code.startsWith('7.')) return 'It was taken for unwanted mail';
  return 'It could not be delivered';
}
