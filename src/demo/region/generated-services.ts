import { type Dice, dice } from './dice.ts';
import { type Generated, inTurn } from './generated.ts';
import { trades } from './lists/trades.ts';
import { pauseNotes } from './lists/words.ts';
import { fill, nameOfDay, type Slots, schedules } from './phrases.ts';
import type { DemoSchedule, DemoService } from './shapes.ts';
import type { Offer } from './trade.ts';
import type { Venue } from './venues.ts';

interface Draw {
  throws: Dice;
  turn: Map<string, number>;
}

/** None to five services for each group, in its own words and on its own days. */
export function generatedServices(groups: readonly Generated[]): DemoService[] {
  const draw: Draw = { throws: dice('services'), turn: new Map() };
  return groups.flatMap((group) => {
    if (group.organisation.state === 'closed') return [];
    const offers = chosenOffers(group, draw.throws);
    return offers.map((offer, index) => {
      return { key: `${group.organisation.key}-${index + 1}`, ...service(group, offer, draw, index === 0) };
    });
  });
}

/** Mostly two or three of the trade’s own; now and then one of a trade beside it. */
function chosenOffers({ trade }: Generated, throws: Dice): Offer[] {
  if (throws.chance(0.03)) return [];
  const [main, ...more] = trade.offers;
  const own = [
    ...(main ? [main] : []),
    ...throws.some(more, throws.chance(0.75) ? throws.whole(1, more.length) : 0),
  ];
  if (trade.hidden || !throws.chance(0.3)) return own;
  const beside = trades.filter(({ key, hidden, themes }) => {
    return key !== trade.key && !hidden && themes[0] === trade.themes[0];
  });
  const [other] = throws.some(beside, 1);
  const extra = other?.offers[0];
  if (!other || !extra) return own;
  return [...own, { ...extra, themes: extra.themes ?? other.themes, people: extra.people ?? other.people }];
}

function service(group: Generated, offer: Offer, draw: Draw, isFirst: boolean): Omit<DemoService, 'key'> {
  const { organisation, trade } = group;
  const { throws } = draw;
  const times = timesOf(group, offer, throws, isFirst);
  const elsewhere = !isFirst && !offer.comes && organisation.place.show === 'public' && throws.chance(0.15);
  const venue = elsewhere ? group.elsewhere : undefined;
  const wayIn = throws.pick(offer.way);
  const [pence, words] = throws.pick(offer.cost);
  return {
    organisation: organisation.key,
    ...said(group, offer, draw, { day: times[0]?.days[0] ?? group.day, venue }),
    themes: offer.themes ?? trade.themes,
    people: offer.people ?? trade.people,
    ...(offer.ages ? { ages: offer.ages } : {}),
    cost: { pence, words },
    wayIn,
    schedules: times,
    ...(venue ? { place: { venue: venue.venue, address: venue.address, postcode: venue.postcode } } : {}),
    ...(offer.comes ? { coversBoroughs: organisation.worksIn } : {}),
    languages: organisation.languages,
    access: offer.comes ? [] : (venue ?? organisation).access,
    ...standing(organisation.state, throws),
    takingReferrals: wayIn === 'referral' || throws.chance(0.4),
    openToVolunteers: throws.chance(0.5),
    checkedDaysAgo: throws.whole(
      throws.chance(0.8) ? organisation.checkedDaysAgo : 0,
      organisation.checkedDaysAgo,
    ),
  };
}

type Said = Pick<DemoService, 'name' | 'summary' | 'description' | 'forWhom' | 'notFor'>;

/** A service names the day and the hall it has itself, which need not be the group’s. */
function said(
  { trade, slots: own }: Generated,
  offer: Offer,
  { throws, turn }: Draw,
  { day, venue }: { day: Generated['day']; venue: Venue | undefined },
): Said {
  const slots: Slots = { ...own, day: nameOfDay(day), venue: venue?.venue ?? own.venue };
  const key = `${trade.key} ${offer.names[0]}`;
  const story = throws.some(offer.story, throws.whole(2, 3));
  const notFor = offer.notFor && throws.chance(0.8) ? { notFor: throws.pick(offer.notFor) } : {};
  return {
    name: fill(inTurn(`${key} name`, offer.names, turn), slots),
    summary: fill(inTurn(`${key} says`, offer.says, turn), slots),
    description: story.map((sentence) => fill(sentence, slots)).join(' '),
    forWhom: fill(throws.pick(offer.forWhom), slots),
    ...notFor,
  };
}

function timesOf({ namesDay, day }: Generated, offer: Offer, throws: Dice, isFirst: boolean): DemoSchedule[] {
  const onOwnDay = offer.hours.filter((hours) => hours.startsWith('D'));
  return schedules(throws.pick(isFirst && namesDay && onOwnDay.length > 0 ? onOwnDay : offer.hours), day);
}

function standing(state: string, throws: Dice): Pick<DemoService, 'status' | 'statusNote'> {
  if (state === 'paused') {
    return { status: 'paused', statusNote: 'The group is taking a rest. Ring the centre meanwhile.' };
  }
  if (throws.chance(0.04)) return { status: 'paused', statusNote: throws.pick(pauseNotes) };
  if (throws.chance(0.03)) return { status: 'temporarily_closed', statusNote: throws.pick(pauseNotes) };
  return { status: 'open' };
}
