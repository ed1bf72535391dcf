import { line } from './cells.ts';

/** Kept with the import, so they say which cell it was and never what stood in it. */
const sentences = {
  website: 'The website is no address of the web and was left out.',
  email: 'The e-mail address cannot be read and was left out.',
  phone: 'The telephone number cannot be read and was left out.',
  number: 'The register number cannot be read and was left out.',
  point: 'The latitude or the longitude cannot be read and was left out.',
} as const;

/** What was typed in some cells, and whether something could be read there. */
export type Cells = Partial<
  Record<keyof typeof sentences, readonly [typed: string | undefined, isRead: boolean]>
>;

/** What had to be left out of a row that is taken all the same, for the person who will put it right. */
export function leftOut(cells: Cells): { remark?: string } {
  const remark = Object.entries(cells)
    .filter(([, [typed, isRead]]) => !isRead && line(typed) !== '')
    .map(([name]) => sentences[name as keyof typeof sentences])
    .join(' ');
  return remark === '' ? {} : { remark };
}
