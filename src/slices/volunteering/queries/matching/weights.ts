import type { Db } from '../../../../platform/db/open.ts';
import type { Weights } from '../../words/matching.ts';

/** What counts how much among roles that fit, for everybody. */
export async function matchWeights(db: Db): Promise<Weights & { version: number }> {
  return db
    .selectFrom('volunteering.match_weights')
    .select(['times', 'near', 'skills', 'cause', 'access', 'version'])
    .executeTakeFirstOrThrow();
}
