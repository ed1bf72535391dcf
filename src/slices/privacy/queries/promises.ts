import type { LoopWords } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { privacy } from '../urls.ts';
import { letGoRows } from './bases.ts';

/** Nothing here says whose details they are; the page behind it does not either. */
export async function describeLetGo(db: Db, receiverIds: readonly string[]): Promise<LoopWords[]> {
  const rows = await letGoRows(db, receiverIds);
  return rows.map((row) => ({
    thingId: row.id,
    title: titles[row.purpose] ?? 'Details of somebody',
    text: 'Somebody no longer wants you to have their details. Let go of them, and say that they are gone.',
    url: privacy.letGo(row.id),
    action: 'Say that they are gone',
    answersId: row.organisationId,
  }));
}

const titles: Readonly<Record<string, string>> = {
  referral: 'Details from a referral',
  introduction: 'Details of a volunteer',
  help: 'Details of somebody who asked for help',
  talk: 'What two organisations may talk about',
};
