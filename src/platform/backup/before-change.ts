import { noted } from './note.ts';
import { letOldGo } from './shelf.ts';
import { takeBackup } from './take.ts';

const keep = 2;

/** Makes a backup that is named after the first migration it comes before. */
export async function keepBeforeChange(
  ownerUrl: string,
  { shelf, first }: { shelf: string; first: string },
): Promise<void> {
  const label = `before-${first.slice(0, 4)}`;
  await noted(ownerUrl, 'before a change', () => takeBackup({ ownerUrl, shelf, label }));
  letOldGo(shelf, { keep, kind: /-before-/ });
}
