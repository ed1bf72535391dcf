import { z } from 'zod';

/** What the record hands to the job that writes messages. */
export const WriteMessages = z.strictObject({ eventId: z.uuid() });

/** Which mail is to be tried once more. */
export const SendAgain = z.strictObject({ mailId: z.uuid() });

/** Which mailbox is said to work. */
export const WriteThereAgain = z.strictObject({ mailboxId: z.uuid() });

export interface Sender {
  networkName: string;
  hubName: string;
  hubPhone: string;
  hubEmail: string;
}

/** Under each message: who sends it, whom to ring, and why it came. */
export function withFoot(
  text: string,
  sender: Sender,
  organisation: string | undefined,
  reason?: string,
): string {
  const why =
    reason ??
    (organisation
      ? `You get this because it is about ${organisation}, which you look after or wrote to us about.`
      : `You get this because you have a part in ${sender.networkName}.`);
  return `${text}\n\n-- \n${sender.networkName}. Questions? ${sender.hubName}, ${sender.hubPhone || sender.hubEmail}.\n${why}\n`;
}

export const hows = {
  at_once: 'At once',
  daily: 'Each afternoon there is news',
  weekly: 'Once a week, in the morning',
} as const;
export type How = keyof typeof hows;

export const weekdays = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
} as const;

/** How somebody hears of something, in words. */
export function howWords({ how, weekday }: { how: How; weekday: number }): string {
  const names: Readonly<Record<number, string>> = weekdays;
  return how === 'weekly' ? `On ${names[weekday] ?? weekdays[1]} mornings` : hows[how];
}

export const Follow = z.object({
  how: z.enum(['at_once', 'daily', 'weekly', 'stop'], { error: 'Choose when you want to hear.' }),
  weekday: z.coerce
    .number({ error: 'Choose a day of the week.' })
    .int({ error: 'Choose a day of the week.' })
    .min(1, { error: 'Choose a day of the week.' })
    .max(7, { error: 'Choose a day of the week.' })
    .default(1),
});
export type Follow = z.infer<typeof Follow>;

export const TellFollowers = z.strictObject({ eventId: z.uuid() });

/** What somebody can follow: all that an organisation does, or one thing it offers. */
export interface Followable {
  kind: 'organisation' | 'service';
  id: string;
  name: string;
}

export interface Followed extends Followable {
  summary: string;
  how: How;
  weekday: number;
  /** Lists it came from that cannot be read now, and when they could be last. */
  stale: readonly StaleList[];
}

export interface StaleList {
  source: string;
  goodAt: Date | null;
}

export interface NewsOfThing extends Followable {
  news: readonly { id: string; at: Date; words: string }[];
  stale: readonly StaleList[];
}
