import type { Hello, Said } from '../words/hellos.ts';

/** As many as one meets on a good day, and more than the twelve that are suggested at once would only be sent on. */
const hellosADay = 12;
/** “Not now” is an answer: for so long nobody asks again. */
const notNowDays = 90;

const dayMs = 86_400_000;

export function whyNoMoreToday(saidToday: number, wanted: number): string | undefined {
  if (saidToday + wanted <= hellosADay) return undefined;
  const left = Math.max(0, hellosADay - saidToday);
  return left === 0
    ? `You have said hello to ${saidToday} today, and ${hellosADay} a day are enough. Go on tomorrow.`
    : `You can say hello to ${left} more today, because ${hellosADay} a day are enough. Take some ticks away.`;
}

interface Between {
  name: string;
  takesHellos: boolean;
  knowEachOther: boolean;
  /** The last hello between the two, whoever said it. */
  last: Pick<Hello, 'fromId' | 'toId' | 'answer' | 'answeredAt'> | undefined;
}

/** Why this group cannot be greeted now, in the words that stand beside its name. */
export function whyNotHello(one: Between, fromId: string, now: Date): string | undefined {
  const { name, last } = one;
  if (one.knowEachOther) return `${name} and you know each other already.`;
  if (last && last.answer === undefined) {
    return last.fromId === fromId
      ? `${name} has not answered your first hello yet.`
      : `${name} has said hello to you. Answer it instead.`;
  }
  // The same sentence whether it stops one group or all: nobody has to give a reason.
  if (!one.takesHellos) return `${name} takes no hellos now.`;
  if (last?.fromId === fromId && last.answer === 'not_now' && last.answeredAt) {
    const until = new Date(last.answeredAt.getTime() + notNowDays * dayMs);
    if (until > now) return `${name} said “not now”. Ask again in ${weeksWords(until, now)}.`;
  }
  return undefined;
}

/** What somebody who gives this answer says of the two, from where they stand. */
export function saidBy(answer: string): Said | undefined {
  if (answer === 'not_now' || answer === 'no_more' || answer === 'nobody_there' || answer === 'nothing')
    return undefined;
  return {
    signpostsTo: answer === 'we_signpost' || answer === 'both',
    signpostsFrom: answer === 'you_signpost' || answer === 'both',
  };
}

function weeksWords(until: Date, now: Date): string {
  const weeks = Math.ceil((until.getTime() - now.getTime()) / (7 * dayMs));
  return weeks === 1 ? 'a week' : `${weeks} weeks`;
}
