import type { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { holdsOurFrames, inAnyFrame } from '../../../platform/http/guard.ts';
import { get, kept, page, type Route, withoutCookies } from '../../../platform/http/route.ts';
import { knownNetwork, whyNotColour } from '../../network/door.ts';
import { look } from '../../network/urls.ts';
import { EmbeddedPage, type EmbeddedView, MakeBoxPage } from '../pages/embed.tsx';
import { readPlace } from '../queries/place-in-words.ts';
import { search } from '../queries/search.ts';
import { whereAsked } from '../queries/where.ts';
import { asColour, lineToPaste } from '../rules/embed.ts';
import { asWords } from '../rules/filter-words.ts';
import { searchTitle, shownWords } from '../rules/say.ts';
import { directory, type SearchWords } from '../urls.ts';
import { EmbeddedSearch, MakeBox } from '../words/embed.ts';
import type { Asked, Found } from '../words.ts';
import { shownHits } from './shown.ts';
import { whysOf } from './view.ts';

/** A frame is small, and the rest is one press away. */
const shownMax = 5;
const title = 'A search for your own site';

export const routes: readonly Route[] = [
  kept(
    withoutCookies(
      get('/embed/search', 'anyone', { query: EmbeddedSearch }, async (ctx, { query }) => {
        const view = await embeddedView(ctx, query);
        const colour = readableColour(query.colour ?? '');
        const bare = colour === undefined ? {} : { look: { colour, sheet: look.sheet(colour) } };
        const body = <EmbeddedPage view={view} />;
        return page({ title: view.title, noindex: true, bare, body }, 200, inAnyFrame);
      }),
    ),
  ),

  kept(
    get('/embed', 'anyone', { query: MakeBox }, async (ctx, { query }) => {
      const { near, problems: unknown } = await whereAsked(ctx.db.replica, { near: query.near, area: '' });
      const colour = asColour(query.colour);
      const words: SearchWords = {
        near: near ? query.near : undefined,
        fixed: near && query.fixed === 'near' ? 'near' : undefined,
        kind: ctx.house.documentsByKind.has(query.kind) ? [query.kind] : undefined,
        open_to: query.open_to === 'volunteers' ? 'volunteers' : undefined,
        colour: readableColour(query.colour)?.slice(1),
      };
      const { name } = await knownNetwork(ctx.db);
      const problems = { ...unknown, ...colourProblem(query.colour, colour) };
      const line = lineToPaste(ctx.publicUrl + directory.embedded(words), name);
      const body = (
        <MakeBoxPage
          {...{ title, problems, line }}
          kinds={ctx.house.documents.map(({ kind, plural }) => ({ value: kind, label: plural }))}
          values={query}
          preview={directory.embedded(words)}
        />
      );
      const crumb = { href: '/open-data', label: 'Open data' };
      return page({ title, crumb, body }, 200, holdsOurFrames);
    }),
  ),
];

async function embeddedView(ctx: Ctx, query: z.infer<typeof EmbeddedSearch>): Promise<EmbeddedView> {
  const asked: Asked = await readPlace(ctx.db, { ...query, limit: shownMax, after: '' });
  const where = await whereAsked(ctx.db.replica, asked);
  const { name, hubPhone } = await knownNetwork(ctx.db);
  const { near, q, ...filters } = asWords(asked);
  const isFixed = query.fixed === 'near' && asked.near !== '' && where.near !== undefined;
  const isBare = asked.q === '' && asked.near === '' && Object.values(filters).flat().every(isNothing);
  const found = isBare ? undefined : await search(ctx.db, asked, where);
  const hits = await shownHits(ctx, found?.hits ?? [], where.near);
  const whys = found ? await whysOf(ctx, found, asked) : [];
  const said = shownWords(asked.q);
  return {
    title: isBare ? `Search ${name}` : searchTitle(asked.q, where.near?.label),
    q: asked.q,
    near: asked.near,
    isFixed,
    keep: textsOf({
      ...filters,
      colour: query.colour,
      fixed: isFixed ? 'near' : '',
      near: isFixed ? asked.near : '',
    }),
    notices: Object.values(where.problems),
    isBare,
    hits: hits.map((hit, index) => ({ ...hit, pin: undefined, why: whys[index] })),
    fact: said === '' ? 'Nothing is published here.' : `Nothing found for “${said}”.`,
    all: { href: directory.search(asWords(asked)), label: allWords(found, name) },
    from: `From ${name}${hubPhone === '' ? '' : `, ${hubPhone}`}. This box sets no cookies and counts nobody.`,
  };
}

function allWords(found: Found | undefined, name: string): string {
  if (!found || found.total <= shownMax) return `Search at ${name}`;
  return found.totalIsEstimate ? 'All of more than 1,000' : `All ${found.total}`;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === '';
}

function textsOf(words: SearchWords): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, typeof value === 'number' ? String(value) : value]],
    ),
  );
}

/** Only a colour that carries its words is put on; any other leaves the network's own. */
function readableColour(typed: string): string | undefined {
  const colour = asColour(typed);
  return colour === undefined || whyNotColour(colour) ? undefined : colour;
}

function colourProblem(typed: string, colour: string | undefined): Record<string, string> {
  if (typed === '') return {};
  if (colour === undefined)
    return { colour: `“${typed}” is no colour of six letters and figures, like #12483b.` };
  const why = whyNotColour(colour);
  return why ? { colour: why.reason } : {};
}
