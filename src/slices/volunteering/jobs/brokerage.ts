import { z } from 'zod';
import type { Jobs } from '../../../platform/contributions.ts';
import { endEnquiriesAbout, saySorry } from '../actions/brokerage/clockwork.ts';
import { goOnWithPermission } from '../actions/brokerage/permission.ts';

const OfRole = z.object({ roleId: z.uuid(), reason: z.enum(['role_full', 'role_over']) });
const OfIntroduction = z.object({ introductionId: z.uuid() });
const OfEnquiry = z.object({ enquiryId: z.uuid() });

/** What follows from something that its doer may not see themselves. */
export const jobs: Jobs = {
  'end-enquiries': (ctx, payload) => {
    const { roleId, reason } = OfRole.parse(payload);
    return endEnquiriesAbout(ctx, roleId, reason);
  },
  'say-sorry': (ctx, payload) => saySorry(ctx, OfIntroduction.parse(payload).introductionId),
  'go-on-with-permission': (ctx, payload) => goOnWithPermission(ctx, OfEnquiry.parse(payload).enquiryId),
};
