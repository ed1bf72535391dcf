import type { TenMinutes } from '../../../platform/contributions.ts';
import { weekdayWords } from '../../../platform/dates.ts';
import { withWords } from './inbox.ts';
import { openLoopsOf } from './open.ts';

/** A reply takes longer than a look. */
const minutes = 2;

/** Answers that the actor may give: what lies with them first, then what is due longest. */
export const repliesOwed: TenMinutes = {
  name: 'reply',
  label: 'Somebody waits for an answer',
  place: 10,
  async read(ctx, { limit, taken }) {
    const ids = [...new Set(ctx.actor.positions.map((held) => held.organisationId))];
    const told = await ctx.db.read(async (db) => withWords(db, ctx, await openLoopsOf(db, ids)));
    const mine = told
      .filter(({ loop, kind }) => kind.mayAnswer(ctx.actor, loop.ownerOrganisationId))
      .map((one) => ({ ...one, isOwn: one.loop.ownerPersonId === ctx.actor.personId }))
      .sort(
        (a, b) => Number(b.isOwn) - Number(a.isOwn) || Number(a.loop.firstDueAt) - Number(b.loop.firstDueAt),
      );
    return mine
      .filter(({ loop }, index) => index < limit || taken.includes(loop.id))
      .map(({ loop, kind, words }) => ({
        id: loop.id,
        title: words.title,
        text: `${kind.label}, promised for ${weekdayWords(loop.firstDueAt)}.`,
        url: words.url,
        action: words.action,
        minutes,
      }));
  },
};
