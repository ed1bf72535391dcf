import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture } from '../../platform/images.ts';
import { projectRoot } from '../../platform/root.ts';
import { changeLogo } from '../../slices/register/actions/logo.ts';
import { addPicture } from '../../slices/register/actions/pictures.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import type { Stage } from './stage.ts';

const pictures = [
  { file: 'table', alt: 'A long table laid for lunch, under paper bunting' },
  { file: 'door', alt: 'The green double door of the hall, with a notice board on its right' },
  { file: 'soup', alt: 'Five jars of soup on a shelf' },
] as const;

/** One group shows a logo and pictures of itself, drawn for it. */
export async function showPictures(stage: Stage, groups: readonly StagedGroup[]): Promise<void> {
  const group = groups.find(({ one }) => one.key === 'tuesday-table');
  if (!group) return;
  const ctx = stage.as(group.organiser.email, daysBack(stage.now, 160, 20));
  const logo = drawn('logo', { width: 400, height: 400 });
  await changeLogo(ctx, group.id, { picture: logo, alt: 'A round table with eight plates, seen from above' });
  for (const { file, alt } of pictures) {
    await addPicture(ctx, group.id, { picture: drawn(file, { width: 800, height: 600 }), alt });
  }
}

/** As `pictureFrom` would have written it. */
function drawn(name: string, size: { width: number; height: number }): Picture {
  return {
    type: 'image/webp',
    ...size,
    body: readFileSync(join(projectRoot, `src/demo/pictures/${name}.webp`)),
  };
}
