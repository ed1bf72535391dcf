import { z } from 'zod';

export const ReportGap = z.object({
  q: z.string().max(200),
  near: z.string().max(80),
});
export type ReportGap = z.infer<typeof ReportGap>;
