import { z } from 'zod';
import { email, text } from '../../../platform/words.ts';

const how = text({
  max: 500,
  missing: 'Write how you made sure, like “I rang the number we have had since 2019, and know the voice”.',
});

/** The new mailbox is asked for only where the old one is lost. */
export const AskRecovery = z
  .strictObject({
    lost: z.enum(['second_key', 'mailbox'], { error: 'Say what was lost.' }),
    new_email: z.string().trim().default(''),
    how,
  })
  .superRefine((input, problems) => {
    if (input.lost !== 'mailbox') return;
    const read = email.safeParse(input.new_email);
    const message = read.error?.issues[0]?.message;
    if (message) problems.addIssue({ code: 'custom', path: ['new_email'], message });
  })
  .transform((input) => ({
    lost: input.lost,
    how: input.how,
    newEmail: input.lost === 'mailbox' ? input.new_email.toLowerCase() : null,
  }));
export type AskRecovery = z.infer<typeof AskRecovery>;

export const AgreeRecovery = z.strictObject({ how });

export interface Recovery {
  id: string;
  organisationId: string;
  personId: string;
  lost: 'second_key' | 'mailbox';
  newEmail: string | null;
  askedBy: string;
  askedHow: string;
  askedAt: Date;
  agreedBy: string | null;
  agreedAt: Date | null;
  dueAt: Date | null;
}
