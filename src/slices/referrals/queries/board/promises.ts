import type { LoopWords, OrganisationPanel, Panel } from '../../../../platform/contributions.ts';
import type { Db } from '../../../../platform/db/open.ts';
import { cardsByIds } from '../../../register/door.ts';
import { boardMakersOf, canSayPlaces } from '../../permits/board.ts';
import { helpersOf } from '../../permits/help.ts';
import { boards } from '../../urls.ts';
import { boardsOf, matchesById } from './boards.ts';

export async function describeMatches(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  const rows = await matchesById(db, ids);
  const cards = await cardsByIds(
    db,
    rows.map((row) => row.byOrganisationId),
  );
  return rows.map((row) => ({
    thingId: row.id,
    title: cards.get(row.byOrganisationId)?.name ?? '',
    text: `They ask for ${row.places} of your free places.`,
    url: boards.match(row.id),
    action: 'Say yes or no',
    answersId: row.organisationId,
  }));
}

export const ownBoards: Panel = {
  title: 'Coordination boards',
  async read(ctx) {
    const rows = await boardsOf(ctx.db.open, helpersOf(ctx.actor));
    const list = rows.map((row) => ({
      label: row.name,
      href: boards.one(row.id),
      note: `${row.members} members`,
    }));
    if (boardMakersOf(ctx.actor).length === 0) return list;
    return [...list, { label: 'Make a board', href: boards.list(), note: '' }];
  },
};

export const placesPanel: OrganisationPanel = {
  title: 'Free places',
  read(ctx, { id }) {
    if (!canSayPlaces(ctx.actor, id)) return Promise.resolve([]);
    const note = 'seen by those who coordinate';
    return Promise.resolve([{ label: 'Say how many places are free', href: boards.places(id), note }]);
  },
};
