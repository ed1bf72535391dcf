import { parts } from './areas.ts';
import { type Dice, dice } from './dice.ts';
import { boroughs } from './lists/places.ts';
import { trades } from './lists/trades.ts';
import { desks, founders, streets } from './lists/words.ts';
import { fill, nameOfDay, type Slots, slug } from './phrases.ts';
import type { DemoOrganisation, DemoPostcode, Weekday } from './shapes.ts';
import { lastChecked, legalStanding, presentState, shown, tongues, worksIn } from './standing.ts';
import type { Trade } from './trade.ts';
import { type Venue, venuesOf } from './venues.ts';

/** A generated group with what its services need to be written in the same words. */
export interface Generated {
  organisation: DemoOrganisation;
  trade: Trade;
  slots: Slots;
  day: Weekday;
  /** Another hall near by, where one of its services may be. */
  elsewhere: Venue;
  /** Its words name its day, so its first service is on it. */
  namesDay: boolean;
}

interface Draw {
  throws: Dice;
  slugs: Set<string>;
  phones: string[];
  turn: Map<string, number>;
}

interface Beginning {
  index: number;
  trade: Trade;
  place: string;
  borough: { code: string; name: string };
  venue: Venue;
  elsewhere: Venue;
}

/** So many groups that every kind of activity has six or seven, more of them where more people live. */
export function generatedGroups(count: number, all: readonly DemoPostcode[], used: ReadonlySet<string>) {
  const draw: Draw = { throws: dice('groups'), slugs: new Set(), phones: freePhones(used), turn: new Map() };
  const spots = parts().flatMap((part) => {
    const borough = boroughs.find(({ code }) => code === part.borough);
    return borough ? [{ place: part.name, borough, venues: venuesOf(part, borough.name, all) }] : [];
  });
  const weighted = spots.flatMap((spot) => {
    return Array.from({ length: Math.round(spot.borough.units / 40) }, () => spot);
  });
  return Array.from({ length: count }, (_, index): Generated => {
    const trade = trades[(index * 7) % trades.length];
    if (!trade) throw new Error('There are no trades.');
    const { place, borough, venues } = draw.throws.pick(weighted);
    const venue = draw.throws.pick(trade.themes[0] === 'green' ? venues.out : venues.in);
    const elsewhere = draw.throws.pick(venues.in.filter((other) => other !== venue));
    return group({ index, trade, place, borough, venue, elsewhere }, draw);
  });
}

function group({ index, trade, place, borough, venue, elsewhere }: Beginning, draw: Draw): Generated {
  const { throws } = draw;
  const day = throws.pick<Weekday>(['MO', 'TU', 'WE', 'TH', 'FR', 'TU', 'TH', 'SA']);
  const volunteers = throws.whole(3, 9) + (throws.chance(0.4) ? throws.whole(4, 40) : 0);
  const show = shown(trade, throws);
  const slots: Slots = {
    place,
    borough: borough.name,
    street: show === 'public' ? venue.street : '',
    venue: show === 'public' ? venue.venue : 'a place we tell you when you ring',
    day: nameOfDay(day),
    year: String(throws.whole(1979, 2022)),
    n: String(volunteers),
    who: throws.pick(founders),
  };
  const name = freshName(trade, slots, draw);
  const summary = inTurn(`${trade.key} says`, trade.says, draw.turn);
  const story = throws.some(trade.story, throws.whole(2, 4));
  const house = trade.hidden ? { venue: `A house in ${borough.name}` } : {};
  const organisation: DemoOrganisation = {
    key: slug(name),
    name,
    otherNames: otherNames(name, trade, slots, throws),
    ...legalStanding(index, throws),
    summary: fill(summary, slots),
    description: story.map((said) => fill(said, slots)).join(' '),
    themes: trade.themes,
    people: trade.people,
    worksIn: worksIn(borough.code, throws),
    place: { venue: venue.venue, address: venue.address, postcode: venue.postcode, ...house, show },
    phone: draw.phones.pop() ?? '',
    email: `${throws.pick(['hello', 'info', 'office', 'contact'])}@${slug(name)}.example`,
    ...(throws.chance(0.55) ? { website: `https://${slug(name)}.example/` } : {}),
    contactLabel: throws.chance(0.7) ? throws.pick(trade.desk) : throws.pick(desks),
    access: venue.access,
    languages: tongues(trade, throws),
    volunteers,
    ...lastChecked(throws),
    ...presentState(index, throws),
  };
  const namesDay = summary.includes('{day}') || name.includes(slots.day);
  return { organisation, trade, slots, day, elsewhere, namesDay };
}

/** Takes them one after the other, so that no wording is worn out while others rest. */
export function inTurn(key: string, from: readonly string[], turn: Map<string, number>): string {
  const at = turn.get(key) ?? 0;
  turn.set(key, at + 1);
  return from[at % from.length] ?? '';
}

/** A name nobody has; one that gives away a street is kept for groups that show theirs. */
function freshName(trade: Trade, slots: Slots, draw: Draw): string {
  const names = slots.street ? trade.names : trade.names.filter((name) => !/\{(street|venue)\}/.test(name));
  for (let tries = 0; tries < 60; tries += 1) {
    const wider = tries < 20 || !slots.street ? slots : { ...slots, street: draw.throws.pick(streets) };
    const name = fill(inTurn(`${trade.key} name`, names, draw.turn), wider);
    if (!draw.slugs.has(slug(name))) {
      draw.slugs.add(slug(name));
      return name;
    }
  }
  throw new Error(`No name is left for a ${trade.plain} in ${slots.place}.`);
}

function otherNames(name: string, trade: Trade, slots: Slots, throws: Dice): string[] {
  const words = name.split(/[^\p{L}’]+/u).filter((word) => word.length > 0);
  const short = words.length > 5 ? [words.map((word) => word[0]?.toUpperCase() ?? '').join('')] : [];
  const old = throws.pick([
    `${slots.place} ${trade.plain}`,
    `${slots.street || slots.borough} ${trade.plain}`,
    `Old ${slots.place} ${trade.plain}`,
  ]);
  return [...short, ...(throws.chance(0.28) ? [old] : [])].filter((other) => other !== name);
}

/** 01632 960xxx is kept for plays and films; the first two hundred are dealt by hand. */
function freePhones(used: ReadonlySet<string>): string[] {
  const all = Array.from({ length: 800 }, (_, index) => `01632 960${200 + index}`);
  const throws = dice('phones');
  const shuffled = all.map((phone) => ({ phone, at: throws.next() })).sort((a, b) => a.at - b.at);
  return shuffled.map(({ phone }) => phone).filter((phone) => !used.has(phone));
}
