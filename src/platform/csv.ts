/** A cell of our own CSV must not become a formula; one quotation mark more in front says that it is text. */
const risky = /^'*[=+\-@\t\r\0]/;

export function guarded(value: string): string {
  return risky.test(value) ? `'${value}` : value;
}

/** Takes exactly the one away that `guarded` put there. */
export function unguarded(value: string): string {
  return value.startsWith("'") && risky.test(value) ? value.slice(1) : value;
}

/** Several values in one cell. */
export function joined(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\;]/g, '\\$&')).join(';');
}

export function split(cell: string): string[] {
  if (cell === '') return [];
  const items = cell.match(/(?:\\.|[^\\;])+/gs) ?? [];
  return items.map((item) => item.replace(/\\(.)/gs, '$1'));
}

/** RFC 4180. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A value as a cell of a CSV of ours: times in UTC, lists joined, and nothing that a spreadsheet would run. */
export function cellOf(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  const text = Array.isArray(value) ? joined(value.map(word)) : word(value);
  return name === 'phone' || typeof value === 'number' ? text : guarded(text);
}

function word(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  return 'scheme' in item && 'id' in item ? `${item.scheme}-${item.id}` : JSON.stringify(item);
}
