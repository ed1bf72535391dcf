import { z } from 'zod';
import { text } from '../../../platform/words.ts';

/** More would make a page heavy on a phone, and nobody looks at the seventh. */
export const picturesMost = 6;

export const AddPicture = z.strictObject({
  alt: text({ max: 150, missing: 'Say what the picture shows, for people who hear the page.' }),
});
