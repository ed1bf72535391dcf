import { addDays, dayOf } from '../../platform/dates.ts';
import { agreeDay, askForDay, cancelDay } from '../../slices/volunteering/actions/employers/asking.ts';
import {
  checkRisk,
  endDays,
  makeOffer,
  sayHowItWas,
} from '../../slices/volunteering/actions/employers/hosting.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import type { Stage } from './stage.ts';

const employer = 'employer@practice.example';

interface Told {
  readonly title: string;
  readonly size: number;
  readonly askedDaysAgo: number;
  /** Days from today; below nought it is over. */
  readonly inDays: number;
  readonly places: readonly [number, number];
  readonly ends: 'open' | 'agreed' | 'cancelled' | 'held' | 'closed';
}

/** Kasia’s bakery asks for a day, in each state that a day can be in. */
const told: readonly Told[] = [
  {
    title: 'Six bakers in the garden',
    size: 6,
    askedDaysAgo: 120,
    inDays: -60,
    places: [6, 0],
    ends: 'closed',
  },
  {
    title: 'Eight bakers sort winter coats',
    size: 8,
    askedDaysAgo: 40,
    inDays: -2,
    places: [4, 4],
    ends: 'held',
  },
  {
    title: 'Ten bakers paint a hall',
    size: 10,
    askedDaysAgo: 30,
    inDays: 2,
    places: [10, 0],
    ends: 'cancelled',
  },
  {
    title: 'Twelve bakers cook for a street',
    size: 12,
    askedDaysAgo: 20,
    inDays: 25,
    places: [7, 5],
    ends: 'agreed',
  },
  {
    title: 'Thirty bakers for a day in June',
    size: 30,
    askedDaysAgo: 3,
    inDays: 150,
    places: [18, 0],
    ends: 'open',
  },
];

export async function askForDays(stage: Stage, groups: readonly StagedGroup[]): Promise<void> {
  const bakery = groups.find(({ one }) => one.key === 'tenter-mill-bakery');
  const hosts = ['tuesday-table', 'second-helpings'].map((key) => groups.find(({ one }) => one.key === key));
  const [first, second] = hosts;
  if (!bakery || !first || !second) return;
  for (const one of told) await tell(stage, one, { bakery, hosts: [first, second] });
}

interface Bodies {
  readonly bakery: StagedGroup;
  readonly hosts: readonly [StagedGroup, StagedGroup];
}

async function tell(stage: Stage, one: Told, { bakery, hosts }: Bodies): Promise<void> {
  const asked = stage.as(employer, daysBack(stage.now, one.askedDaysAgo, 13));
  const id = asked.newId();
  await askForDay(asked, bakery.id, {
    ...{ id, title: one.title, words: 'We are used to early mornings.', size: one.size, skills: [] },
    ...{ on_day: dayOf(addDays(stage.now, one.inDays)), budget: one.size * 1000, share: 'sub_region' },
  });
  const offers = [];
  for (const [index, host] of hosts.entries()) {
    const places = one.places[index] ?? 0;
    if (places === 0) continue;
    const offered = stage.as(host.organiser.email, daysBack(stage.now, one.askedDaysAgo - 1, 19));
    const offer = await makeOffer(offered, id, {
      ...{ organisation: host.id, places, cost_each: 450 + index * 150 },
      words: 'Sort, pack and carry. Somebody of ours meets you at the door at ten.',
    });
    await checkRisk(offered, id, offer, 'Lifting, wet floors, the stove. Two of us are first aiders.');
    offers.push({ id: offer, places, host });
  }
  if (one.ends !== 'open') await goOn(stage, one, { id, offers });
}

interface Agreed {
  readonly id: string;
  readonly offers: readonly { readonly id: string; readonly places: number; readonly host: StagedGroup }[];
}

async function goOn(stage: Stage, one: Told, { id, offers }: Agreed): Promise<void> {
  const agreed = stage.as(employer, daysBack(stage.now, one.askedDaysAgo - 2, 13));
  const places = new Map(offers.map((offer) => [offer.id, offer.places]));
  await agreeDay(agreed, id, { enough: false, version: 0, places });
  if (one.ends === 'cancelled') {
    const late = stage.as(employer, daysBack(stage.now, 1, 9));
    return cancelDay(late, id, { reason: 'Two ovens are broken, and everybody has to help.', version: 1 });
  }
  if (one.ends !== 'closed') return;
  await endDays(stage.asJob(daysBack(stage.now, -one.inDays - 1, 1)));
  for (const offer of offers) {
    const after = daysBack(stage.now, -one.inDays - 3, 20);
    const about = { dayId: id, offerId: offer.id };
    const words = 'We would do it again.';
    await sayHowItWas(stage.as(employer, after), { ...about, side: 'employer' }, { useful: true, words });
    await sayHowItWas(
      stage.as(offer.host.organiser.email, after),
      { ...about, side: 'host' },
      { useful: true, words: '' },
    );
  }
}
