import { z } from 'zod';

export const ViewAs = z.strictObject({
  as: z.enum(['public', 'myself'], { error: 'Choose with whose eyes.' }),
});
