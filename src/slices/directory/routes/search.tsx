import type { Ctx } from '../../../platform/ctx.ts';
import { parse } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
import { get, kept, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { log } from '../../../platform/log.ts';
import { countUnmet } from '../actions/gaps.ts';
import { MapPage, SearchPage } from '../pages/search.tsx';
import { whereAsked } from '../queries/where.ts';
import { directory } from '../urls.ts';
import { ReportGap } from '../words/gap.ts';
import { ListedSearch } from '../words/listed.ts';
import type { Asked } from '../words.ts';
import type { PageKind } from './listed.ts';
import { mapHeaders } from './map.ts';
import { searchView } from './view.ts';

const list: PageKind = {
  link: directory.search,
  other: { label: 'Show them on a large map', link: directory.map },
  size: { width: 420, height: 360 },
};
const large: PageKind = {
  link: directory.map,
  other: { label: 'Show them as a list', link: directory.search },
  size: { width: 840, height: 560 },
};

/** Nobody looks for so many things in ten minutes; who does is not counted. */
const oftenEnough = limited({ burst: 40, seconds: 600 });

export const routes: readonly Route[] = [
  kept(
    get('/search', 'anyone', { query: ListedSearch }, async (ctx, { query, request }) => {
      const { view, found, where } = await searchView(ctx, query, list);
      if (found.total === 0 && query.q !== '' && query.after === '') {
        await countQuietly(ctx, { q: view.q, areaCode: where.near?.areaCode, address: request.address });
      }
      const shown = { current: directory.search(), body: <SearchPage view={view} /> };
      return page({ ...headOf(view.title, query), ...shown }, 200, await mapHeaders(ctx));
    }),
  ),

  kept(
    get('/map', 'anyone', { query: ListedSearch }, async (ctx, { query }) => {
      const { view } = await searchView(ctx, { ...query, limit: 40 }, large);
      const shown = { current: directory.map(), body: <MapPage view={view} /> };
      return page({ ...headOf(view.title, query), ...shown }, 200, await mapHeaders(ctx));
    }),
  ),

  post('/search/gap', 'anyone', { fields: ['q', 'near'] }, async (ctx, { form, request }) => {
    oftenEnough(request.address, ctx.machineNow);
    const { q, near } = parse(ReportGap, form);
    const where = await whereAsked(ctx.db.open, { near, area: '' });
    await countUnmet(ctx, { q, areaCode: where.near?.areaCode, askedFor: true });
    return redirect(directory.search({ q, near, told: 'gap' }));
  }),
];

/** A search with anything chosen is one of very many, and no page for a search engine. */
function headOf(title: string, asked: Asked & { s: readonly string[] }) {
  const plain = asked.q === '' && asked.near === '' && asked.after === '' && asked.s.length === 0;
  return { title, noindex: !plain, description: 'Groups, services and people who help, near you.' };
}

async function countQuietly(
  ctx: Ctx,
  unmet: { q: string; areaCode: string | undefined; address: string },
): Promise<void> {
  try {
    oftenEnough(unmet.address, ctx.machineNow);
  } catch {
    return;
  }
  try {
    await countUnmet(ctx, { q: unmet.q, areaCode: unmet.areaCode, askedFor: false });
  } catch (problem) {
    // Whoever looks for something is answered, also by a disk that is full.
    log.warn({ err: problem }, 'a gap could not be counted');
  }
}
