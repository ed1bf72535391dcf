import { expect, test } from 'vitest';
import { brokenLaws } from './html-law.ts';

const head = '<meta charset="utf-8"><title>A table · Ambry Vale Together</title>';

function page(main: string, around: { lang?: string; head?: string } = {}): string {
  const lang = around.lang ?? ' lang="en-GB"';
  const body = `<body><main>${main}</main></body>`;
  return `<!doctype html>\n<html${lang}><head>${around.head ?? head}</head>${body}</html>`;
}

test('a sound page keeps the law', async () => {
  const broken = await brokenLaws(page('<h1>A table</h1><p>It’s here.</p>'));

  expect(broken).toEqual([]);
});

test('JSON for machines may stand in the page', async () => {
  const data = '<script type="application/ld+json">{"name":"It\'s"}</script>';

  expect(await brokenLaws(page('<h1>A table</h1>', { head: head + data }))).toEqual([]);
});

test('names written by others may keep their apostrophes', async () => {
  const html = page("<h1>A table</h1><p>St John's</p>");

  expect(await brokenLaws(html, { straightQuotes: true })).toEqual([]);
});

const mistakes: [string, string, RegExp][] = [
  ['a heading of its own', page('<h1>A chair</h1>'), /the <h1> says "A chair", the title "A table"/],
  ['two headings', page('<h1>A table</h1><h1>A table</h1>'), /2 <h1>/],
  ['no language', page('<h1>A table</h1>', { lang: '' }), /no lang/],
  ['an id twice', page('<h1 id="a">A table</h1><p id="a">b</p>'), /"a" stands more than once/],
  ['a hint that is gone', page('<h1 aria-describedby="hint">A table</h1>'), /points at "hint"/],
  ['an anchor to nothing', page('<h1>A table</h1><a href="#b">b</a>'), /leads to "#b"/],
  ['style in an attribute', page('<h1 style="color:red">A table</h1>'), /inline style/],
  ['a script with code', page('<h1>A table</h1><script>go()</script>'), /<script> with code/],
  ['a handler', page('<h1 onclick="go()">A table</h1>'), /onclick carries code/],
  ['a straight apostrophe', page("<h1>A table</h1><p>It's here.</p>"), /straight quotation mark/],
  ['a control without a label', page('<h1>A table</h1><input type="text" name="a">'), /"a" has no label/],
  ['a picture without words', page('<h1>A table</h1><img src="/a.png">'), /alt/],
  ['a link without words', page('<h1>A table</h1><a href="/a"></a>'), /text/i],
  ['an unclosed element', page('<h1>A table</h1><p><b>b</p>'), /b>/],
  ['a list in a paragraph', page('<h1>A table</h1><p><ul><li>b</li></ul></p>'), /<p>/],
];

test.each(mistakes)('%s breaks the law', async (_name, html, expected) => {
  const broken = await brokenLaws(html);

  expect(broken.join('\n')).toMatch(expected);
});

test('a page of more than 14 KB compressed breaks the law', async () => {
  const noise = Array.from({ length: 6000 }, (_, index) => Math.sin(index).toString(36).slice(3)).join(' ');

  const broken = await brokenLaws(page(`<h1>A table</h1><p>${noise}</p>`));

  expect(broken.join('\n')).toMatch(/bytes compressed/);
});
