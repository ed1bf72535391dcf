import type { OrganisationPanel, Panel } from '../../../platform/contributions.ts';
import { cardsByIds } from '../../register/door.ts';
import { organisations } from '../../register/urls.ts';
import { canSayHello, canSeeWhoIsAlone, greetersOf } from '../permits.ts';
import { bothSay, bothWords, coverage, coverageWords, knowEachOther } from '../rules/knowing.ts';
import { neighbours } from '../urls.ts';
import { knowingOf } from './knowing.ts';
import { needPairs } from './pairs.ts';
import { suggestions } from './suggest.ts';

/** So many of those it knows are named on its page; the rest is one press away. */
const namedAtMost = 4;

/** Who a group knows, as both say. Its own people see the way to its neighbours, too. */
export const neighboursOf: OrganisationPanel = {
  title: 'Neighbours',
  isPublic: true,
  async read(ctx, about) {
    if (about.kind === 'centre' || about.kind === 'hub') return [];
    const db = ctx.db.open;
    const known = (await knowingOf(db, about.id)).filter(knowEachOther);
    const isOwn = canSayHello(ctx.actor, about.id);
    const own = { label: 'Say hello to groups near you', href: neighbours.own(about.id), note: '' };
    if (known.length === 0) return isOwn ? [{ ...own, note: 'You know nobody yet' }] : [];
    const near = await suggestions(db, about.id, await needPairs(db));
    const { name = '' } = (await cardsByIds(db, [about.id])).get(about.id) ?? {};
    return [
      { label: coverageWords(coverage(near, known)), href: neighbours.of(about.id), note: '' },
      ...known.slice(0, namedAtMost).map((one) => ({
        label: one.name,
        href: organisations.one(one.id, one.name),
        note: bothWords(bothSay(one), name, one.name),
      })),
      ...(isOwn ? [own] : []),
    ];
  },
};

/** On a person’s own page: the neighbours of each of their groups; for the coordinator, who knows nobody. */
export const ownNeighbours: Panel = {
  title: 'Neighbours',
  async read(ctx) {
    const groups = await cardsByIds(ctx.db.open, greetersOf(ctx.actor));
    const own = [...groups.values()].map(({ id, name }) => ({
      label: `Neighbours of ${name}`,
      href: neighbours.own(id),
      note: 'Whom you know, and whom you could get to know',
    }));
    if (!canSeeWhoIsAlone(ctx.actor)) return own;
    const note = 'By borough, with a list to help';
    return [...own, { label: 'Groups that know nobody', href: neighbours.alone(), note }];
  },
};
