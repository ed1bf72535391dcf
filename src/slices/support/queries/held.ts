import type { HeldAbout } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';

type Who = Parameters<HeldAbout['read']>[1];

/** What the support log holds by somebody’s key, for that person. What they wrote about a group is the centre’s, too. */
export const held: readonly HeldAbout[] = [
  {
    table: 'support.entry',
    keys: ['author_person_id', 'follow_up_person_id'],
    label: 'What you wrote into support logs, and what you are to follow up',
    read: entries,
  },
  { table: 'support.earlier', keys: ['changed_by'], label: 'What you put right there', read: corrections },
  { table: 'support.look', keys: ['person_id'], label: 'Support logs you looked into', read: looks },
];

function entries(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('support.entry')
    .select([
      'kind',
      'on_day',
      'words',
      'shown_to',
      'follow_up_on',
      'follow_up_done_at',
      'made_at',
      'withdrawn_at',
    ])
    .where((is) => is.or([is('author_person_id', '=', id), is('follow_up_person_id', '=', id)]))
    .orderBy('made_at')
    .execute();
}

function corrections(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('support.earlier')
    .select(['kind', 'on_day', 'version', 'until_at'])
    .where('changed_by', '=', id)
    .execute();
}

function looks(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('support.look')
    .select(['reason', 'looked_at'])
    .where('person_id', '=', id)
    .orderBy('looked_at')
    .execute();
}
