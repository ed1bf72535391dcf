import { z } from 'zod';
import { day, email, optionalText, text, tick, version } from '../../../../platform/words.ts';
import { centreReasons, endReasons, groupReasons, personReasons } from '../../lists/brokerage.ts';
import { keysOf } from '../../lists/keys.ts';

const emailOrNone = z.union([z.literal(''), email]).default('');
const dayOrNone = z.union([z.literal(''), day('Write the day, like 14/02/2011.')]).default('');
const name = text({ max: 120, missing: 'Write the name they are to call you by.' });

/** What somebody says who asks about volunteering. Signed in, most of it is there already. */
export const Enquire = z
  .strictObject({
    name,
    phone: optionalText(40),
    times: optionalText(300),
    wishes: optionalText(600),
    /** Asked where the role has a lowest or highest age, which each has; a date only of whoever is young. */
    of_age: z.enum(['', 'yes', 'no'], { error: 'Say how old you are.' }).default(''),
    born_on: dayOrNone,
    parent_email: emailOrNone,
    agree_group: tick,
    agree_centre: tick,
    kept: optionalText(60),
  })
  .refine((it) => it.agree_group || it.agree_centre, {
    path: ['agree_group'],
    error: 'Nothing is sent until you say who may know. Tick one of the two, or both.',
  });
export type Enquire = z.infer<typeof Enquire>;
export const enquireFields = Object.keys(Enquire.shape);

/** A centre writes down what somebody said on the telephone or at the desk. */
export const TakeEnquiry = z.strictObject({
  channel: z.enum(['phone', 'drop_in'], { error: 'Say how they came.' }),
  name: text({ max: 120, missing: 'Write the name they want to be called by.' }),
  email: emailOrNone,
  phone: optionalText(40),
  times: optionalText(300),
  wishes: optionalText(600),
  young: tick,
  born_on: dayOrNone,
  agreed: z.literal('yes', { error: 'Read the words to them first. Tick this when they agree.' }),
});
export type TakeEnquiry = z.infer<typeof TakeEnquiry>;

export const Note = z.strictObject({
  version,
  said: text({ max: 1000, missing: 'Write in a sentence what you did or heard.' }),
});
export type Note = z.infer<typeof Note>;

export const Match = z.strictObject({
  version,
  role_id: z.uuid('Choose a role.'),
  go: z.enum(['match', 'ask']).default('match'),
});
export type Match = z.infer<typeof Match>;

/** Consent that was given to the centre, on the telephone or on paper. */
export const Introduce = z.strictObject({
  version,
  how: z.enum(['spoken', 'written'], { error: 'Say how they agreed.' }),
  given_on: day('Choose the day on which they agreed, like 24/11/2026.'),
  agreed: z.literal('yes', {
    error: 'Nothing can be sent until they agree. Read the words to them, then tick this.',
  }),
});
export type Introduce = z.infer<typeof Introduce>;

/** Consent that the person gives on their own page. */
export const Agree = z.strictObject({
  agreed: z.literal('yes', { error: 'Tick the box if you agree. Nothing was sent.' }),
});

export const StopByCentre = z.strictObject({
  version,
  reason: z.enum(keysOf(centreReasons), { error: 'Choose why it stops.' }),
  said: optionalText(600),
});
export type StopByCentre = z.infer<typeof StopByCentre>;

export const StopOwn = z.strictObject({
  reason: z.enum(['', ...keysOf(personReasons)], { error: 'Choose a reason, or none.' }).default(''),
  keep_private: tick,
});
export type StopOwn = z.infer<typeof StopOwn>;

/** The answer of a group to somebody who would like to volunteer. */
export const Reply = z
  .strictObject({
    version,
    answer: z.enum(['talking', 'checks', 'offered', 'no'], { error: 'Choose what you answer.' }),
    reason: z.enum(['', ...keysOf(groupReasons)], { error: 'Choose why.' }).default(''),
    said: optionalText(600),
  })
  .refine((it) => it.answer !== 'no' || it.reason !== '', {
    path: ['reason'],
    error: 'Choose why. They hear it, and it helps to find the next role.',
  });
export type Reply = z.infer<typeof Reply>;

export const Start = z.strictObject({
  version,
  starts_on: day('Choose the day on which they start, like 24/11/2026.'),
  meet: text({ max: 120, missing: 'Write who meets them on the first day.' }),
  supervisor: optionalText(120),
  risk_checked: tick,
});
export type Start = z.infer<typeof Start>;

export const End = z.strictObject({
  version,
  reason: z.enum(keysOf(endReasons), { error: 'Choose why it ended.' }),
});
export type End = z.infer<typeof End>;

export const AnswerPermission = z.strictObject({
  answer: z.enum(['yes', 'no'], { error: 'Choose yes or no.' }),
});

export const ListEnquiries = z.object({
  show: z.enum(['open', 'mine', 'over']).catch('open'),
});

export const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });

export const AskParent = z.strictObject({ parent_email: email });
export type AskParent = z.infer<typeof AskParent>;
