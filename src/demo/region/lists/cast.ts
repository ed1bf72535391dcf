import type { DemoPerson } from '../shapes.ts';

/** Who one can be. Keys are those of the contract. */
export const cast: DemoPerson[] = [
  {
    key: 'coordinator',
    name: 'Ruth Adeyemi',
    email: 'coordinator@practice.example',
    organisation: 'hub',
    position: 'coordinator',
    postcode: 'AV3 1',
    about:
      'Ruth keeps the network together from the hub. See who has waited too long, and name a ' +
      'deputy for Hartlow.',
  },
  {
    key: 'centre-worker',
    name: 'Dee Marlow',
    email: 'centre-worker@practice.example',
    organisation: 'eastlock-centre',
    position: 'worker',
    postcode: 'AV3 4',
    about: 'Dee works three days a week at Eastlock. Answer a new group, and check a record that is due.',
  },
  {
    key: 'centre-admin',
    name: 'Imran Qureshi',
    email: 'centre-admin@practice.example',
    organisation: 'eastlock-centre',
    position: 'admin',
    postcode: 'AV4 1',
    about: 'Imran runs the centre at Eastlock. Invite a colleague, and change what you ask new groups.',
  },
  {
    key: 'other-centre-worker',
    name: 'Jo Ashby',
    email: 'other-centre-worker@practice.example',
    organisation: 'hartlow-centre',
    position: 'worker',
    postcode: 'AV5 1',
    about:
      'Jo answers for Hartlow and for Nine Elders. Say yes, no or ask about a group that Eastlock sees too.',
  },
  {
    key: 'group-organiser',
    name: 'Sam Okafor',
    email: 'group-organiser@practice.example',
    organisation: 'tuesday-table',
    position: 'admin',
    postcode: 'AV3 4',
    about:
      'Sam started Tuesday Table and does it in the evenings, on a phone. Change the hours, or ' +
      'answer a referral.',
  },
  {
    key: 'other-organiser',
    name: 'Halima Warsame',
    email: 'other-organiser@practice.example',
    organisation: 'second-helpings',
    position: 'admin',
    postcode: 'AV6 3',
    about:
      'Halima runs Second Helpings and its van. Pause a service, and see what people read while ' +
      'it is paused.',
  },
  {
    key: 'volunteer',
    name: 'Marek Holt',
    email: 'volunteer@practice.example',
    postcode: 'AV3 6',
    age: 34,
    about:
      'Marek moved here last month, likes to cook and has Sundays free. Look for something close to home.',
  },
  {
    key: 'young-volunteer',
    name: 'Priya Vance',
    email: 'young-volunteer@practice.example',
    postcode: 'AV3 1',
    age: 15,
    about: 'Priya is 15 and needs three hours a week for her award. Find what is right for her age.',
  },
  {
    key: 'link-worker',
    name: 'Noor Hadley',
    email: 'link-worker@practice.example',
    organisation: 'five-bridges-practices',
    position: 'link-worker',
    postcode: 'AV3 1',
    about:
      'Noor sits with people at Lockside Surgery and has forty seconds to find a lunch club. ' +
      'Print a sheet for one, or refer somebody.',
  },
  {
    key: 'gp-practice',
    name: 'Dr Gwen Pryor',
    email: 'gp-practice@practice.example',
    organisation: 'lockside-surgery',
    position: 'worker',
    postcode: 'AV4 1',
    about:
      'Gwen is a doctor at Lockside Surgery. See how far the referrals of the practice are, ' +
      'without a name.',
  },
  {
    key: 'council-officer',
    name: 'Delroy Finch',
    email: 'council-officer@practice.example',
    organisation: 'eastlock-council',
    position: 'admin',
    postcode: 'AV5 2',
    about:
      'Delroy works for the borough council. Keep the council’s own record right, and look at ' +
      'what is missing where.',
  },
  {
    key: 'funder',
    name: 'Beatriz Amaral',
    email: 'funder@practice.example',
    organisation: 'long-lamp-foundation',
    position: 'worker',
    postcode: 'AV7 1',
    about:
      'Beatriz reads applications at the Long Lamp Foundation. See what a borough has before ' +
      'anyone asks for more.',
  },
  {
    key: 'trustee',
    name: 'Winston Teale',
    email: 'trustee@practice.example',
    organisation: 'tuesday-table',
    position: 'trustee',
    postcode: 'AV3 4',
    about:
      'Winston looks after the money of Tuesday Table, mostly on Sundays. Read the record as others see it.',
  },
  {
    key: 'other-trustee',
    name: 'Ivy Strand',
    email: 'other-trustee@practice.example',
    organisation: 'second-helpings',
    position: 'trustee',
    postcode: 'AV5 5',
    about: 'Ivy is a trustee of Second Helpings. Agree to something in its name, or ask a question first.',
  },
  {
    key: 'employer',
    name: 'Kasia Lindqvist',
    email: 'employer@practice.example',
    organisation: 'tenter-mill-bakery',
    position: 'admin',
    postcode: 'AV5 2',
    about: 'Kasia has thirty bakers and a free day in June. Find groups that could use them.',
  },
  {
    key: 'facilitator',
    name: 'Tomos Baptiste',
    email: 'facilitator@practice.example',
    organisation: 'hedge-and-gate',
    position: 'worker',
    postcode: 'AV8 1',
    about:
      'Tomos helps groups to talk when it is hard. See that you are let into the one thing you ' +
      'were asked to.',
  },
  {
    key: 'data-lead',
    name: 'Amrit Dhanda',
    email: 'data-lead@practice.example',
    organisation: 'hub',
    position: 'data-lead',
    postcode: 'AV2 1',
    about: 'Amrit answers people who ask what we keep about them. Look at who read what.',
  },
];
