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
  daily: 'Each morning there is news',
  weekly: 'On Monday mornings',
} as const;
export type How = keyof typeof hows;

export const FollowOrganisation = z.object({
  how: z.enum(['at_once', 'daily', 'weekly', 'stop'], { error: 'Choose when you want to hear.' }),
});
export type FollowOrganisation = z.infer<typeof FollowOrganisation>;

export const TellFollowers = z.strictObject({ eventId: z.uuid() });

export interface FollowedGroup {
  id: string;
  name: string;
  summary: string;
  how: How;
}

export interface NewsOfGroup {
  id: string;
  name: string;
  news: readonly { at: Date; words: string }[];
}
