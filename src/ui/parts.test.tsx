import { describe, expect, test } from 'vitest';
import { frameWords, gallery } from '../../test/helpers/gallery/pages.tsx';
import { brokenLaws } from '../../test/helpers/html-law.ts';
import { drawPage } from './frame.tsx';

const plain = (words: string) => words;
const hostile = (words: string) => `${words}"><svg onload='a()'></script>`;

describe.each(gallery(plain).map((page, index) => ({ title: page.title, index })))('$title', ({ index }) => {
  test('keeps the law of pages', async () => {
    const html = pageOf(plain, index);

    expect(await brokenLaws(html)).toEqual([]);
  });

  test('never lets words become markup', () => {
    const html = pageOf(hostile, index);

    expect(html).not.toContain('<svg onload');
    expect(html).not.toMatch(/"><svg onload/);
    expect(html).not.toContain(`'a()'></script>`);
  });
});

function pageOf(say: (words: string) => string, index: number): string {
  const page = gallery(say)[index];
  if (page === undefined) throw new Error(`the gallery has no page ${index}`);
  return drawPage(page, frameWords(say));
}
