/** What makes a form look as if no person had sent it, in the words in which the coordinator reads it. */
export const signs = {
  trap: 'a field was filled in that people do not see',
  'no-stamp': 'it did not come from a page of ours',
  used: 'the same page was sent more than once',
  busy: 'many came from the same place within the hour',
  quick: 'it was sent within three seconds',
  late: 'the page was hours old',
  links: 'it is full of links',
  capitals: 'it shouts',
  repeated: 'the same words came several times today',
  new: 'the account is from today',
  'throw-away': 'its address is of the kind that is thrown away',
} as const;
export type Sign = keyof typeof signs;

/** A hundred is beyond doubt. One strong sign is enough to be looked at, weak ones only together. */
const weights: Readonly<Record<Sign, number>> = {
  trap: 100,
  'no-stamp': 50,
  used: 50,
  busy: 50,
  quick: 50,
  late: 10,
  links: 50,
  capitals: 20,
  repeated: 50,
  new: 30,
  'throw-away': 30,
};
const looked = 50;

/** Whether somebody should look before it goes to whom it is meant for. */
export function shouldBeHeld(found: readonly Sign[]): boolean {
  return found.reduce((sum, sign) => sum + weights[sign], 0) >= looked;
}

/** How it came, as it can happen to a person: two people in one library, the back button, a page open since lunch. */
const aboutHow: readonly Sign[] = ['used', 'busy', 'quick', 'late'];

/** Whether it would pass if only somebody showed that no program sent it. What it says is for the coordinator. */
export function canBeProved(found: readonly Sign[]): boolean {
  return shouldBeHeld(found) && !shouldBeHeld(found.filter((sign) => !aboutHow.includes(sign)));
}

/** What the words themselves show. One link is how people say where the right answer stands. */
export function signsOfText(text: string): Sign[] {
  const found: Sign[] = [];
  if ((text.match(/https?:\/\/|www\.|\[url/gi)?.length ?? 0) > 2) found.push('links');
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  if (letters.length > 20 && capitals.length / letters.length > 0.7) found.push('capitals');
  return found;
}

/** Places that hand out mailboxes for ten minutes. A list that is never whole, and needs not be: it is one sign. */
const throwAway = [
  ...['mailinator.com', 'guerrillamail.com', '10minutemail.com', 'yopmail.com', 'trashmail.com'],
  ...['tempmail.com', 'temp-mail.org', 'getnada.com', 'sharklasers.com', 'dispostable.com', 'maildrop.cc'],
];

export function signsOfMailbox(email: string): Sign[] {
  const domain = email.toLowerCase().split('@').at(-1) ?? '';
  return throwAway.some((one) => domain === one || domain.endsWith(`.${one}`)) ? ['throw-away'] : [];
}
