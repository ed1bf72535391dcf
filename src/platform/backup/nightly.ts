import { asOwner } from '../db/owner.ts';
import { log } from '../log.ts';
import { runCommand } from './command.ts';
import { type Backup, sizeOf } from './manifest.ts';
import { inWords, noted, noteOf } from './note.ts';
import { prove } from './prove.ts';
import { letOldGo } from './shelf.ts';
import { takeBackup } from './take.ts';

/** Where backups of this network go, and what is done with each. */
export interface Keeper {
  readonly ownerUrl: string;
  readonly shelf: string;
  readonly keep: number;
  readonly command: readonly string[];
  /** Starts a process of its own for it; without that it is made in this one. */
  readonly apart?: readonly string[] | undefined;
}

/** Any number that no other program on the same database uses: one nightly backup at a time. */
const lock = 735_201_121;

/**
 * Makes a backup, restores it into a database that is thrown away, has it taken elsewhere, and lets the oldest go.
 * One that could not be proved is taken nowhere, and pushes none of those out that were. Answers false where another
 * process makes one just now.
 */
export function backUp({ ownerUrl, shelf, keep, command }: Keeper, signal?: AbortSignal): Promise<boolean> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lock]);
    if (!rows[0]?.got) return false;
    const backup = await noted(ownerUrl, 'nightly', () => takeBackup({ ownerUrl, shelf, signal }));
    const proved = await isProved(ownerUrl, backup, signal);
    if (!proved) return true;
    if (command.length > 0) {
      const { code, trouble } = await runCommand(command, backup.folder, { signal });
      await noteOf(ownerUrl, backup.id, { command_code: code, command_trouble: trouble });
      if (trouble !== '')
        log.error({ backup: backup.id, code, why: trouble }, 'a backup was not taken elsewhere');
    }
    const gone = letOldGo(shelf, { keep, kind: /Z(-\d+)?$/ });
    log.info(
      { backup: backup.id, ...sizeOf(backup.manifest), let_go: gone.length },
      'a backup was made and proved',
    );
    return true;
  });
}

async function isProved(
  ownerUrl: string,
  backup: Backup & { id: string },
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    await prove(ownerUrl, backup, signal);
    await noteOf(ownerUrl, backup.id, { proved_at: new Date() });
    return true;
  } catch (problem) {
    // Told to end in the middle of it, nothing is known of the backup: the next night tells.
    if (signal?.aborted) return false;
    await noteOf(ownerUrl, backup.id, { proof_trouble: inWords(problem) });
    log.error({ backup: backup.id, err: problem }, 'a backup could not be restored');
    return false;
  }
}
