import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';

const style = `
  @page { size: A4; margin: 2cm; }
  body { font: 11pt/1.5 "Atkinson Hyperlegible", system-ui, sans-serif; color: #111; max-width: 17cm; margin: 0 auto; }
  h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 .4cm; }
  h2 { font-size: 12pt; margin: .7cm 0 .1cm; border-bottom: .5pt solid #888; }
  dl { display: grid; grid-template-columns: 5cm 1fr; gap: .1cm .4cm; margin: .2cm 0; }
  dt { color: #444; } dd { margin: 0; white-space: pre-line; }
  .entry, .sheet { break-inside: avoid; }
`;

/** A document by itself, for paper and PDF: no frame, no script, nothing to fetch. */
export function drawPaper(paper: { title: string; lang: string; body: ComponentChildren }): string {
  const { title, lang, body } = paper;
  return [
    '<!doctype html>',
    `<html lang="${new Intl.Locale(lang).toString()}">`,
    renderToString(
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>{title}</title>
        <style>{style}</style>
      </head>,
    ),
    renderToString(
      <body>
        <main>{body}</main>
      </body>,
    ),
    '</html>\n',
  ].join('\n');
}
