import type { OrganisationPanel, PanelRow } from '../../../platform/contributions.ts';
import { dayWords } from '../../../platform/dates.ts';
import { isCoordinator } from '../../../platform/permit.ts';
import { cardsByIds, organisation } from '../../register/door.ts';
import { keeps } from '../permits.ts';
import { duplicates } from '../urls.ts';
import type { Merge } from '../words.ts';
import { mergesAbout } from './merges.ts';

/** For whoever keeps a record: what was merged into it, and the way to say that it is here twice. */
export const sameGroup: OrganisationPanel = {
  title: 'The same group',
  async read(ctx, about) {
    if (about.kind === 'centre' || about.kind === 'hub') return [];
    const db = ctx.db.open;
    const one = await organisation(db, about.id);
    if (!keeps(ctx.actor, one) && !isCoordinator(ctx.actor)) return [];
    const standing = (await mergesAbout(db, one.id)).filter(
      ({ state }) => state === 'merged' || state === 'asked',
    );
    const others = standing.map((merge) => (merge.goneId === one.id ? merge.keptId : merge.goneId));
    const names = await cardsByIds(db, others);
    const rows: PanelRow[] = standing.map((merge, index) => ({
      label: names.get(others[index] ?? '')?.name ?? 'Another record',
      href: duplicates.one(merge.id),
      note: noteOf(merge, ctx.now),
    }));
    return [...rows, { label: 'It is here twice', href: duplicates.find(one.id), note: '' }];
  },
};

function noteOf(merge: Merge, now: Date): string {
  return merge.state === 'asked'
    ? `Asked on ${dayWords(merge.askedAt, now)} whether they are one`
    : `Part of it since ${dayWords(merge.answeredAt ?? merge.askedAt, now)}`;
}
