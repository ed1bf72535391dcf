import type { DemoNetwork } from './shapes.ts';

export const network: DemoNetwork = {
  name: 'Ambry Vale Together',
  place: 'Ambry Vale',
  strapline: 'Find something good close to home',
  promise: {
    title: 'Nobody gets lost here.',
    sentences: [
      'You hear back within one working day.',
      'The group you are put in touch with has five.',
      'If they go quiet, we come back to you with something else.',
    ],
  },
  hub: {
    key: 'hub',
    name: 'Ambry Vale Hub',
    summary: 'The small team that keeps thirteen volunteer centres and their groups in touch.',
    description:
      'Four people in two rooms over the lock keeper’s cottage. We keep the register, answer ' +
      'for what is late and bring people round one table.',
    phone: '01632 960100',
    email: 'hub@ambryvale.example',
    venue: 'Lock Keeper’s Cottage',
    address: '1 Lockside, Eastlock',
    postcode: 'AV3 1',
  },
};
