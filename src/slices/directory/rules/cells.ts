/** Metres of the plane; its twin in the database is `directory.cell`. */
const side = 5000;
/** A circle that touches more is faster found by its places. */
const cellsMax = 36;

/** The text of a tsquery for the cells that a circle touches; empty where they are too many. */
export function cellsAround(middle: { x: number; y: number }, radiusM: number): string {
  const [west, east] = [-radiusM, radiusM].map((far) => Math.floor((middle.x + far) / side));
  const [south, north] = [-radiusM, radiusM].map((far) => Math.floor((middle.y + far) / side));
  const [columns, rows] = [from(west, east), from(south, north)];
  if (columns.length * rows.length > cellsMax) return '';
  return columns.flatMap((column) => rows.map((row) => `'=g:${column}:${row}'`)).join(' | ');
}

function from(first = 0, last = 0): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
