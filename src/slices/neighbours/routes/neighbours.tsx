import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import { NotFound } from '../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { people } from '../../people/urls.ts';
import { cardsByIds, organisation } from '../../register/door.ts';
import { organisations } from '../../register/urls.ts';
import { sayHello } from '../actions/hello.ts';
import { sayOfThem } from '../actions/saying.ts';
import { takeHellos } from '../actions/stop.ts';
import { AlonePage, aloneTitle } from '../pages/alone.tsx';
import { KnownPage, knownTitle } from '../pages/known.tsx';
import { NeighboursPage, neighboursTitle } from '../pages/neighbours.tsx';
import { NoGroupPage, noGroupTitle } from '../pages/no-group.tsx';
import { canSayHello, canSeeNeighbours, canSeeWhoIsAlone, greetersOf } from '../permits.ts';
import { aloneIn, boroughCoverage } from '../queries/coverage.ts';
import { knowingOf } from '../queries/knowing.ts';
import { needPairs } from '../queries/pairs.ts';
import { suggestions } from '../queries/suggest.ts';
import { bothSay, bothWords, coverage, coverageWords, knowEachOther } from '../rules/knowing.ts';
import { neighbours } from '../urls.ts';
import { SayHello, SayOfThem, TakeHellos } from '../words/hellos.ts';
import { AsWhom, ByArea } from '../words/suggestions.ts';
import { readNeighbours } from './read.ts';

const ByOther = z.object({ id: z.uuid(), other: z.uuid() });
const noStore = { headers: { 'Cache-Control': 'no-store' } };
/** So many are read in one go without getting tired. */
const aloneAtOnce = 50;

export const routes: readonly Route[] = [
  get('/neighbours', 'whoever is signed in', { query: AsWhom }, async (ctx, { query }) => {
    permit(canSeeNeighbours(ctx.actor));
    const [first] = greetersOf(ctx.actor);
    if (query.as !== undefined) permit(canSayHello(ctx.actor, query.as), { hidden: true });
    const id = query.as ?? first;
    if (id === undefined) return page(noGroupPage());
    return page(await neighboursPage(ctx, id, {}), 200, noStore);
  }),

  get('/neighbours/alone', 'the coordinator', { query: ByArea }, async (ctx, { query }) => {
    permit(canSeeWhoIsAlone(ctx.actor));
    const boroughs = await boroughCoverage(ctx.db.open);
    const open = boroughs.find((one) => one.code === query.area);
    const rows = open ? await aloneIn(ctx.db.open, open.code, query.after, aloneAtOnce + 1) : [];
    const shown = rows.slice(0, aloneAtOnce);
    const next = rows.length > aloneAtOnce ? shown.at(-1)?.id : undefined;
    const body = <AlonePage boroughs={boroughs} open={open} rows={shown} next={next} />;
    return page({ title: aloneTitle, noindex: true, current: people.me(), crumb: yours, body });
  }),

  get('/organisations/:id/neighbours', 'anyone', { params: byId }, async (ctx, { params }) => {
    return page(await knownPage(ctx, params.id));
  }),

  post(
    '/organisations/:id/hellos',
    'an admin or worker of the group',
    { params: byId, fields: ['to', 'words'] },
    async (ctx, { params, form }) => {
      permit(isPerson(ctx.actor));
      permit(canSayHello(ctx.actor, params.id), { hidden: true });
      return answerForm(
        SayHello,
        form,
        async (input) => {
          await sayHello(ctx, params.id, input);
          return redirect(`${neighbours.own(params.id)}#from-you`);
        },
        (problems) => neighboursPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post(
    '/organisations/:id/hellos/taking',
    'an admin or worker of the group',
    { params: byId, fields: ['hellos', 'from'] },
    async (ctx, { params, form }) => {
      permit(isPerson(ctx.actor));
      permit(canSayHello(ctx.actor, params.id), { hidden: true });
      return answerForm(
        TakeHellos,
        form,
        async (input) => {
          await takeHellos(ctx, params.id, input);
          return redirect(`${neighbours.own(params.id)}#taking`);
        },
        (problems) => neighboursPage(ctx, params.id, {}, problems),
      );
    },
  ),

  post(
    '/organisations/:id/neighbours/:other',
    'an admin or worker of the group',
    { params: ByOther, fields: ['say'] },
    async (ctx, { params, form }) => {
      permit(isPerson(ctx.actor));
      permit(canSayHello(ctx.actor, params.id), { hidden: true });
      return answerForm(
        SayOfThem,
        form,
        async (input) => {
          await sayOfThem(ctx, params.id, params.other, input);
          return redirect(`${neighbours.own(params.id)}#said`);
        },
        (problems) => neighboursPage(ctx, params.id, {}, problems),
      );
    },
  ),
];

const yours = { href: people.me(), label: 'Your page' };

function noGroupPage(): Page {
  return { title: noGroupTitle, noindex: true, current: people.me(), crumb: yours, body: <NoGroupPage /> };
}

async function neighboursPage(ctx: Ctx, id: string, tried: Remembered, other: Problems = {}): Promise<Page> {
  const [shown, groups] = await ctx.db.read(async (db) => [
    await readNeighbours(db, ctx, id),
    await cardsByIds(db, greetersOf(ctx.actor)),
  ]);
  const [problem] = Object.values(other);
  return {
    title: neighboursTitle(shown.name),
    noindex: true,
    current: people.me(),
    crumb: { href: organisations.one(id, shown.name), label: shown.name },
    body: (
      <NeighboursPage
        {...shown}
        groups={[...groups.values()]}
        values={tried.values}
        problems={tried.problems}
        problem={problem}
        now={ctx.now}
      />
    ),
  };
}

async function knownPage(ctx: Ctx, id: string): Promise<Page> {
  const db = ctx.db.open;
  const one = await organisation(db, id);
  const isGroup = one.kind !== 'centre' && one.kind !== 'hub';
  if (!isGroup || (one.state !== 'active' && one.state !== 'paused')) throw new NotFound('organisation');
  const known = (await knowingOf(db, id)).filter(knowEachOther);
  const near = await suggestions(db, id, await needPairs(db));
  const rows = known.map((other) => ({
    ...{ id: other.id, name: other.name },
    words: bothWords(bothSay(other), one.name, other.name),
  }));
  const own = canSayHello(ctx.actor, id);
  return {
    title: knownTitle(one.name),
    crumb: { href: organisations.one(id, one.name), label: one.name },
    body: <KnownPage one={one} coverage={coverageWords(coverage(near, known))} rows={rows} own={own} />,
  };
}
