import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

/** The organisations whose referral or request a concern is about; their leads are told when it is opened. */
export async function partiesOf(db: Db, concernId: string): Promise<string[]> {
  const { rows } = await sql<{
    ids: string[];
  }>`select referrals.parties_of_concern(${concernId}) as ids`.execute(db);
  return rows[0]?.ids ?? [];
}
