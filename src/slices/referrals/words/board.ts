import { z } from 'zod';
import { text } from '../../../platform/words.ts';

export interface Board {
  readonly id: string;
  readonly name: string;
  readonly theme: string;
  readonly areaId: string | null;
  readonly organisationId: string;
}

/** A service of the board’s theme and an area that it comes to. */
export interface Covering {
  readonly areaId: string;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly by: string;
}

export interface Spare {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly organisationId: string;
  readonly by: string;
  readonly places: number;
  readonly saidAt: Date;
}

export interface BoardMatch {
  readonly id: string;
  readonly boardId: string;
  readonly areaId: string;
  readonly serviceId: string;
  readonly organisationId: string;
  readonly byOrganisationId: string;
  readonly places: number;
  readonly state: 'asked' | 'agreed' | 'declined';
}

export const matchStates = { asked: 'Asked', agreed: 'Agreed', declined: 'Declined' } as const;

export const MakeBoard = z.strictObject({
  organisation_id: z.uuid('Choose in whose name.'),
  name: text({ max: 80, missing: 'Write what it is for, like “Hot meals”.' }),
  theme: z.string({ error: 'Choose what it is about.' }).min(1, 'Choose what it is about.').max(40),
  area_id: z.union([z.literal(''), z.uuid()]).default(''),
});
export type MakeBoard = z.infer<typeof MakeBoard>;

export const AddMember = z.strictObject({ organisation_id: z.uuid('Choose who is to join.') });
export type AddMember = z.infer<typeof AddMember>;

export const PutNotice = z.strictObject({
  words: text({ max: 240, missing: 'Write what everybody should know today. No names of people.' }),
});
export type PutNotice = z.infer<typeof PutNotice>;

const places = z.coerce
  .number({ error: 'Write a number of places, like 12.' })
  .int({ error: 'Write a whole number of places, like 12.' })
  .max(10_000, { error: 'That is more than ten thousand. Look at the number again.' });

export const MakeMatch = z.strictObject({
  area_id: z.uuid('Choose the area.'),
  service_id: z.uuid('Choose whose places.'),
  places: places.min(1, { error: 'Write at least one place.' }),
});
export type MakeMatch = z.infer<typeof MakeMatch>;

export const AnswerMatch = z.strictObject({ answer: z.enum(['agreed', 'declined']) });
export type AnswerMatch = z.infer<typeof AnswerMatch>;

export const SayPlaces = z.strictObject({
  service_id: z.uuid('Choose the service.'),
  places: places.min(0, { error: 'Nought is the least.' }),
});
export type SayPlaces = z.infer<typeof SayPlaces>;
