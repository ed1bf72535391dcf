import type { DayState, EmployerDay, Offer } from '../../words/employers.ts';

type Asked = Pick<EmployerDay, 'state' | 'size' | 'onDay' | 'budgetPence'>;
type Given = Pick<
  Offer,
  'id' | 'organisationName' | 'places' | 'costEachPence' | 'agreedPlaces' | 'isReady'
> & {
  readonly riskCheckedAt: Date | null;
};

/** Whoever cancels later than this owes what was agreed: the groups have bought the food by then. */
export const freeUntilDays = 7;

export function agreedPlaces(offers: readonly Pick<Offer, 'agreedPlaces'>[]): number {
  return offers.reduce((sum, one) => sum + one.agreedPlaces, 0);
}

export function agreedPence(offers: readonly Pick<Offer, 'agreedPlaces' | 'costEachPence'>[]): number {
  return offers.reduce((sum, one) => sum + one.agreedPlaces * one.costEachPence, 0);
}

/** Places that somebody could still have: of those who are ready, and whose risks were looked at. */
function openPlaces(offers: readonly Given[]): number {
  return offers
    .filter(({ isReady, riskCheckedAt }) => isReady && riskCheckedAt !== null)
    .reduce((sum, one) => sum + one.places - one.agreedPlaces, 0);
}

/** Whose turn it is: the employer’s once there are places to agree to, until then its centre’s. */
export function turnOf({ state, size }: Asked, offers: readonly Given[]): 'centre' | 'employer' | 'nobody' {
  if (state !== 'open') return 'nobody';
  const missing = size - agreedPlaces(offers);
  const isAgainOpen = agreedPlaces(offers) > 0 && openPlaces(offers) > 0;
  return openPlaces(offers) >= missing || isAgainOpen ? 'employer' : 'centre';
}

/** What is wrong with what the employer would agree to, by the id of the offer; '' for all of it. */
export function whyNotAgree(
  day: Asked,
  offers: readonly Given[],
  chosen: ReadonlyMap<string, number>,
): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { id, places, isReady, organisationName: name, riskCheckedAt } of offers) {
    const wanted = chosen.get(id) ?? 0;
    if (wanted === 0) continue;
    if (!isReady) problems[id] = `${name} is not ready. Write 0.`;
    else if (wanted > places) problems[id] = `${name} can take ${places}. Write ${places} or less.`;
    else if (riskCheckedAt === null)
      problems[id] = `${name} has not looked at the risks yet. Write 0, and come back when it has.`;
  }
  if (Object.keys(problems).length > 0) return problems;
  const taken = offers.map((one) => ({ ...one, agreedPlaces: chosen.get(one.id) ?? 0 }));
  const [people, pence] = [agreedPlaces(taken), agreedPence(taken)];
  if (people === 0) return { '': 'Say for at least one group how many people go there.' };
  if (people > day.size) return { '': `That is ${people} people, and you asked for ${day.size}.` };
  if (day.budgetPence !== null && pence > day.budgetPence) {
    return { '': `That costs ${pounds(pence)}, and your budget is ${pounds(day.budgetPence)}.` };
  }
  return {};
}

/** What is owed although nobody comes. */
export function owedWhenCancelled(
  { onDay }: Asked,
  offers: readonly Pick<Offer, 'agreedPlaces' | 'costEachPence'>[],
  today: string,
): number {
  const days = (Date.parse(`${onDay}T12:00:00Z`) - Date.parse(`${today}T12:00:00Z`)) / 86_400_000;
  return days <= freeUntilDays ? agreedPence(offers) : 0;
}

/** Both sides of every place that was taken have said how it was. */
export function isToldByAll(
  offers: readonly Pick<Offer, 'agreedPlaces' | 'employerUseful' | 'hostUseful'>[],
): boolean {
  return offers
    .filter((one) => one.agreedPlaces > 0)
    .every((one) => one.employerUseful !== null && one.hostUseful !== null);
}

export function isGoing(state: DayState): boolean {
  return state === 'open' || state === 'agreed';
}

/** `£4.50`, `£120`. */
export function pounds(pence: number): string {
  return pence % 100 === 0 ? `£${pence / 100}` : `£${(pence / 100).toFixed(2)}`;
}
