import type { Ctx } from '../../../platform/ctx.ts';
import { mayAskWhere } from '../../../platform/http/guard.ts';
import { get, kept, page, type Route } from '../../../platform/http/route.ts';
import { isCoordinator } from '../../../platform/permit.ts';
import { type Area, areasOfLevel, findPlace, knownBoroughs, knownGround } from '../../areas/door.ts';
import { areas as areaLinks } from '../../areas/urls.ts';
import { network } from '../../network/door.ts';
import { ClosedPage } from '../pages/closed.tsx';
import { type CentreLine, FrontHero, FrontPage, type FrontView } from '../pages/front.tsx';
import { centres } from '../queries/centres.ts';
import { search } from '../queries/search.ts';
import { directory } from '../urls.ts';
import type { Centre } from '../words/centres.ts';
import { ApiSearch, type Hit, type Near } from '../words.ts';
import { mapOf, shownHits } from './shown.ts';

const numbers = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
] as const;

export const routes: readonly Route[] = [
  kept(
    get('/', 'anyone', {}, async (ctx) => {
      const { publishedAt, ...of } = await network(ctx.db.open);
      if (!publishedAt && !isCoordinator(ctx.actor)) {
        return page({ title: `${of.name} is being set up`, body: <ClosedPage network={of} /> });
      }
      const view = { ...(await frontView(ctx)), isClosed: publishedAt === null };
      const { title, lead: description } = view;
      const hero = <FrontHero view={view} />;
      return page({ title, description, hero, body: <FrontPage view={view} /> }, 200, mayAskWhere);
    }),
  ),
];

async function frontView(ctx: Ctx): Promise<Omit<FrontView, 'isClosed'>> {
  const db = ctx.db.open;
  const { strapline, promise, hubPhone, name, welcome, centreWord, centresWord } = await network(db);
  const [region] = await areasOfLevel(db, 'region');
  const boroughs = await knownBoroughs(ctx.db);
  const every = await centres(db);
  const near = await middleTown(ctx);
  const asked = ApiSearch.parse({ limit: '20', sort: near ? 'distance' : 'best' });
  const found = await search(ctx.db, asked, { near, areaIds: [] }, { checkedOnly: true });
  const regionName = region?.name ?? name;
  const pins = every.flatMap(({ name: label, plane }, index) =>
    plane ? [{ label, number: index + 1, ...plane }] : [],
  );
  return {
    title: strapline,
    lead:
      welcome || 'Lunch clubs, lifts, advice, gardens, company. And people who would be glad of your help.',
    region: regionName,
    nearTitle: near ? `Near ${near.label} this week` : 'This week',
    near: (await shownHits(ctx, oneOfEach(found.hits), near)).map((hit) => ({ ...hit, pin: undefined })),
    nearLink: { href: directory.search({ near: near?.label }), label: 'More of these' },
    promise,
    centresCaption: `${capital(centresWord)}, their telephone numbers and the areas they look after`,
    centresLine: centresLine(every, { region: regionName, centreWord, centresWord }),
    centres: [
      ...every.map((centre, index) => centreLine(ctx, centre, index)),
      ...without(ctx, { every, boroughs, hubPhone }),
    ],
    map: await mapOf(ctx, {
      ...{ pins, near: undefined, size: { width: 420, height: 360 } },
      caption: `The ${centresWord} of ${regionName}. Numbers are those of the table.`,
    }),
  };
}

/** The nearest thing of each organisation: a first look shows several, not one several times. */
function oneOfEach(hits: readonly Hit[]): Hit[] {
  return [...new Map([...hits].reverse().map((hit) => [hit.organisationId, hit])).values()]
    .reverse()
    .slice(0, 4);
}

/** The borough in the middle of the map: somewhere to begin with, until a person says where they are. */
async function middleTown(ctx: Ctx): Promise<Near | undefined> {
  const { outlines } = await knownGround(ctx.db);
  const mean = (of: (middle: { x: number; y: number }) => number) =>
    outlines.reduce((sum, { middle }) => sum + of(middle), 0) / outlines.length;
  const [x, y] = [mean((middle) => middle.x), mean((middle) => middle.y)];
  const off = ({ middle }: (typeof outlines)[number]) => Math.hypot(middle.x - x, middle.y - y);
  const [nearest] = outlines.toSorted((a, b) => off(a) - off(b));
  if (!nearest) return undefined;
  const answer = await findPlace(ctx.db.open, nearest.name);
  if ('problem' in answer) return undefined;
  const { label, lat, lon, plane, areaCode } = answer.place;
  return { label, lat, lon, ...plane, areaCode };
}

function centresLine(
  every: readonly Centre[],
  { region, centreWord, centresWord }: { region: string; centreWord: string; centresWord: string },
): string {
  const { length } = every;
  if (length === 0) return `No ${centreWord} has its page here yet. Ask the hub.`;
  const count = numbers[length] ?? String(length);
  const named = length === 1 ? `${centreWord} looks` : `${centresWord} look`;
  return `${count} ${named} after ${region}. Ring any of them. If your street is nearer the next one, they will say so.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function centreLine(ctx: Ctx, centre: Centre, index: number): CentreLine {
  const { id, name, phone, covers } = centre;
  const own = covers.filter((cover) => cover.own);
  return {
    ...{ id, name, phone, words: '', pin: centre.plane ? index + 1 : undefined },
    href: ctx.house.documentsByKind.get('organisation')?.url(id, name) ?? directory.search({ q: name }),
    answersFor: own.map(({ areaCode, areaName }) => ({ href: areaLinks.one(areaCode), label: areaName })),
  };
}

/** Areas without a centre of their own, and who answers for them. */
function without(
  ctx: Ctx,
  of: { every: readonly Centre[]; boroughs: readonly Area[]; hubPhone: string },
): CentreLine[] {
  const covers = of.every.flatMap((centre) => centre.covers);
  const lent = covers
    .filter((cover) => !cover.own)
    .map(({ areaCode, areaName, centreId, centreName, phone }) => ({
      ...{
        id: areaCode,
        name: areaName,
        href: areaLinks.one(areaCode),
        pin: undefined,
        phone,
        words: ' answers for it',
      },
      answersFor: [
        {
          href:
            ctx.house.documentsByKind.get('organisation')?.url(centreId, centreName) ?? directory.search(),
          label: centreName,
        },
      ],
    }));
  const known = new Set(covers.map((cover) => cover.areaCode));
  const open = of.boroughs
    .filter((area) => !known.has(area.code))
    .map(({ code, name }) => ({
      ...{ id: code, name, href: areaLinks.one(code), pin: undefined, phone: of.hubPhone, answersFor: [] },
      words: 'The hub answers for it, until it has a centre',
    }));
  return [...lent, ...open];
}
