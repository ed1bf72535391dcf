import type pg from 'pg';
import { newId } from '../clock.ts';
import { asOwner } from '../db/owner.ts';
import { log } from '../log.ts';
import { type Backup, sizeOf } from './manifest.ts';

export type Why = 'nightly' | 'before a change' | 'by hand';

/** A trace longer than a year helps nobody; one that never ended by now was killed. */
const tidy = `
  delete from platform.backup where started_at < now() - interval '400 days';
  update platform.backup set state = 'failed', ended_at = now(), trouble = 'It was broken off.'
    where state = 'running' and started_at < now() - interval '12 hours'`;

/** Makes a backup and writes down how that went, in the database it is of. */
export async function noted(
  ownerUrl: string,
  why: Why,
  take: () => Promise<Backup>,
): Promise<Backup & { id: string }> {
  const id = newId();
  await note(ownerUrl, async (client) => {
    await client.query(tidy);
    await client.query(
      `insert into platform.backup (id, why, state, started_at) values ($1, $2, 'running', now())`,
      [id, why],
    );
  });
  try {
    const backup = await take();
    const { rows, bytes } = sizeOf(backup.manifest);
    await noteOf(ownerUrl, id, { state: 'whole', folder: backup.folder, rows, bytes });
    return { ...backup, id };
  } catch (problem) {
    await noteOf(ownerUrl, id, { state: 'failed', trouble: inWords(problem) });
    throw problem;
  }
}

interface Found {
  state?: 'whole' | 'failed';
  folder?: string;
  rows?: number;
  bytes?: number;
  trouble?: string;
  proof_trouble?: string;
  proved_at?: Date;
  command_code?: number | null;
  command_trouble?: string;
}

/** Adds to what is known of a backup. */
export function noteOf(ownerUrl: string, id: string, found: Found): Promise<void> {
  const isEnd = found.state !== undefined;
  return note(ownerUrl, async (client) => {
    await client.query(
      `update platform.backup set state = coalesce($2, state), folder = coalesce($3, folder), rows = coalesce($4, rows),
         bytes = coalesce($5, bytes), trouble = coalesce($6, trouble), proof_trouble = coalesce($7, proof_trouble),
         proved_at = coalesce($8, proved_at), command_code = coalesce($9, command_code),
         command_trouble = coalesce($10, command_trouble), ended_at = case when $11 then now() else ended_at end
       where id = $1`,
      [
        id,
        found.state,
        found.folder,
        found.rows,
        found.bytes,
        found.trouble,
        found.proof_trouble,
        found.proved_at,
        found.command_code,
        found.command_trouble,
        isEnd,
      ],
    );
  });
}

/** The sentence for whoever reads about it later. */
export function inWords(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** A backup is worth more than its note: a database that is full, or too old for notes, still can be read. */
async function note(ownerUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  try {
    await asOwner(ownerUrl, async (client) => {
      const { rows } = await client.query(`select to_regclass('platform.backup') is not null as there`);
      if (rows[0]?.there) await work(client);
    });
  } catch (problem) {
    log.warn({ err: problem }, 'a backup could not be written down');
  }
}
