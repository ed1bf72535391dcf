import { type Actor, can, hasPositionAt, isPerson } from '../../../platform/permit.ts';
import type { Matter } from '../words/matters.ts';

/** Requests about details are for whoever looks after data there; complaints for whoever runs it, too. */
const answerers: Readonly<Record<Matter['kind'], readonly string[]>> = {
  'rights-request': ['data-lead', 'admin'],
  complaint: ['data-lead', 'admin', 'worker', 'coordinator'],
};
const writers = ['data-lead', 'admin', 'worker', 'coordinator', 'link-worker'] as const;

export const canSendMatter = can(
  'complain, or ask about their own details',
  'anyone, without an account, too',
  (actor: Actor) => actor.kind !== 'job',
);

export const canLogMatter = can(
  'write down what somebody asked or complained about by telephone, letter or in person',
  'whoever works at the organisation that has to answer',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, writers),
);

export const canFollowMatter = can(
  'see how far their own request or complaint is, and add to it',
  'whoever sent it, with an account or by their own link',
  (actor: Actor, of: { personId: string | null; holdsLink: boolean }) =>
    of.holdsLink || (isPerson(actor) && actor.personId === of.personId),
);

export const canAnswerMatter = can(
  'look into a request or complaint and answer it',
  'a data lead or admin of the organisation it went to; its workers and the coordinator, too, where it is a complaint',
  (actor: Actor, one: Pick<Matter, 'kind' | 'organisationId'>) =>
    hasPositionAt(actor, one.organisationId, answerers[one.kind]),
);

export const canForgetMatters = can(
  'let go of old requests, complaints and breaches',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);
