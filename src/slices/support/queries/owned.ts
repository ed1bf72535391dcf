import type { OwnedBy } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { cardsByIds } from '../../register/door.ts';
import { entriesAbout } from './entries.ts';

/** More than anybody writes about one group. */
const entriesAtMost = 100_000;

export const owned: readonly OwnedBy[] = [
  {
    keys: ['support.entry.organisation_id'],
    file: 'support-you-had',
    label: 'What centres did for you, as far as they show it to you',
    read: supportHad,
  },
  {
    keys: ['support.entry.centre_id'],
    file: 'support-you-gave',
    label: 'What you did for groups, with what only you see',
    read: supportGiven,
  },
];

async function supportHad(db: Db, organisationId: string): Promise<object[]> {
  const all = await entriesAbout(db, organisationId, { bodies: [], as: 'group' }, entriesAtMost);
  const shown = all.filter((entry) => !entry.withdrawnAt);
  const centres = await cardsByIds(
    db,
    shown.map((entry) => entry.centreId),
  );
  return shown.map(({ onDay, centreId, kind, words, authorName }) => ({
    day: onDay,
    centre: centres.get(centreId)?.name ?? '',
    kind,
    words,
    author: authorName,
  }));
}

function supportGiven(db: Db, centreId: string): Promise<object[]> {
  return db
    .selectFrom('support.entry')
    .innerJoin('register.organisation_card as about', 'about.id', 'organisation_id')
    .select([
      'on_day as day',
      'about.name as organisation',
      'support.entry.kind',
      'words',
      'author_name as author',
    ])
    .select(['shown_to', 'follow_up_on', 'follow_up_done_at', 'made_at', 'withdrawn_at', 'withdrawn_reason'])
    .where('centre_id', '=', centreId)
    .orderBy('on_day')
    .orderBy('support.entry.id')
    .execute();
}
