import type { z } from 'zod';
import type { Ctx } from '../../../../platform/ctx.ts';
import { addDays, dayOf } from '../../../../platform/dates.ts';
import { NotFound, type Problems } from '../../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../../platform/forms.ts';
import {
  byId,
  type FormBody,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../../../platform/http/route.ts';
import { isPerson, permit } from '../../../../platform/permit.ts';
import { areaIdsWithin, areasByIds, areasOfLevel } from '../../../areas/door.ts';
import { cardsByIds, organisationKinds, themes } from '../../../register/door.ts';
import { addMember, makeBoard, makeMatch, putNotice } from '../../actions/board/boards.ts';
import { BoardPage } from '../../pages/board/board.tsx';
import { BoardsPage, boardsTitle } from '../../pages/board/boards.tsx';
import { boardMakersOf, canUseBoard } from '../../permits/board.ts';
import { helpersOf } from '../../permits/help.ts';
import {
  board,
  boardsOf,
  couldJoin,
  coveringOf,
  matchesOn,
  memberIds,
  noticesOn,
  spareOf,
  unmetIn,
} from '../../queries/board/boards.ts';
import { byArea, unmetDays } from '../../rules/board.ts';
import { boards } from '../../urls.ts';
import { AddMember, type Board, MakeBoard, MakeMatch, PutNotice } from '../../words/board.ts';

const members = 'its members';
const noStore = { headers: { 'Cache-Control': 'no-store' } };

export const routes: readonly Route[] = [
  get('/boards', 'whoever coordinates', {}, async (ctx) => page(await listPage(ctx, {}), 200, noStore)),

  post('/boards', 'a centre, or the hub', { fields: Object.keys(MakeBoard.shape) }, async (ctx, { form }) => {
    await listPage(ctx, {});
    return answerForm(
      MakeBoard,
      form,
      async (input) => redirect(boards.one(await makeBoard(ctx, input))),
      (problems) => listPage(ctx, { values: form, problems }),
    );
  }),

  get('/boards/:id', members, { params: byId }, async (ctx, { params }) =>
    page(await boardPage(ctx, params.id), 200, noStore),
  ),

  writing('members', AddMember, addMember),
  writing('notices', PutNotice, putNotice),
  writing('matches', MakeMatch, makeMatch),
];

function writing<Schema extends z.ZodObject>(
  what: string,
  schema: Schema,
  act: (ctx: Ctx, id: string, input: z.infer<Schema>) => Promise<void>,
): Route {
  const fields = Object.keys(schema.shape);
  return post(`/boards/:id/${what}`, members, { params: byId, fields }, async (ctx, { params, form }) => {
    await ownBoard(ctx, params.id);
    return answerForm(
      schema,
      form,
      async (input) => {
        await act(ctx, params.id, input);
        return redirect(boards.one(params.id));
      },
      (problems) => boardPage(ctx, params.id, { refused: what, values: form, problems }),
    );
  });
}

async function ownBoard(ctx: Ctx, id: string): Promise<{ one: Board; ids: string[] }> {
  permit(isPerson(ctx.actor));
  const one = await board(ctx.db.open, id);
  const ids = await memberIds(ctx.db.open, id);
  permit(canUseBoard(ctx.actor, ids), { hidden: true });
  return { one, ids };
}

async function listPage(ctx: Ctx, remembered: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  const mine = helpersOf(ctx.actor);
  permit(mine.length > 0);
  const makers = await cardsByIds(ctx.db.open, boardMakersOf(ctx.actor));
  const boroughs = await areasOfLevel(ctx.db.open, 'borough');
  const body = (
    <BoardsPage
      {...{ rows: await boardsOf(ctx.db.open, mine), ...remembered }}
      makers={[...makers.values()].map(({ id, name }) => ({ value: id, label: name }))}
      needs={Object.entries(themes).map(([value, label]) => ({ value, label }))}
      areas={boroughs.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
  return { title: boardsTitle, noindex: true, body };
}

interface Refused {
  refused: string;
  values: FormBody;
  problems: Problems;
}

async function boardPage(ctx: Ctx, id: string, refused?: Refused): Promise<Page> {
  const { one, ids } = await ownBoard(ctx, id);
  const db = ctx.db.open;
  const areas = await areasOn(ctx, one);
  const areaIds = areas.map((area) => area.id);
  const codes = areas.map(({ code }) => code);
  const unmet = await unmetIn(db, { theme: one.theme, codes, since: addDays(ctx.now, -unmetDays) });
  const matches = await matchesOn(db, id);
  const cards = await cardsByIds(db, [
    ...ids,
    ...matches.flatMap((match) => [match.organisationId, match.byOrganisationId]),
  ]);
  const names = new Map([
    ...[...cards].map(([key, { name }]) => [key, name] as const),
    ...areas.map((area) => [area.id, area.name] as const),
  ]);
  const covered = byArea(areas, await coveringOf(db, one.theme, areaIds));
  const body = (
    <BoardPage
      {...{ one, matches, names, now: ctx.now, ...refused }}
      areas={covered.map((area) => ({ ...area, unmet: unmet.get(area.code) ?? 0 }))}
      spare={await spareOf(db, one.theme)}
      notices={await noticesOn(db, id, dayOf(ctx.now))}
      members={ids.flatMap((member) => {
        const card = cards.get(member);
        return card ? [{ id: member, name: card.name, kind: kindWords(card.kind) }] : [];
      })}
      could={await couldJoin(db, id)}
    />
  );
  const crumb = { href: boards.list(), label: boardsTitle };
  return { title: one.name, noindex: true, crumb, body };
}

/** The boroughs of the board, or the one area that it is for. */
async function areasOn(ctx: Ctx, { areaId }: Board) {
  const boroughs = await areasOfLevel(ctx.db.open, 'borough');
  if (areaId === null) return boroughs;
  const within = await areaIdsWithin(ctx.db.open, areaId);
  const inside = boroughs.filter(({ id }) => within.includes(id));
  if (inside.length > 0) return inside;
  const only = await areasByIds(ctx.db.open, [areaId]);
  if (only.length === 0) throw new NotFound('area');
  return only;
}

function kindWords(kind: string): string {
  const words: Readonly<Record<string, string>> = organisationKinds;
  return words[kind] ?? kind;
}
