import { z } from 'zod';
import { text } from '../../../platform/words.ts';

export const HoldBack = z.object({
  name: text({ max: 100, missing: 'Choose what is held back.' }),
  reason: text({ min: 5, max: 500, missing: 'Write who needs it and why.' }),
  until: z.iso.date({ error: 'Write the last day, such as 2027-01-31.' }),
});
