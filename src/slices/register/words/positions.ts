import { z } from 'zod';
import { email } from '../../../platform/words.ts';

const roles = ['admin', 'worker', 'trustee', 'coordinator', 'link-worker', 'data-lead'] as const;

/** What whoever runs the installation may ask for; a page offers fewer. */
export const InvitePosition = z.strictObject({
  email,
  role: z.enum(roles, { error: `A position is one of ${roles.join(', ')}.` }),
});

/** In place of a mailbox: the link that the first start of an empty network prints for whoever runs it. */
export const forWhoeverHoldsIt = '';
