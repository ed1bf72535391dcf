import { event } from '../../platform/words.ts';

/** The organisation of these events is the group that acts. What it wrote stands nowhere in them. */
export const helloSaid = event<{ helloId: string; toOrganisationId: string }>('neighbours.hello_said');
export const helloAnswered = event<{ helloId: string }>('neighbours.hello_answered');
export const helloTakenBack = event<{ helloId: string }>('neighbours.hello_taken_back');
export const sayingChanged = event<{ aboutOrganisationId: string }>('neighbours.saying_changed');
export const hellosStopped = event<{ stopped: boolean }>('neighbours.hellos_stopped');
export const pairsChanged = event<{ one: string; other: string; counts: boolean }>(
  'neighbours.pairs_changed',
);
