import { loadAreas, loadOutcodes, loadPostcodes } from '../../src/slices/areas/actions/load.ts';
import { makeNetwork } from '../../src/slices/network/door.ts';
import { addQuestion, makeBody } from '../../src/slices/register/door.ts';
import type { Town } from './db.ts';

export interface TwoBoroughs {
  eastlock: string;
  hartlow: string;
  hub: string;
}

/** Two boroughs side by side, each with a centre and a worker, and a hub with a coordinator. */
export async function twoBoroughs({ jobCtx: ctx }: Town): Promise<TwoBoroughs> {
  await makeNetwork(ctx, {
    name: 'Ambry Vale Together',
    strapline: 'Find something good close to home',
    practice: true,
    promise: ['You hear back within one working day.'],
    hubName: 'Hub of Ambry Vale',
    hubPhone: '01632 960100',
    hubEmail: 'hub@ambry.example',
  });
  await loadAreas(ctx, [
    { code: 'V00', name: 'Ambry Vale', level: 'region' },
    { code: 'V01', name: 'Eastlock', level: 'borough', parentCode: 'V00' },
    { code: 'V02', name: 'Hartlow', level: 'borough', parentCode: 'V00' },
    { code: 'V05', name: 'Nine Elders', level: 'borough', parentCode: 'V00' },
  ]);
  await loadPostcodes(ctx, [
    { postcode: 'AV3 4QT', lat: 53.86, lon: -4.75, areaCode: 'V01' },
    { postcode: 'AV3 4RB', lat: 53.863, lon: -4.748, areaCode: 'V01' },
    { postcode: 'AV2 1BD', lat: 53.864, lon: -4.744, areaCode: 'V02' },
    { postcode: 'AV5 2AB', lat: 53.84, lon: -4.76, areaCode: 'V05' },
  ]);
  await loadOutcodes(ctx, [{ outcode: 'AV3', lat: 53.861, lon: -4.75, town: 'Eastlock', areaCode: 'V01' }]);
  const hub = await makeBody(ctx, body('Hub of Ambry Vale', 'hub', 'coordinator', []));
  const eastlock = await makeBody(
    ctx,
    body('Eastlock Volunteer Centre', 'centre', 'centre-worker', ['V01'], 'AV3 4QT'),
  );
  const hartlow = await makeBody(
    ctx,
    body('Hartlow Volunteer Centre', 'centre', 'other-centre-worker', ['V02', 'V05'], 'AV2 1BD'),
  );
  const question = {
    question: 'Do you meet in a building of the council?',
    hint: '',
    choices: [],
    required: true,
  };
  await addQuestion(ctx, hartlow, { ...question, kind: 'yes_no' });
  return { eastlock, hartlow, hub };
}

function body(name: string, kind: string, person: string, covers: readonly string[], postcode?: string) {
  return {
    name,
    kind,
    summary: `${name} helps groups and volunteers.`,
    description: '',
    phone: '01632 960101',
    email: 'hello@centre.example',
    website: '',
    contactLabel: 'The desk',
    ...(postcode ? { place: { venue: 'Market Hall', address: '1 Market Street', postcode } } : {}),
    covers: covers.map((code) => ({ code, own: code !== 'V05' })),
    areas: [],
    people: [
      {
        email: `${person}@practice.example`,
        name: `Pat ${person}`,
        role: kind === 'hub' ? 'coordinator' : 'worker',
      },
    ],
  };
}

/** Answers to the five steps, as an organiser would give them. */
export const lunchClub = {
  who: {
    name: 'Saffron Street Lunch Club',
    also_called: 'Saffron Lunches',
    kind: 'informal',
    legal_form: 'none',
    register_number: '',
    your_name: 'Noor Bexley',
  },
  where: {
    postcode: 'av3 4rb',
    venue: 'Tansy Street Hall',
    address: 'Tansy Street',
    address_shown: 'public',
    areas: ['V01', 'V02'],
  },
  what: {
    summary: 'A hot lunch and company for anyone over 60.',
    description: 'Two courses and a quiz.',
    themes: ['food', 'company'],
    people_served: ['older'],
    service_name: 'Tuesday lunch',
    days: ['TU'],
    opens: '11.30',
    closes: '14.00',
    cost_words: '£3 or what you can',
    way_in: 'turn_up',
  },
  found: {
    contact_label: 'The desk',
    phone: '01632 960144',
    email: '',
    website: '',
    languages: ['en'],
    access: ['step_free'],
  },
};

/** The address of the page a mail leads to, without its host. */
export function pathIn(text: string, under: string): string {
  const found = new RegExp(`http://localhost:3000(${under}[^\\s]*)`).exec(text)?.[1];
  if (!found) throw new Error(`No link to ${under} in: ${text}`);
  return found;
}
