import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { StepState } from '../../../platform/handed.ts';
import { builtInsThatStand } from '../rules/synonyms.ts';
import type { SynonymGroup } from '../words/synonyms.ts';

const columns = ['id', 'words', 'instead_of as insteadOf', 'version'] as const;

/** More than that nobody reads through; an action refuses it. */
export const groupsMax = 300;

export async function synonymGroups(db: Db): Promise<SynonymGroup[]> {
  return db
    .selectFrom('directory.synonym_group')
    .select(columns)
    .orderBy('words')
    .orderBy('id')
    .limit(groupsMax)
    .execute();
}

export async function synonymGroup(db: Db, id: string): Promise<SynonymGroup> {
  return db
    .selectFrom('directory.synonym_group')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('group of words'));
}

/** How it stands, as a line of the settings. */
export async function synonymsStand(db: Db): Promise<StepState> {
  const groups = await synonymGroups(db);
  const own = groups.filter(({ words }) => words.length > 0).length;
  const kept = builtInsThatStand(groups).length;
  return { state: 'done', words: `${own} of your own, ${kept} that Joinery comes with.` };
}
