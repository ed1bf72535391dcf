import type { TourStep } from '../../../platform/contributions.ts';
import type { Actor } from '../../../platform/permit.ts';
import { settings } from '../../network/urls.ts';
import { centres, organisations, settingUp } from '../urls.ts';

/** What somebody does first, by the place they hold (R142). */
export const tour: readonly TourStep[] = [
  {
    place: 30,
    label: 'Set the network up',
    text: 'A list of steps: who you are, areas, centres, promise. It shows what is done and what is missing.',
    forWhom: (actor) => at(actor, ['coordinator'], ['hub']) && settings.all(),
  },
  {
    place: 31,
    label: 'See that each centre has two people',
    text: 'A centre run by one person alone is amber. Invite a second one.',
    forWhom: (actor) => at(actor, ['coordinator'], ['hub']) && settingUp.centres(),
  },
  {
    place: 32,
    label: 'Look at the queues of the network',
    text: 'What is late comes first. Every morning begins here.',
    forWhom: (actor) => at(actor, ['coordinator'], ['hub']) && '/hub',
  },
  {
    place: 40,
    label: 'Look at who waits for an answer',
    text: 'Each new group was promised one. The clock beside it says by when.',
    forWhom: (actor) => withId(actor, ['admin', 'worker'], ['centre'], centres.registrations),
  },
  {
    place: 41,
    label: 'Write your centre’s own questions',
    text: 'What only you need to know of a group, on the one form that all centres share.',
    forWhom: (actor) => withId(actor, ['admin'], ['centre'], centres.questions),
  },
  {
    place: 42,
    label: 'Invite the second person',
    text: 'Two people run a page, so that nobody waits when one is away.',
    forWhom: (actor) => withId(actor, ['admin'], undefined, organisations.people),
  },
  {
    place: 43,
    label: 'Look at your page as others find it',
    text: 'Put right what is not right, and say that it is checked.',
    forWhom: (actor) => withId(actor, ['admin', 'worker', 'trustee'], undefined, organisations.one),
  },
  {
    place: 60,
    label: 'Find what is near a person',
    text: 'Type what is needed and a postcode. Borders of boroughs never cut off a result.',
    forWhom: (actor) =>
      actor.positions.some((held) => held.organisationKind === 'group') ? undefined : '/search',
  },
  {
    place: 70,
    label: 'Know what we promise',
    text: 'By when who answers whom. The same clocks run for you.',
    forWhom: () => '/what-to-expect',
  },
];

function at(actor: Actor, roles: readonly string[], kinds: readonly string[]): string | undefined {
  return withId(actor, roles, kinds, (id) => id);
}

/** The address at the first organisation where somebody has such a place. */
function withId(
  actor: Actor,
  roles: readonly string[],
  kinds: readonly string[] | undefined,
  address: (id: string) => string,
): string | undefined {
  const place = actor.positions.find(
    (held) => roles.includes(held.role) && (kinds === undefined || kinds.includes(held.organisationKind)),
  );
  return place && address(place.organisationId);
}
