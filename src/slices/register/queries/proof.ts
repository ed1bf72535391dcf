import type { Db } from '../../../platform/db/open.ts';

export interface OpenProof {
  suggestionId: string;
  codeHash: Buffer | null;
  tries: number;
}

/** For the holder of the token, as long as what it stands for is held. */
export async function openProofOptional(
  db: Db,
  tokenHash: Buffer,
  machineNow: Date,
): Promise<OpenProof | undefined> {
  const row = await db
    .selectFrom('register.held_proof')
    .innerJoin('register.suggestion', 'register.suggestion.id', 'suggestion_id')
    .select(['suggestion_id', 'code_hash', 'tries'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', machineNow)
    .where('state', '=', 'held')
    .executeTakeFirst();
  return row && { suggestionId: row.suggestion_id, codeHash: row.code_hash, tries: row.tries };
}
