import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import {
  byId,
  fromElsewhere,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { people } from '../../people/urls.ts';
import { changeSearch, saveSearch, stopSearchesByLink } from '../actions/saved.ts';
import {
  SavedSearchesPage,
  SavedSearchPage,
  SaveSearchPage,
  type ShownSearch,
  StopSearchesPage,
} from '../pages/saved.tsx';
import { canSaveSearches } from '../permits.ts';
import { foundNow, personByStopLink, savedBy, savedOne } from '../queries/saved.ts';
import { whereAsked } from '../queries/where.ts';
import { readSearch, searchName, writeSearch } from '../rules/saved.ts';
import { directory } from '../urls.ts';
import { ChangeSearch, type SavedSearch, SaveSearch } from '../words/saved.ts';
import { type Asked, PageSearch } from '../words.ts';

const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
const noStore = { headers: { 'Cache-Control': 'no-store' } };
const around = { noindex: true, current: people.me() };

export const routes: readonly Route[] = [
  get('/searches', 'whoever is signed in', {}, async (ctx) => {
    permit(canSaveSearches(ctx.actor));
    const rows = await Promise.all((await savedBy(ctx)).map((search) => shown(ctx, search)));
    const title = 'Searches you saved';
    return page({
      ...{ title, ...around, crumb: { href: people.me(), label: 'Your page' } },
      body: <SavedSearchesPage title={title} rows={rows} now={ctx.now} />,
    });
  }),

  get('/searches/new', 'anyone', { query: PageSearch }, async (ctx, { query }) =>
    page(await savePage(ctx, query, {})),
  ),

  post('/searches', 'whoever is signed in', { fields: ['search', 'how'] }, async (ctx, { form }) => {
    permit(canSaveSearches(ctx.actor));
    return answerForm(
      SaveSearch,
      form,
      async (input) => {
        await saveSearch(ctx, input);
        return redirect(directory.searches());
      },
      (problems) => {
        const asked = readSearch(String(form.search ?? '').slice(0, 2000)) ?? PageSearch.parse({});
        return savePage(ctx, asked, { values: form, problems });
      },
    );
  }),

  get('/searches/:id', 'whoever is signed in', { params: byId }, async (ctx, { params }) => {
    permit(canSaveSearches(ctx.actor));
    return page(await changePage(ctx, params.id, {}));
  }),

  post(
    '/searches/:id',
    'whoever is signed in',
    { params: byId, fields: ['how'] },
    (ctx, { params, form }) => {
      permit(canSaveSearches(ctx.actor));
      return answerForm(
        ChangeSearch,
        form,
        async (input) => {
          await changeSearch(ctx, params.id, input);
          return redirect(directory.searches());
        },
        (problems) => changePage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/searches/stop/:token', 'whoever holds the link', { params: ByToken }, async (ctx, { params }) => {
    const hash = hashOf(params.token);
    await ctx.db.withKeys({ link: hash }).read((db) => personByStopLink(db, hash));
    return page(stopPage(params.token, false), 200, noStore);
  }),

  // RFC 8058: the mailbox provider presses the button for its reader.
  fromElsewhere(
    post(
      '/searches/stop/:token',
      'whoever holds the link',
      { params: ByToken, fields: ['List-Unsubscribe'] },
      async (ctx, { params }) => {
        await stopSearchesByLink(ctx, params.token);
        return page(stopPage(params.token, true), 200, noStore);
      },
    ),
  ),
];

async function shown(ctx: Ctx, search: SavedSearch): Promise<ShownSearch> {
  return { ...search, now: await foundNow(ctx, search.query) };
}

async function savePage(ctx: Ctx, asked: Asked, tried: Remembered): Promise<Page> {
  const { near, areaName } = await whereAsked(ctx.db.replica, asked);
  const query = writeSearch({ ...asked, after: '' });
  const title = 'Tell me of new ones';
  const crumb = { href: directory.searchAgain(query), label: 'The search' };
  const name = searchName(asked, near?.label, areaName);
  const body = <SaveSearchPage {...{ title, name, query, ...tried }} isSomebody={isPerson(ctx.actor)} />;
  return { title, noindex: true, crumb, body };
}

async function changePage(ctx: Ctx, id: string, tried: Remembered): Promise<Page> {
  const search = await shown(ctx, await savedOne(ctx, id));
  const crumb = { href: directory.searches(), label: 'Searches you saved' };
  return { title: search.title, ...around, crumb, body: <SavedSearchPage search={search} {...tried} /> };
}

function stopPage(token: string, done: boolean): Page {
  return {
    title: done ? 'No more letters about searches' : 'Stop all letters about searches?',
    noindex: true,
    body: <StopSearchesPage token={token} done={done} />,
  };
}
