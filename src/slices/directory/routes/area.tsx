import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { mayAskWhere } from '../../../platform/http/guard.ts';
import { get, kept, page, type Route } from '../../../platform/http/route.ts';
import { type Area, areaAndAbove, areaByCode, areasInside, levelWords } from '../../areas/door.ts';
import { areas as areaLinks } from '../../areas/urls.ts';
import { themes } from '../../register/door.ts';
import { AreaPage, type AreaView } from '../pages/area.tsx';
import { countsInArea } from '../queries/counts.ts';
import { search } from '../queries/search.ts';
import { idsFor } from '../queries/where.ts';
import { directory } from '../urls.ts';
import { ApiSearch } from '../words.ts';
import { centreFor } from './centre.ts';
import { mapOf, pinsOf, shownHits } from './shown.ts';

const ByCode = z.object({ code: z.string().regex(/^[\w.-]{1,40}$/) });
const newestMax = 5;

export const routes: readonly Route[] = [
  kept(
    get('/areas/:code', 'anyone', { params: ByCode }, async (ctx, { params }) => {
      const area = await areaByCode(ctx.db.open, params.code);
      const [, above] = await areaAndAbove(ctx.db.open, area.id);
      const view = await areaView(ctx, area, above);
      const crumb = above
        ? { href: areaLinks.one(above.code), label: above.name }
        : { href: '/', label: 'Front page' };
      const description = `Groups and services in ${area.name}, and who looks after it.`;
      const body = <AreaPage view={view} />;
      return page({ title: area.name, crumb, description, body }, 200, mayAskWhere);
    }),
  ),
];

async function areaView(ctx: Ctx, area: Area, above: Area | undefined): Promise<AreaView> {
  const db = ctx.db.open;
  const areaIds = await idsFor(db, area.id);
  const counts = await countsInArea(db, areaIds);
  const asked = ApiSearch.parse({ limit: String(newestMax) });
  const { hits } = await search(ctx.db, asked, { near: undefined, areaIds });
  const inside = await areasInside(db, area.id);
  return {
    name: area.name,
    code: area.code,
    what: above ? `${levelWords[area.level]} in ${above.name}` : levelWords[area.level],
    centre: await centreFor(ctx, area.code),
    kinds: ctx.house.documents.flatMap((source) => {
      const count = counts.kinds.get(source.kind) ?? 0;
      const label = count === 1 ? source.label : source.plural;
      return count === 0 ? [] : [`${count} ${label.toLowerCase()}`];
    }),
    themes: Object.entries(themes).flatMap(([code, label]) => {
      const count = counts.themes.get(code);
      const href = directory.search({ area: area.code, theme: code });
      return count === undefined ? [] : [{ href, label: `${label} ${count}` }];
    }),
    inside: inside.map(({ code, name }) => ({ href: areaLinks.one(code), label: name })),
    newest: await shownHits(ctx, hits, undefined),
    all: { href: directory.search({ area: area.code }), label: 'All of them' },
    map: await mapOf(ctx, {
      ...{ pins: pinsOf(hits), near: undefined, size: { width: 420, height: 360 } },
      ...(area.level === 'borough' ? { borough: area.code } : {}),
      caption: `${area.name}. Numbers are those of the list.`,
    }),
  };
}
