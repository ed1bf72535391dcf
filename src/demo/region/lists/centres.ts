import type { DemoCentre } from '../shapes.ts';

/** Thirteen centres for fourteen boroughs: Hartlow answers for Nine Elders too. */
export const centres: DemoCentre[] = [
  {
    key: 'eastlock-centre',
    name: 'Eastlock Volunteer Centre',
    covers: ['V01'],
    summary: 'We find people who want to help and groups who need them, in Eastlock.',
    description:
      'Two of us and fourteen volunteers behind a blue door by the lock. Ring, write or walk ' +
      'in: we listen first and look things up second.',
    venue: 'The Blue Door',
    address: '4 Lockside, Eastlock',
    postcode: 'AV3 1',
    phone: '01632 960101',
    email: 'hello@eastlock.example',
    opening: 'Monday to Friday, 9.30 to 4.30. Wednesdays until 7.',
    workers: [
      { name: 'Imran Qureshi', email: 'centre-admin@practice.example', position: 'admin' },
      { name: 'Dee Marlow', email: 'centre-worker@practice.example', position: 'worker' },
    ],
    chair: { name: 'Beryl Ockenden', email: 'beryl@eastlock.example' },
    questions: [
      {
        key: 'key-holder',
        question: 'Who else can open up if you are ill?',
        kind: 'text',
        required: true,
        hint: 'A name is enough. We ask because two clubs had to close for a week last winter.',
      },
      {
        key: 'lock-hall',
        question: 'Would you like to use our hall by the lock?',
        kind: 'yes_no',
        required: false,
        hint: 'It is free on Mondays and on Thursday evenings.',
      },
    ],
  },
  {
    key: 'hartlow-centre',
    name: 'Hartlow Volunteer Centre',
    covers: ['V02', 'V05'],
    summary: 'One telephone number for anyone who wants to help in Hartlow or Nine Elders.',
    description:
      'We look after Hartlow, and Nine Elders too since its own centre closed. On Wednesdays ' +
      'one of us sits in the library at Elder Green.',
    venue: 'Tenter House',
    address: '21 Tenter Green, Hartlow',
    postcode: 'AV5 2',
    phone: '01632 960102',
    email: 'hello@hartlow.example',
    opening: 'Monday to Thursday, 10 to 4. Elder Green Library on Wednesdays, 1 to 4.',
    workers: [
      { name: 'Yusuf Barre', email: 'yusuf@hartlow.example', position: 'admin' },
      { name: 'Jo Ashby', email: 'other-centre-worker@practice.example', position: 'worker' },
    ],
    chair: { name: 'Tomasz Wilk', email: 'tomasz@hartlow.example' },
    questions: [
      {
        key: 'homes',
        question: 'Do your helpers go into people’s homes?',
        kind: 'yes_no',
        required: true,
        hint: 'If they do, we help you with checks. They cost volunteers nothing.',
      },
      {
        key: 'elders',
        question: 'Could you come to Nine Elders as well?',
        kind: 'choice',
        required: false,
        choices: ['Yes, we do already', 'Yes, if someone asks', 'Not now'],
      },
    ],
  },
  {
    key: 'tollbridge-centre',
    name: 'Tollbridge Volunteer Centre',
    covers: ['V03'],
    summary: 'A small, stubborn centre above the old toll house, open two days a week.',
    description:
      'Three part-time people who know every hall in Tollbridge. We are best by telephone; if ' +
      'nobody answers, we ring back the same day.',
    venue: 'The Toll House',
    address: '1 Bridge End, Tollbridge',
    postcode: 'AV2 6',
    phone: '01632 960103',
    email: 'hello@tollbridge.example',
    opening: 'Tuesday and Thursday, 10 to 3.',
    workers: [
      { name: 'Morwenna Gale', email: 'morwenna@tollbridge.example', position: 'admin' },
      { name: 'Pavel Sykora', email: 'pavel@tollbridge.example', position: 'worker' },
    ],
    questions: [
      {
        key: 'children',
        question: 'Are children with you without a parent?',
        kind: 'yes_no',
        required: true,
        hint: 'If they are, tell us who looks after safeguarding.',
      },
      {
        key: 'safeguarding',
        question: 'Who do you tell if you are worried about a child?',
        kind: 'text',
        required: false,
        hint: 'Leave this empty if parents always stay.',
      },
    ],
  },
  {
    key: 'saltreach-centre',
    name: 'Saltreach Volunteer Centre',
    covers: ['V04'],
    summary: 'From the quay to Upper Saltreach: we match people, places and good intentions.',
    description:
      'The largest centre on the shore, with a shop window on Quay Street where groups pin up ' +
      'what they need. Six staff, forty volunteers.',
    venue: 'The Chandlery',
    address: '58 Quay Street, Saltreach',
    postcode: 'AV7 2',
    phone: '01632 960104',
    email: 'hello@saltreach.example',
    opening: 'Monday to Friday, 9 to 5. First Saturday of the month, 10 to 1.',
    workers: [
      { name: 'Oluwaseun Bright', email: 'seun@saltreach.example', position: 'admin' },
      { name: 'Catrin Moss', email: 'catrin@saltreach.example', position: 'worker' },
    ],
    chair: { name: 'Ines Duarte', email: 'ines@saltreach.example' },
    questions: [
      {
        key: 'flood',
        question: 'Could people shelter in your building if the quay floods?',
        kind: 'yes_no',
        required: false,
        hint: 'Saying yes puts you on a list. Nothing more happens until you agree.',
      },
      {
        key: 'insurance',
        question: 'Do you have public liability insurance?',
        kind: 'choice',
        required: true,
        choices: ['Yes', 'Our hall’s insurance covers us', 'Not yet'],
      },
      {
        key: 'saturday',
        question: 'Which Saturday could you show what you do?',
        kind: 'text',
        required: false,
      },
    ],
  },
  {
    key: 'underwold-centre',
    name: 'Volunteer Underwold',
    covers: ['V06'],
    summary: 'A centre on wheels for the hills: we come to your village if you cannot come to us.',
    description:
      'We work from a van and from the back room of the market hall. Most of what we do is find ' +
      'a lift, a hall or a third person.',
    venue: 'Market Hall, back room',
    address: 'The Square, Underwold Market',
    postcode: 'AV10 1',
    phone: '01632 960105',
    email: 'hello@underwold.example',
    opening: 'Wednesday (market day), 9 to 2. Telephone Monday to Friday.',
    workers: [
      { name: 'Hector Pell', email: 'hector@underwold.example', position: 'admin' },
      { name: 'Anjali Raman', email: 'anjali@underwold.example', position: 'worker' },
    ],
    chair: { name: 'Gwen Applin', email: 'gwen@underwold.example' },
    questions: [
      {
        key: 'lifts',
        question: 'Can people get to you without a car?',
        kind: 'choice',
        required: true,
        choices: ['Yes, by bus', 'Yes, we fetch them', 'No'],
        hint: 'We look for drivers where the answer is no.',
      },
    ],
  },
  {
    key: 'larkwater-centre',
    name: 'Larkwater Voluntary Action',
    covers: ['V07'],
    summary: 'Help for groups and helpers round the three lakes.',
    description:
      'We keep one list of who does what in Larkwater and we ring round it twice a year. We ' +
      'also lend gazebos, urns and a sound system.',
    venue: 'The Boat Store',
    address: 'Mere Road, Larkwater Town',
    postcode: 'AV11 1',
    phone: '01632 960106',
    email: 'hello@larkwater.example',
    opening: 'Monday, Tuesday and Friday, 10 to 3.',
    workers: [
      { name: 'Siân Harrowby', email: 'sian@larkwater.example', position: 'admin' },
      { name: 'Kofi Mensah-Lane', email: 'kofi@larkwater.example', position: 'worker' },
    ],
    chair: { name: 'Rashid Karim', email: 'rashid@larkwater.example' },
    questions: [
      {
        key: 'water',
        question: 'Do you do anything on or beside water?',
        kind: 'yes_no',
        required: true,
        hint: 'We can lend buoyancy aids and put you in touch with someone trained.',
      },
      { key: 'lend', question: 'What could you lend to another group?', kind: 'text', required: false },
    ],
  },
  {
    key: 'quillbrook-centre',
    name: 'Quillbrook Volunteer Bureau',
    covers: ['V08'],
    summary: 'Since the paper mill closed we have matched time with need in Quillbrook.',
    description:
      'A bureau in the old time office of the mill. Our volunteers are mostly people between ' +
      'jobs, and we are proud of how many move on.',
    venue: 'The Time Office',
    address: 'Mill Gate, Quillbrook',
    postcode: 'AV12 1',
    phone: '01632 960107',
    email: 'hello@quillbrook.example',
    opening: 'Monday to Thursday, 9 to 3.30.',
    workers: [
      { name: 'Nadia Feroz', email: 'nadia@quillbrook.example', position: 'admin' },
      { name: 'Lewis Tarrant', email: 'lewis@quillbrook.example', position: 'worker' },
    ],
    chair: { name: 'Mavis Thorne', email: 'mavis@quillbrook.example' },
    questions: [
      {
        key: 'jobless',
        question: 'Could someone looking for work learn something with you?',
        kind: 'yes_no',
        required: false,
      },
      {
        key: 'expenses',
        question: 'Do you pay your volunteers’ fares?',
        kind: 'choice',
        required: true,
        choices: ['Yes', 'If they ask', 'We cannot yet'],
        hint: 'We have a small fund for groups that cannot.',
      },
    ],
  },
  {
    key: 'fennimere-centre',
    name: 'Fennimere Helping Hands Centre',
    covers: ['V09'],
    summary: 'For the drove roads and the staithe: one kitchen table, many helpers.',
    description:
      'We are the smallest centre of the Vale. Beryl has run it from the reading room for ' +
      'nineteen years and knows whose dog bites.',
    venue: 'The Reading Room',
    address: 'Staithe Lane, Fennimere',
    postcode: 'AV13 1',
    phone: '01632 960108',
    email: 'hello@fennimere.example',
    opening: 'Tuesday and Friday mornings. Leave a message at other times.',
    workers: [
      { name: 'Beryl Thackaway', email: 'beryl@fennimere.example', position: 'admin' },
      { name: 'Ionuț Dobre', email: 'ionut@fennimere.example', position: 'worker' },
    ],
    chair: { name: 'Piotr Zielin', email: 'piotr@fennimere.example' },
    questions: [
      {
        key: 'winter',
        question: 'Do you stop in winter?',
        kind: 'choice',
        required: true,
        choices: ['No', 'When the roads are bad', 'Yes, from November to March'],
      },
    ],
  },
  {
    key: 'copperhithe-centre',
    name: 'Copperhithe Volunteer Centre',
    covers: ['V10'],
    summary: 'A welcome in nine languages for helpers and groups in Copperhithe.',
    description:
      'Half of our volunteers were not born here and came to us to meet people. We fit the ' +
      'paperwork round that, not the other way.',
    venue: 'Smelter Street Chapel',
    address: '90 Smelter Street, Copperhithe',
    postcode: 'AV14 2',
    phone: '01632 960109',
    email: 'hello@copperhithe.example',
    opening: 'Monday to Friday, 10 to 5. Closed on Wednesday mornings.',
    workers: [
      { name: 'Amal Haddad', email: 'amal@copperhithe.example', position: 'admin' },
      { name: 'Piotr Wolny', email: 'piotr@copperhithe.example', position: 'worker' },
    ],
    chair: { name: 'Adwoa Sarpong', email: 'adwoa@copperhithe.example' },
    questions: [
      {
        key: 'tongues',
        question: 'Which languages can people speak with you?',
        kind: 'text',
        required: true,
        hint: 'Those of your helpers count too.',
      },
      {
        key: 'papers',
        question: 'Can someone volunteer with you while they wait for their papers?',
        kind: 'yes_no',
        required: false,
        hint: 'People who wait for asylum may volunteer. We explain how.',
      },
    ],
  },
  {
    key: 'greyfold-centre',
    name: 'Greyfold Volunteer Centre',
    covers: ['V11'],
    summary: 'Between the slate yards and the estate: we find the right two people for the job.',
    description:
      'Our worker spends half the week on the Larch Estate, where most of our groups began on ' +
      'somebody’s landing.',
    venue: 'Slatewell Exchange',
    address: '7 Fold Street, Greyfold',
    postcode: 'AV15 1',
    phone: '01632 960110',
    email: 'hello@greyfold.example',
    opening: 'Monday, Wednesday and Friday, 9.30 to 4.',
    workers: [
      { name: 'Grace Umeh', email: 'grace@greyfold.example', position: 'admin' },
      { name: 'Callum Rusk', email: 'callum@greyfold.example', position: 'worker' },
    ],
    chair: { name: 'Lionel Frith', email: 'lionel@greyfold.example' },
    questions: [
      {
        key: 'estate',
        question: 'Do you work on the Larch Estate?',
        kind: 'yes_no',
        required: true,
        hint: 'If you do, you can have a shelf and a kettle in the tenants’ flat.',
      },
    ],
  },
  {
    key: 'sedgemouth-centre',
    name: 'Sedgemouth Centre for Volunteering',
    covers: ['V12'],
    summary: 'Harbour, beach and terrace: whatever the weather, somebody is at the desk.',
    description:
      'We share a roof with the lifeboat shop. In summer we look after events, in winter after each other.',
    venue: 'The Net Loft',
    address: 'Harbour Steps, Sedgemouth',
    postcode: 'AV17 1',
    phone: '01632 960111',
    email: 'hello@sedgemouth.example',
    opening: 'Every day but Sunday, 10 to 2.',
    workers: [
      { name: 'Rosalind Teague', email: 'rosalind@sedgemouth.example', position: 'admin' },
      { name: 'Bilal Hussain-Grey', email: 'bilal@sedgemouth.example', position: 'worker' },
    ],
    chair: { name: 'Hana Novotna', email: 'hana@sedgemouth.example' },
    questions: [
      {
        key: 'season',
        question: 'When are you busiest?',
        kind: 'choice',
        required: false,
        choices: ['Summer', 'Winter', 'The same all year'],
      },
      {
        key: 'beach',
        question: 'Do you have leave to use the beach?',
        kind: 'choice',
        required: true,
        choices: ['Yes', 'We have asked', 'We do not use it'],
      },
    ],
  },
  {
    key: 'ottersand-centre',
    name: 'Ottersand Volunteer Centre',
    covers: ['V13'],
    summary: 'A seaside town with more retired electricians than anywhere: come and borrow one.',
    description:
      'Two in five people here are over 65, and most of them would like to be asked. Asking is what we do.',
    venue: 'The Bandstand Rooms',
    address: 'Marine Parade, Ottersand',
    postcode: 'AV18 1',
    phone: '01632 960112',
    email: 'hello@ottersand.example',
    opening: 'Monday to Friday, 9.30 to 1.',
    workers: [
      { name: 'Desmond Achebe-Ward', email: 'desmond@ottersand.example', position: 'admin' },
      { name: 'Lillemor Dane', email: 'lillemor@ottersand.example', position: 'worker' },
    ],
    chair: { name: 'Derek Pascoe', email: 'derek@ottersand.example' },
    questions: [
      {
        key: 'seats',
        question: 'Can people sit down for all of it?',
        kind: 'yes_no',
        required: true,
        hint: 'We tell people before they come. Both answers are fine.',
      },
    ],
  },
  {
    key: 'tarnlea-centre',
    name: 'Tarnlea and the Shielings Voluntary Service',
    covers: ['V14'],
    summary: 'A county lane with forty groups along it, and we know them all.',
    description:
      'We began as a lift scheme and still run it. If you can drive, bake, add up or listen, we ' +
      'know who is waiting.',
    venue: 'Tarnlea Institute',
    address: 'Beck Lane, Tarnlea Village',
    postcode: 'AV19 1',
    phone: '01632 960113',
    email: 'hello@tarnlea.example',
    opening: 'Monday and Thursday, 9 to 1.',
    workers: [
      { name: 'Winifred Oakes', email: 'winifred@tarnlea.example', position: 'admin' },
      { name: 'Tadhg Brennan-Ali', email: 'tadhg@tarnlea.example', position: 'worker' },
    ],
    questions: [
      { key: 'snow', question: 'Who decides, and by when, if snow stops you?', kind: 'text', required: true },
      {
        key: 'hall',
        question: 'Which hall do you use?',
        kind: 'text',
        required: false,
        hint: 'Three of our halls are looking for groups.',
      },
    ],
  },
];
