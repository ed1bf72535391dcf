import { type Part, parts } from './areas.ts';
import { type Dice, dice } from './dice.ts';
import { borders } from './lists/corners.ts';
import { boroughs } from './lists/places.ts';
import { trades } from './lists/trades.ts';
import { closings, desks, founders, groupPauses, streets } from './lists/words.ts';
import { fill, nameOfDay, type Slots, slug } from './phrases.ts';
import type { DemoOrganisation, DemoPostcode, Language, LegalForm, Weekday } from './shapes.ts';
import type { Trade } from './trade.ts';
import { type Venue, venuesOf } from './venues.ts';

/** A generated group with what its services need to be written in the same words. */
export interface Generated {
  organisation: DemoOrganisation;
  trade: Trade;
  slots: Slots;
  day: Weekday;
  venue: Venue;
  /** Its words name its day, so its first service is on it. */
  namesDay: boolean;
}

interface Draw {
  throws: Dice;
  slugs: Set<string>;
  phones: string[];
  turn: Map<string, number>;
}

/** So many groups that every kind of activity has six or seven. */
export function generatedGroups(
  count: number,
  all: readonly DemoPostcode[],
  usedPhones: ReadonlySet<string>,
): Generated[] {
  const draw: Draw = {
    throws: dice('groups'),
    slugs: new Set(),
    phones: freePhones(usedPhones),
    turn: new Map(),
  };
  const spots = parts().map((part) => {
    const borough = boroughs.find(({ code }) => code === part.borough);
    return {
      part,
      borough: borough?.name ?? '',
      weight: borough?.units ?? 0,
      venues: venuesOf(part, borough?.name ?? '', all),
    };
  });
  const weighted = spots.flatMap((spot) => Array.from({ length: Math.round(spot.weight / 40) }, () => spot));
  return Array.from({ length: count }, (_, index) => {
    const trade = trades[(index * 7) % trades.length];
    if (!trade) throw new Error('There are no trades.');
    const spot = draw.throws.pick(weighted);
    const outdoor = trade.themes[0] === 'green';
    const venue = draw.throws.pick(outdoor ? spot.venues.out : spot.venues.in);
    return group(trade, spot.part, spot.borough, venue, draw, index);
  });
}

function group(
  trade: Trade,
  part: Part,
  borough: string,
  venue: Venue,
  draw: Draw,
  index: number,
): Generated {
  const { throws } = draw;
  const day = throws.pick<Weekday>(['MO', 'TU', 'WE', 'TH', 'FR', 'TU', 'TH', 'SA']);
  const volunteers = throws.whole(3, 9) + (throws.chance(0.4) ? throws.whole(4, 40) : 0);
  const slots: Slots = {
    place: part.name,
    borough,
    street: venue.street,
    venue: trade.hidden ? 'a place we keep to ourselves' : venue.venue,
    day: nameOfDay(day),
    year: String(throws.whole(1979, 2022)),
    n: String(volunteers),
    who: throws.pick(founders),
  };
  const name = freshName(trade, slots, draw);
  const summary = inTurn(`${trade.key} says`, trade.says, draw.turn);
  const organisation: DemoOrganisation = {
    key: slug(name),
    name,
    otherNames: otherNames(name, trade, slots, throws),
    ...standing(throws, index),
    summary: fill(summary, slots),
    description: throws
      .some(trade.story, throws.whole(2, 4))
      .map((said) => fill(said, slots))
      .join(' '),
    themes: trade.themes,
    people: trade.people,
    worksIn: worksIn(part.borough, throws),
    place: {
      venue: venue.venue,
      address: venue.address,
      postcode: venue.postcode,
      show: shown(trade, throws),
    },
    phone: draw.phones.pop() ?? '',
    email: `${throws.pick(['hello', 'info', 'office', 'contact'])}@${slug(name)}.example`,
    ...(throws.chance(0.55) ? { website: `https://${slug(name)}.example/` } : {}),
    contactLabel: throws.chance(0.7) ? throws.pick(trade.desk) : throws.pick(desks),
    access: venue.access,
    languages: tongues(trade, throws),
    volunteers,
    ...ages(throws),
    ...state(index, throws),
  };
  return {
    organisation,
    trade,
    slots,
    day,
    venue,
    namesDay: /\{day\}/.test(summary) || name.includes(slots.day),
  };
}

