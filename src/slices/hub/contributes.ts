import type { Contribution } from '../../platform/contributions.ts';
import { forgetMoves } from './actions/forget.ts';
import { heldMoves, ownCentres } from './queries/moves.ts';
import { hub } from './urls.ts';

export const contributes: Contribution = {
  slice: 'hub',
  panels: [
    {
      title: 'From the hub',
      read: (ctx) =>
        Promise.resolve(
          ownCentres(ctx).map((id) => ({
            label: 'What the hub did for your centre',
            href: hub.doneFor(id),
            note: '',
          })),
        ),
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
