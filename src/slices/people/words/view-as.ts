import { z } from 'zod';
import { readers } from '../../../platform/words.ts';

export const ViewAs = z.strictObject({
  as: z.enum([...Object.keys(readers), 'myself'] as (keyof typeof readers | 'myself')[], {
    error: 'Choose with whose eyes.',
  }),
});
