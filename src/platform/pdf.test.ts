import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { pdfsWith } from './pdf.ts';

const makePdf = pdfsWith(process.env.CHROMIUM ?? '/usr/bin/chromium');
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('joinery-pdf-'));
const page = (words: string) =>
  `<!doctype html><html lang="en-GB"><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`;

test('R34 a page becomes a PDF that can be read aloud, two at once come one after the other', async () => {
  const before = folders();
  const made = await Promise.all([makePdf(page('Message back')), makePdf(page('Another'))]);

  for (const bytes of made) {
    const pdf = Buffer.from(bytes).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toMatch(/\/Lang \(en-GB\)/);
  }
  expect(folders()).toEqual(before);
});

test('what cannot be made says so and leaves nothing behind', async () => {
  const before = folders();

  await expect(pdfsWith('/no/such/program')(page('x'))).rejects.toThrow('ENOENT');

  expect(folders()).toEqual(before);
});
