import type { Contribution } from '../../platform/contributions.ts';
import { forgetMoves } from './actions/forget.ts';
import { goneQuiet } from './queries/gone-quiet.ts';
import { heldMoves, ownCentres } from './queries/moves.ts';
import { hub, nobodyLost } from './urls.ts';

export const contributes: Contribution = {
  slice: 'hub',
  panels: [
    {
      title: 'From the hub',
      read: (ctx) =>
        Promise.resolve(
          ownCentres(ctx).flatMap((id) => [
            {
              label: 'Nobody lost: the open promises of your centre',
              href: nobodyLost.ofCentre(id),
              note: '',
            },
            { label: 'What the hub did for your centre', href: hub.doneFor(id), note: '' },
          ]),
        ),
    },
  ],
  queues: [
    {
      name: 'gone-quiet',
      label: 'Promises of groups that are not there',
      next: 'Somebody waits for an answer from a group that closed or paused, or that nobody has checked for a year.',
      read: goneQuiet,
    },
  ],
  heldAbout: [
    {
      table: 'hub.move',
      keys: ['by_person_id'],
      label: 'What you did on the hub’s page',
      read: heldMoves,
    },
  ],
  retain: [
    {
      name: 'hub-moves',
      what: 'What the coordinator did about things that waited',
      after: 'two years',
      run: forgetMoves,
    },
  ],
};