/** Takes them one after the other, so that no wording is worn out while others rest. */
export function inTurn(key: string, from: readonly string[], turn: Map<string, number>): string {
  const at = turn.get(key) ?? 0;
  turn.set(key, at + 1);
  return from[at % from.length] ?? '';
}

function freshName(trade: Trade, slots: Slots, draw: Draw): string {
  for (let tries = 0; tries < 60; tries += 1) {
    const wider = tries < 20 ? slots : { ...slots, street: draw.throws.pick(streets) };
    const name = fill(inTurn(`${trade.key} name`, trade.names, draw.turn), wider);
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
    `${slots.street} ${trade.plain}`,
    `Old ${slots.place} ${trade.plain}`,
  ]);
  return [...short, ...(throws.chance(0.28) ? [old] : [])].filter((other) => other !== name);
}

function standing(
  throws: Dice,
  index: number,
): Pick<DemoOrganisation, 'kind' | 'legalForm' | 'registerNumber'> {
  if (throws.chance(0.24)) return { kind: 'informal', legalForm: 'none' };
  const kind = throws.chance(0.03) ? 'national' : 'group';
  const legalForm = throws.pick<LegalForm>([
    'charity',
    'charity',
    'charity',
    'cio',
    'cio',
    'association',
    'association',
    'company',
    'cic',
    'society',
  ]);
  if (legalForm === 'charity' || legalForm === 'cio') {
    return { kind, legalForm, registerNumber: { scheme: 'GB-CHC', id: String(9901000 + index * 7) } };
  }
  if (legalForm === 'company' || legalForm === 'cic') {
    return { kind, legalForm, registerNumber: { scheme: 'GB-COH', id: String(99020000 + index * 13) } };
  }
  return { kind, legalForm };
}

/** Home first, then some of the boroughs that touch it. */
function worksIn(home: string, throws: Dice): string[] {
  const corners = borders[home] ?? [];
  const touching = Object.keys(borders).filter(
    (code) => code !== home && (borders[code] ?? []).filter((corner) => corners.includes(corner)).length > 1,
  );
  return throws.chance(0.38) ? [home, ...throws.some(touching, throws.whole(1, 3))] : [home];
}

function shown(trade: Trade, throws: Dice): 'public' | 'area' | 'hidden' {
  if (trade.hidden) return 'hidden';
  return trade.people.includes('lgbt') || throws.chance(0.08) ? 'area' : 'public';
}

function tongues(trade: Trade, throws: Dice): Language[] {
  const spoken =
    trade.languages ?? (throws.chance(0.3) ? (['so', 'ur', 'pl', 'pa', 'ro', 'pt'] as const) : []);
  return [
    'en',
    ...throws.some(
      spoken.filter((code) => code !== 'en'),
      throws.whole(1, 3),
    ),
  ];
}

/** Most records are fresh, some due, some old, and a few have been forgotten. */
function ages(throws: Dice): Pick<DemoOrganisation, 'checkedDaysAgo' | 'registeredDaysAgo'> {
  const share = throws.next();
  const checkedDaysAgo =
    share < 0.68
      ? throws.whole(0, 170)
      : share < 0.83
        ? throws.whole(183, 268)
        : share < 0.94
          ? throws.whole(276, 362)
          : throws.whole(370, 600);
  return { checkedDaysAgo, registeredDaysAgo: checkedDaysAgo + throws.whole(1, 1400) };
}

function state(index: number, throws: Dice): Pick<DemoOrganisation, 'state' | 'note'> {
  if (index % 47 === 11) return { state: 'paused', note: throws.pick(groupPauses) };
  if (index % 71 === 23) return { state: 'closed', note: throws.pick(closings) };
  return { state: 'active' };
}

/** 01632 960xxx is kept for plays and films; the first hundred and the known ones are not dealt out. */
function freePhones(used: ReadonlySet<string>): string[] {
  const all = Array.from({ length: 800 }, (_, index) => `01632 960${200 + index}`).filter(
    (phone) => !used.has(phone),
  );
  const throws = dice('phones');
  return all
    .map((phone) => ({ phone, at: throws.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ phone }) => phone);
}
