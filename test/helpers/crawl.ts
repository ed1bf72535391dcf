import { routes } from '../../src/app.ts';
import type { Client, ShownPage } from './client.ts';

export interface Walk {
  /** What was opened, in the order of opening. */
  readonly pages: ShownPage[];
  /** What does not stand: dead links and broken laws, each with the page that leads there. */
  readonly broken: string[];
}

interface Bounds {
  /** Where to begin; the rest is found by links. */
  readonly from: readonly string[];
  /** How many pages of one kind are opened. */
  readonly ofAKind: number;
  readonly kindOf?: (address: string) => string;
}

/** Follows links from page to page, until so many of each kind of page were seen. */
export async function crawl(browser: Client, { from, ofAKind, kindOf = routeOf }: Bounds): Promise<Walk> {
  const walk: Walk = { pages: [], broken: [] };
  const met = new Map<string, string>(from.map((path) => [path, 'the start']));
  const opened = new Map<string, number>();
  // A map is walked in the order of insertion, and what is inserted on the way is walked, too.
  for (const [path, linkedOn] of met) {
    const before = opened.get(kindOf(path)) ?? 0;
    if (before >= ofAKind || isInSomebodysMail(path, linkedOn)) continue;
    opened.set(kindOf(path), before + 1);
    try {
      const page = await browser.get(path);
      walk.pages.push(page);
      if (page.status >= 400) walk.broken.push(`${page.status} ${path}, linked on ${linkedOn}`);
    } catch (problem) {
      const { message } = problem instanceof Error ? problem : { message: String(problem) };
      walk.broken.push(`${message} (linked on ${linkedOn})`);
    }
    for (const [link, on] of browser.links) if (!met.has(link)) met.set(link, on);
  }
  return walk;
}

/** The practice network shows everybody's mail; where that leads is for its receiver. */
function isInSomebodysMail(path: string, linkedOn: string): boolean {
  return linkedOn.startsWith('/practice/mail') && !path.startsWith('/practice');
}

const patterns = routes
  .filter((route) => route.method === 'GET')
  .map(({ path }) => ({
    path,
    matches: new RegExp(`^${path.replace('/:slug?', '(/[^/]+)?').replaceAll(/:\w+/g, '[^/]+')}$`),
  }));

/** The route that answers an address, and whether it was asked something: `/search?`. */
export function routeOf(address: string): string {
  const { pathname, search } = new URL(address, 'http://localhost');
  const pattern = patterns.find(({ matches }) => matches.test(pathname))?.path ?? pathname;
  return search === '' ? pattern : `${pattern}?`;
}

/** The same with the names of the parameters: `/search?near&q`. */
export function routeWithNames(address: string): string {
  const { searchParams } = new URL(address, 'http://localhost');
  return routeOf(address) + [...new Set(searchParams.keys())].sort().join('&');
}
