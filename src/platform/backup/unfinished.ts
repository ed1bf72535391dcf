import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asOwner } from '../db/owner.ts';
import { CannotRun } from '../engine/cannot-run.ts';

/** Stands in a data folder while a restore fills it. */
export function markerIn(dataFolder: string): string {
  return join(dataFolder, 'restoring');
}

/** What was restored in part is no network: nobody may be served from it, and nothing may fill it with a sample. */
export function refuseHalfRestoredFolder(dataFolder: string): void {
  if (!existsSync(markerIn(dataFolder))) return;
  throw new CannotRun(
    `A restore into ${dataFolder} was broken off, so what stands there is not whole. Restore again: it begins anew.`,
  );
}

/** The same for an outside database. */
export async function refuseHalfRestoredDatabase(ownerUrl: string): Promise<void> {
  if (!(await isHalfRestored(ownerUrl))) return;
  throw new CannotRun(
    'A restore into that database was broken off, so what stands there is not whole. Restore again: it begins anew.',
  );
}

export function isHalfRestored(ownerUrl: string): Promise<boolean> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regnamespace('joinery_restoring') is not null as there`,
    );
    return rows[0]?.there ?? false;
  });
}
