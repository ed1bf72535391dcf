import type { z } from 'zod';
import type { Ctx } from '../../../../platform/ctx.ts';
import type { Problems } from '../../../../platform/errors.ts';
import { answerForm } from '../../../../platform/forms.ts';
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
import { signs } from '../../../../platform/human/signs.ts';
import { isPerson, permit } from '../../../../platform/permit.ts';
import { areaAndAbove, areaByCodeOptional } from '../../../areas/door.ts';
import { openLoopOptional } from '../../../loops/door.ts';
import { personsByIds } from '../../../people/door.ts';
import { privacy } from '../../../privacy/urls.ts';
import { cardsByIds } from '../../../register/door.ts';
import {
  answerHelp,
  closeHelp,
  makeHelpLetter,
  takeHelp,
  withdrawHelp,
} from '../../actions/help/answering.ts';
import { type ReadHelp, readHelp } from '../../actions/help/reading.ts';
import { needWords } from '../../actions/help/sorting.ts';
import { HelpLetterPage, helpLetterTitle } from '../../pages/help/letter.tsx';
import { HelpRequestPage, helpTitle } from '../../pages/help/request.tsx';
import { HelpRequestsPage, helpListTitle } from '../../pages/help/requests.tsx';
import { canSeeHelp, helpersOf } from '../../permits/help.ts';
import { canReferFor } from '../../permits/referral.ts';
import { helpRequest, helpRows } from '../../queries/help/requests.ts';
import { placesFor } from '../../queries/help/sorting.ts';
import { help } from '../../urls.ts';
import { AnswerHelp, CloseHelp, ListHelp, TakeHelp } from '../../words/help/request.ts';
import { WithdrawReferral } from '../../words/referral.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const answers = 'whoever it went to';
const sides = 'whoever it went to, and whoever took it';

export const routes: readonly Route[] = [
  get('/help-requests', 'whoever answers requests for help', { query: ListHelp }, async (ctx, { query }) => {
    permit(isPerson(ctx.actor));
    const organisationIds = helpersOf(ctx.actor);
    permit(organisationIds.length > 0);
    const isOpen = query.open === '1';
    const rows = await ctx.db.read((db) => helpRows(db, { side: query.of, organisationIds, isOpen }));
    const body = <HelpRequestsPage {...{ of: query.of, rows, isOpen, needWords }} now={ctx.now} />;
    return page({ title: helpListTitle, noindex: true, current: help.list(), body }, 200, noStore);
  }),

  get('/help-requests/:id', sides, { params: byId }, async (ctx, { params }) =>
    page(await requestPage(ctx, params.id), 200, noStore),
  ),

  moving('take', answers, TakeHelp, takeHelp),
  moving('answer', answers, AnswerHelp, answerHelp),
  moving('close', answers, CloseHelp, closeHelp),
  moving('withdraw', 'its two sides, told by the person', WithdrawReferral, withdrawHelp),

  post('/help-requests/:id/letter', sides, { params: byId, fields: [] }, async (ctx, { params }) => {
    await mustKnowIt(ctx, params.id);
    const link = ctx.publicUrl + privacy.sharedByLink(await makeHelpLetter(ctx, params.id));
    return page(await letterPage(ctx, params.id, link), 200, noStore);
  }),
];

/** One form of the page: refused, it comes back with what was typed. */
function moving<Schema extends z.ZodObject>(
  what: string,
  who: string,
  schema: Schema,
  act: (ctx: Ctx, id: string, input: z.infer<Schema>) => Promise<unknown>,
): Route {
  const fields = Object.keys(schema.shape);
  return post(`/help-requests/:id/${what}`, who, { params: byId, fields }, async (ctx, { params, form }) => {
    await mustKnowIt(ctx, params.id);
    return answerForm(
      schema,
      form,
      async (input) => {
        await act(ctx, params.id, input);
        return redirect(help.one(params.id));
      },
      (problems) => requestPage(ctx, params.id, { refused: what, values: form, problems }),
    );
  });
}

async function mustKnowIt(ctx: Ctx, id: string): Promise<void> {
  permit(isPerson(ctx.actor));
  const one = await ctx.db.read((db) => helpRequest(db, id));
  permit(canSeeHelp(ctx.actor, one), { hidden: true });
}

interface Refused {
  refused: string;
  values: FormBody;
  problems: Problems;
}

async function requestPage(ctx: Ctx, id: string, refused?: Refused): Promise<Page> {
  permit(isPerson(ctx.actor));
  const read = await readHelp(ctx, id);
  const { one } = read;
  const taker = one.takenByOrganisationId ?? '';
  const cards = await cardsByIds(ctx.db.open, [one.organisationId, ...(taker ? [taker] : [])]);
  const to = cards.get(one.organisationId);
  const names = await peopleNamed(ctx, read);
  const loop = await openLoopOptional(ctx.db.open, 'help-request', id);
  const area = await areaByCodeOptional(ctx.db.open, one.areaCode);
  const takenBy = taker ? [names.get(one.takenByPersonId ?? ''), cards.get(taker)?.name] : [];
  const body = (
    <HelpRequestPage
      {...{ ...read, ...refused, until: loop?.firstDueAt, now: ctx.now }}
      answers={{ name: to?.name ?? '', phone: to?.phone ?? '' }}
      takenBy={takenBy.filter(Boolean).join(', ')}
      keeper={names.get(one.keeperPersonId ?? '') ?? ''}
      needWords={needWords(one.theme)}
      areaName={area?.name ?? ''}
      doubts={one.doubts.map((sign) => signWords(sign))}
      mayRefer={canReferFor(ctx.actor, one.organisationId)}
      places={read.mayAnswer && area ? await placesOf(ctx, read, area.id) : []}
    />
  );
  const crumb = { href: help.list(), label: helpListTitle };
  return { title: helpTitle(one.code), noindex: true, crumb, body };
}

async function placesOf(ctx: Ctx, { one }: ReadHelp, areaId: string) {
  const areaIds = (await areaAndAbove(ctx.db.open, areaId)).map((area) => area.id);
  return placesFor(ctx.db.open, { need: one.theme, areaIds, organisationId: one.organisationId });
}

async function peopleNamed(ctx: Ctx, { one }: ReadHelp): Promise<ReadonlyMap<string, string>> {
  const ids = [one.takenByPersonId, one.keeperPersonId].flatMap((id) => id ?? []);
  const found = await ctx.db.read((db) => personsByIds(db, ids));
  return new Map(found.map(({ id, name }) => [id, name]));
}

function signWords(sign: string): string {
  const words: Readonly<Record<string, string>> = signs;
  return words[sign] ?? sign;
}

async function letterPage(ctx: Ctx, id: string, link: string): Promise<Page> {
  const one = await ctx.db.read((db) => helpRequest(db, id));
  const from = one.takenByOrganisationId ?? one.organisationId;
  const cards = await cardsByIds(ctx.db.open, [one.organisationId, from]);
  const to = cards.get(one.organisationId);
  const loop = await openLoopOptional(ctx.db.open, 'help-request', id);
  const body = (
    <HelpLetterPage
      {...{ code: one.code, link, until: loop?.firstDueAt, now: ctx.now }}
      from={cards.get(from)?.name ?? ''}
      answers={{ name: to?.name ?? '', phone: to?.phone ?? '' }}
    />
  );
  const crumb = { href: help.one(id), label: helpTitle(one.code) };
  return { title: helpLetterTitle, noindex: true, crumb, body };
}
