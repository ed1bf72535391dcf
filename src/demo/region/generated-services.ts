import { type Dice, dice } from './dice.ts';
import { type Generated, inTurn } from './generated.ts';
import { trades } from './lists/trades.ts';
import { pauseNotes } from './lists/words.ts';
import { fill, nameOfDay, type Slots, schedules } from './phrases.ts';
import type { DemoService } from './shapes.ts';
import type { Offer } from './trade.ts';

/** None to five services for each group, in its own words and on its own days. */
export function generatedServices(groups: readonly Generated[]): DemoService[] {
  const throws = dice('services');
  const turn = new Map<string, number>();
  return groups.flatMap((group) => {
    if (group.organisation.state === 'closed') return [];
    return chosenOffers(group, throws).map((offer, index) => service(group, offer, index, throws, turn));
  });
}

/** Mostly two or three of the trade’s own; now and then one of a trade beside it. */
function chosenOffers({ trade }: Generated, throws: Dice): Offer[] {
  if (throws.chance(0.03)) return [];
  const [main, ...more] = trade.offers;
  const own = [...(main ? [main] : []), ...throws.some(more, throws.whole(0, more.length))];
  if (!throws.chance(0.3)) return own;
  const beside = trades.filter(
    (other) => other !== trade && !other.hidden && other.themes[0] === trade.themes[0],
  );
  const other = beside.length > 0 ? throws.pick(beside) : undefined;
  const extra = other?.offers[0];
  if (!other || !extra || trade.hidden) return own;
  return [...own, { ...extra, themes: extra.themes ?? other.themes, people: extra.people ?? other.people }];
}

function service(
  group: Generated,
  offer: Offer,
  index: number,
  throws: Dice,
  turn: Map<string, number>,
): DemoService {
  const { organisation, trade, day } = group;
  const times = schedules(chosenHours(group, offer, index, throws), day);
  const firstDay = times[0]?.days[0] ?? day;
  const slots: Slots = { ...group.slots, day: nameOfDay(firstDay) };
  const key = `${trade.key} ${offer.names[0]}`;
  const [pence, words] = throws.pick(offer.cost);
  const wayIn = throws.pick(offer.way);
  return {
    key: `${organisation.key}-${index + 1}`,
    organisation: organisation.key,
    name: fill(inTurn(`${key} name`, offer.names, turn), slots),
    summary: fill(inTurn(`${key} says`, offer.says, turn), slots),
    description: throws
      .some(offer.story, throws.whole(2, 3))
      .map((said) => fill(said, slots))
      .join(' '),
    forWhom: fill(throws.pick(offer.forWhom), slots),
    ...(offer.notFor && throws.chance(0.8) ? { notFor: throws.pick(offer.notFor) } : {}),
    themes: offer.themes ?? trade.themes,
    people: offer.people ?? trade.people,
    ...(offer.ages ? { ages: offer.ages } : {}),
    cost: { pence, words },
    wayIn,
    schedules: times,
    ...(offer.comes ? { coversBoroughs: organisation.worksIn } : {}),
    languages: organisation.languages,
    access: offer.comes ? [] : organisation.access,
    ...standing(organisation.state, throws),
    takingReferrals: wayIn === 'referral' || throws.chance(0.4),
    openToVolunteers: throws.chance(0.5),
    checkedDaysAgo: throws.chance(0.8)
      ? organisation.checkedDaysAgo
      : throws.whole(0, organisation.checkedDaysAgo),
  };
}

function chosenHours({ namesDay }: Generated, offer: Offer, index: number, throws: Dice): string {
  const onOwnDay = offer.hours.filter((hours) => hours.startsWith('D'));
  return throws.pick(namesDay && index === 0 && onOwnDay.length > 0 ? onOwnDay : offer.hours);
}

function standing(state: string, throws: Dice): Pick<DemoService, 'status' | 'statusNote'> {
  if (state === 'paused')
    return { status: 'paused', statusNote: 'The group is taking a rest. Ring the centre meanwhile.' };
  if (throws.chance(0.04)) return { status: 'paused', statusNote: throws.pick(pauseNotes) };
  if (throws.chance(0.03)) return { status: 'temporarily_closed', statusNote: throws.pick(pauseNotes) };
  return { status: 'open' };
}
