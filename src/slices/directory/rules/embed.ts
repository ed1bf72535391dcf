/** The line that somebody pastes on their own site. What it holds was checked and is written so that it stays words. */
export function lineToPaste(address: string, name: string): string {
  const attributes = Object.entries({
    src: address,
    title: `Search ${name}`,
    width: '100%',
    height: '620',
    loading: 'lazy',
    style: 'border:0',
  }).map(([key, value]) => `${key}="${escaped(value)}"`);
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

/** `#12483B` or `12483b` as the sheet of a colour wants it. */
export function asColour(typed: string): string | undefined {
  const letters = /^#?([0-9a-f]{6})$/.exec(typed.toLowerCase())?.[1];
  return letters === undefined ? undefined : `#${letters}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
