import type { Ctx } from '../../../platform/ctx.ts';
import { addDays } from '../../../platform/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import type { ChipWords } from '../../../ui/words.tsx';
import { endWords, loopById, loopTrail, markOf, steps, withWords } from '../../loops/door.ts';
import { bankHolidays, quarterOf } from '../../network/door.ts';
import { cardsByIds, organisation } from '../../register/door.ts';
import { organisations } from '../../register/urls.ts';
import { passPromise } from '../actions/pass-promise.ts';
import { BoardPage } from '../pages/board.tsx';
import { PromisePage } from '../pages/promise.tsx';
import { canPassPromises, canSeeBoard, canSeeCentreBoard, canSeePromise } from '../permits.ts';
import {
  boardLoops,
  endCounts,
  markedCount,
  openCounts,
  type Scope,
  unownedCount,
} from '../queries/board.ts';
import { takersOf } from '../queries/takers.ts';
import { afterRow, boardAddress, endsInWords, sumOf } from '../rules/board.ts';
import { hub, nobodyLost } from '../urls.ts';
import { type BoardLoop, BoardQuery, type BoardRow, PassPromise } from '../words/board.ts';

const rowsOfAPage = 50;
const endsOfDays = 90;

export const routes: readonly Route[] = [
  get('/nobody-lost', 'the coordinator', { query: BoardQuery }, async (ctx, { query }) => {
    permit(canSeeBoard(ctx.actor));
    const title = 'Nobody lost';
    const crumb = { href: hub.page(), label: 'The hub' };
    return page({ title, crumb, ...(await boardOf(ctx, { title, path: nobodyLost.board(), query }, {})) });
  }),

  get(
    '/centres/:id/nobody-lost',
    'people of the centre, the coordinator',
    { params: byId, query: BoardQuery },
    async (ctx, { params, query }) => {
      const centre = await organisation(ctx.db.open, params.id);
      permit(canSeeCentreBoard(ctx.actor, params.id), { hidden: centre.kind !== 'centre' });
      if (centre.kind !== 'centre') throw new NotFound('centre');
      const title = `Nobody lost at ${centre.name}`;
      const crumb = { href: organisations.one(centre.id, centre.name), label: centre.name };
      const shown = { title, path: nobodyLost.ofCentre(centre.id), query };
      return page({ title, crumb, ...(await boardOf(ctx, shown, { centreId: centre.id })) });
    },
  ),

  get(
    '/nobody-lost/:id',
    'whoever has a part in it, the coordinator',
    { params: byId },
    async (ctx, { params }) => page(await promisePage(ctx, params.id, {})),
  ),

  post(
    '/nobody-lost/:id/pass',
    'the coordinator',
    { params: byId, fields: ['to', 'why', 'version'] },
    async (ctx, { params, form }) => {
      permit(canPassPromises(ctx.actor));
      return answerForm(
        PassPromise,
        form,
        async (input) => {
          await passPromise(ctx, params.id, input);
          return redirect(nobodyLost.one(params.id));
        },
        (problems) => promisePage(ctx, params.id, { values: form, problems }),
      );
    },
  ),
];

async function boardOf(
  ctx: Ctx,
  shown: { title: string; path: string; query: BoardQuery },
  scope: Scope,
): Promise<Pick<Page, 'noindex' | 'body'>> {
  const { open } = ctx.db;
  const [found, counts, unowned, marked, ends] = await Promise.all([
    boardLoops(open, scope, { query: shown.query, now: ctx.now, limit: rowsOfAPage + 1 }),
    openCounts(open, scope, ctx.now),
    unownedCount(open, scope),
    markedCount(open, scope),
    endCounts(open, scope, addDays(ctx.now, -endsOfDays)),
  ]);
  const rows = await withAddresses(ctx, found.slice(0, rowsOfAPage));
  const last = found.length > rowsOfAPage ? rows.at(-1) : undefined;
  const next = last && boardAddress(shown.path, shown.query, { after: afterRow(last) });
  const kinds = ctx.house.loopKinds
    .map(({ kind, label }) => ({ kind, label, ends: endsInWords(ends, kind, endWords) }))
    .filter(({ kind, ends: ended }) => ended !== '' || sumOf(counts, 'open', kind) > 0);
  const board = { ...shown, rows, next, counts, unowned, marked, kinds, chipOf, steps };
  return { noindex: true, body: <BoardPage {...board} /> };
}

/** What is most to be seen of a promise: that nobody has it, that its organisation is not there, how far it is up. */
function chipOf(row: Pick<BoardLoop, 'owned' | 'about' | 'climbStep'>): ChipWords | undefined {
  if (!row.owned) return { state: 'unowned', tone: 'late', words: 'Nobody has it' };
  const mark = markOf(row.about);
  return mark && { state: mark.name, tone: mark.tone, words: mark.words };
}

async function withAddresses(ctx: Ctx, loops: readonly BoardLoop[]): Promise<BoardRow[]> {
  const told = await ctx.db.read((db) => withWords(db, ctx, loops));
  const byId = new Map(told.map((one) => [one.loop.id, one]));
  const holidays = await bankHolidays(ctx.db.open);
  return loops.map((loop) => {
    const { kind, words } = byId.get(loop.id) ?? {};
    const url = kind?.mayAnswer(ctx.actor, loop.owner.id) ? words?.url : words?.lookUrl;
    return {
      ...{ ...loop, url },
      kindLabel: kind?.label ?? loop.kind,
      late: loop.firstDueAt < ctx.now,
      quarter: quarterOf({ from: loop.openedAt, due: loop.firstDueAt, now: ctx.now, holidays }),
    };
  });
}

async function promisePage(ctx: Ctx, id: string, tried: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  const loop = await loopById(ctx.db.open, id);
  const [owner, about] = await Promise.all(
    [loop.ownerOrganisationId, loop.aboutOrganisationId].map((one) => organisation(ctx.db.open, one)),
  );
  if (!owner || !about) throw new NotFound('promise');
  permit(canSeePromise(ctx.actor, [owner.id, about.id, about.homeCentreId]), { hidden: true });
  const cards = await cardsByIds(ctx.db.open, [owner.id, about.id]);
  const named = (one: { id: string; name: string }) => ({
    ...{ id: one.id, name: one.name, phone: cards.get(one.id)?.phone ?? '' },
  });
  const shown: BoardLoop = {
    ...{ ...loop, owner: named(owner), about: { ...about, ...named(about) }, owned: true },
  };
  const [row] = await withAddresses(ctx, [shown]);
  if (!row) throw new NotFound('promise');
  const title = `${row.kindLabel}: ${about.name}`;
  const takers = canPassPromises(ctx.actor) ? await takersOf(ctx.db.open, loop) : undefined;
  const props = {
    ...{ title, takers, ...tried },
    row: { ...row, ended: loop.endedAt !== null },
    step: steps[loop.climbStep] ?? '',
    chip: loop.endedAt ? undefined : chipOf(shown),
    trail: await loopTrail(ctx, loop),
  };
  const crumb = canSeeBoard(ctx.actor) ? { href: nobodyLost.board(), label: 'Nobody lost' } : undefined;
  return { title, noindex: true, crumb, body: <PromisePage {...props} /> };
}
