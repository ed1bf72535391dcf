import type { House } from '../../platform/contributions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { addDays } from '../../platform/dates.ts';
import { makeCtx, type Source } from '../../platform/http/context.ts';
import { type Actor, type HeldPosition, job } from '../../platform/permit.ts';
import { bringIn, sawPersons } from '../../slices/people/door.ts';

/** Nobody is mailed about what is older than this. */
export const newsDays = 5;
/** One person in so many has not been seen since. */
const quietEvery = 40;

interface Known {
  personId: string;
  name: string;
  positions: HeldPosition[];
}

/** Where the story is told: who acts, and when. */
export interface Stage {
  /** The day it is filled. */
  readonly now: Date;
  /** As a job, at a moment of the past. */
  asJob(at: Date): Ctx;
  /** As somebody who was brought in, with the positions that person was given. */
  as(email: string, at: Date): Ctx;
  /** Brings somebody in, once. */
  bring(who: { email: string; name: string }, at: Date): Promise<string>;
  /** Most were here within seven weeks. Of a few of the groups nobody was, since the account was made. */
  seeMost(): Promise<void>;
  /** Notes a position that an action gave, so that the person may act by it. */
  hold(email: string, position: HeldPosition): void;
}

export function openStage(source: Source, now: Date): Stage {
  const known = new Map<string, Known>();
  const loud = withoutListeners(source.house);
  const quiet: House = { ...loud, eventsWithMessages: new Set() };

  function at(actor: Actor, when: Date): Ctx {
    const house = when < addDays(now, -newsDays) ? quiet : loud;
    return { ...makeCtx({ ...source, house }, { actor, hoursAhead: 0 }), now: when };
  }

  function one(email: string): Known {
    const found = known.get(email);
    if (!found) throw new Error(`${email} was not brought in.`);
    return found;
  }

  return {
    now,
    asJob: (when) => at(job, when),
    as: (email, when) =>
      at({ kind: 'person', email, strength: 'strong', isFresh: true, ...one(email) }, when),
    async bring({ email, name }, when) {
      const met = known.get(email);
      if (met) return met.personId;
      const ctx = at(job, when);
      const personId = await ctx.db.transaction((tx) => bringIn(tx, ctx, { email, name }));
      known.set(email, { personId, name, positions: [] });
      return personId;
    },
    async seeMost() {
      const byDay = new Map<number, string[]>();
      for (const [index, { personId, positions }] of [...known.values()].entries()) {
        const isOfGroup = positions.every(
          ({ organisationKind }) => !['centre', 'hub'].includes(organisationKind),
        );
        if (isOfGroup && index % quietEvery === 0) continue;
        const daysAgo = 1 + (index % 49);
        byDay.set(daysAgo, [...(byDay.get(daysAgo) ?? []), personId]);
      }
      for (const [daysAgo, ids] of byDay) {
        const ctx = at(job, addDays(now, -daysAgo));
        await ctx.db.transaction((tx) => sawPersons(tx, ctx, ids));
      }
    },
    hold(email, position) {
      one(email).positions.push(position);
    },
  };
}

/** The directory is made once at the end instead of after each of ten thousand events. */
function withoutListeners(house: House): House {
  return { ...house, subscribers: house.subscribers.filter(({ events }) => events !== 'all') };
}
