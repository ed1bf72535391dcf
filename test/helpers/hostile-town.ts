import { sql } from 'kysely';
import { rebuildDocuments } from '../../src/slices/directory/actions/remake.ts';
import { canary, overwrite, textColumns } from './canary.ts';
import type { Town } from './db.ts';
import { busyThings, type Things } from './things.ts';

/** Every row of every column that somebody can write holds the canary. */
export async function hostileTown(town: Town): Promise<Things> {
  const there = await busyThings(town);
  const columns = await textColumns(town.owner);
  const written = await Promise.all(columns.map((column) => overwrite(town.owner, column, canary)));
  if (written.filter(Boolean).length < 50) throw new Error('Hardly any column took the canary.');
  const answers = JSON.stringify({ name: canary, also_called: canary, your_name: canary, summary: canary });
  await sql`update register.draft set answers = ${answers}`.execute(town.owner);
  const told = JSON.stringify([{ question: canary, answer: canary }]);
  await sql`update register.centre_answer set told = ${told}`.execute(town.owner);
  await rebuildDocuments(town.jobCtx);
  return there;
}
