import type { Ctx } from '../../../platform/ctx.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { canCountPromises } from '../permits.ts';
import { countOpenOf } from '../queries/open.ts';

/** What opens a promise of an organisation and what closes the organisation name the same turn. */
export function closingOf(organisationId: string): string {
  return `promises of ${organisationId}`;
}

/**
 * How many promises an organisation has to keep, or has in hand for others. Until the end of the transaction nobody opens
 * or passes it another one, so that an organisation which closes owes nothing (model D5, 4).
 */
export async function promisesLeft(tx: Tx, ctx: Ctx, organisationIds: readonly string[]): Promise<number> {
  permit(canCountPromises(ctx.actor));
  for (const id of [...organisationIds].sort()) await inTurn(tx, closingOf(id));
  return countOpenOf(tx, organisationIds);
}
