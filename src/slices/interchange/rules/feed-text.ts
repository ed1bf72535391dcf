const breaks = /<(?:br|\/p|\/li|\/div|\/tr|\/h[1-6])\b[^<>]*>/gi;
const unread = /<(script|style)\b[^<>]*>[^<]*<\/\1\s*>/gi;
// Each stops at the next angle bracket, so a text of nothing but brackets takes no longer than another.
const tags = /<\/?[a-z!][^<>]*>/gi;
const written = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ', pound: '£', euro: '€', hellip: '…' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', eacute: 'é' },
};

/** Feeds hold HTML where text is meant. What it says is kept, how it looked is not; nothing is decoded twice. */
export function plainText(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return text.replace(unread, ' ').replace(breaks, '\n').replace(tags, '').replace(written, signOf);
}

function signOf(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
