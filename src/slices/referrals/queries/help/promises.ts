import type { LoopWords, Panel } from '../../../../platform/contributions.ts';
import type { Db } from '../../../../platform/db/open.ts';
import { helpStates } from '../../lists/help.ts';
import { helpersOf } from '../../permits/help.ts';
import { help } from '../../urls.ts';
import { helpRows, leastOfHelp } from './requests.ts';

/** What is waited for, without a word of who asked or for what. */
export async function describeHelp(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  return (await leastOfHelp(db, ids)).map((row) => ({
    thingId: row.id,
    title: row.code,
    text: helpStates[row.state],
    url: help.one(row.id),
    action: row.state === 'received' ? 'Look and take it up' : 'Go on with it',
    answersId: row.organisationId,
  }));
}

/** The way to the lists and to the form for callers, for whoever answers. */
export const ownHelp: Panel = {
  title: 'Requests for help',
  async read(ctx) {
    const organisationIds = helpersOf(ctx.actor);
    if (organisationIds.length === 0) return [];
    const open = await ctx.db.read((db) => helpRows(db, { side: 'ours', organisationIds, isOpen: true }));
    return [
      { label: 'To us', href: help.list(), note: `${open.length} open` },
      { label: 'Write for a caller', href: help.taken(), note: '' },
    ];
  },
};
