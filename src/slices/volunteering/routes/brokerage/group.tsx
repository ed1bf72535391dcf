import { z } from 'zod';
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
import { isPerson, permit } from '../../../../platform/permit.ts';
import {
  endPlacement,
  openIntroduction,
  replyToIntroduction,
  startPlacement,
} from '../../actions/brokerage/answering.ts';
import { readIntroduction } from '../../actions/brokerage/reading.ts';
import {
  IntroductionPage,
  IntroductionsPage,
  introductionsTitle,
  introductionTitle,
} from '../../pages/brokerage/introductions.tsx';
import { canAnswerIntroduction, canSeeEnquiryOutline, receiversOf } from '../../permits/brokerage.ts';
import { leastOf } from '../../queries/brokerage/enquiries.ts';
import { introduction, introductionsTo } from '../../queries/brokerage/introductions.ts';
import { enquiries, introductions } from '../../urls.ts';
import { End, Reply, Start } from '../../words/brokerage/forms.ts';
import { dbsLevels } from '../../words/role.ts';
import { namesIn, subjectOf, turnOf } from './shown.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const who = 'a worker or admin of the group';

export const routes: readonly Route[] = [
  get('/introductions', 'whoever answers for a group', {}, async (ctx) =>
    page(await listPage(ctx), 200, noStore),
  ),

  get('/introductions/:id', who, { params: byId }, async (ctx, { params }) => {
    const elsewhere = await whereElse(ctx, params.id);
    return elsewhere ? redirect(elsewhere) : page(await onePage(ctx, params.id), 200, noStore);
  }),

  moving('open', z.object({}), [], openIntroduction),
  moving('reply', Reply, Object.keys(Reply.shape), replyToIntroduction),
  moving('start', Start, Object.keys(Start.shape), startPlacement),
  moving('end', End, Object.keys(End.shape), endPlacement),
];

/** One form of the page of an introduction: it comes back with what was typed. */
function moving<Schema extends z.ZodType>(
  what: string,
  schema: Schema,
  fields: readonly string[],
  act: (ctx: Ctx, id: string, input: z.infer<Schema>) => Promise<void>,
): Route {
  return post(`/introductions/:id/${what}`, who, { params: byId, fields }, async (ctx, { params, form }) => {
    permit(isPerson(ctx.actor));
    // A form that is sent shows nothing, so it is no look.
    const { receiverId } = await ctx.db.read((db) => introduction(db, params.id));
    permit(canAnswerIntroduction(ctx.actor, receiverId), { hidden: true });
    return answerForm(
      schema,
      form,
      async (input) => {
        await act(ctx, params.id, input);
        return redirect(introductions.one(params.id));
      },
      (problems) => onePage(ctx, params.id, { refused: what, values: form, problems }),
    );
  });
}

/** Whoever only keeps an eye on the promise looks at how far it is, not at what the group was sent. */
async function whereElse(ctx: Ctx, id: string): Promise<string | undefined> {
  permit(isPerson(ctx.actor));
  const [least] = await leastOf(ctx.db.open, [id]);
  if (!least?.receiverId || canAnswerIntroduction(ctx.actor, least.receiverId)) return undefined;
  return canSeeEnquiryOutline(ctx.actor, least) ? enquiries.one(least.id) : undefined;
}

async function listPage(ctx: Ctx): Promise<Page> {
  permit(isPerson(ctx.actor));
  const receiverIds = receiversOf(ctx.actor);
  permit(receiverIds.length > 0);
  const rows = await ctx.db.read((db) => introductionsTo(db, receiverIds));
  const body = <IntroductionsPage rows={rows} now={ctx.now} />;
  return { title: introductionsTitle, noindex: true, crumb: { href: '/me', label: 'You' }, body };
}

interface Remembered {
  refused?: string;
  values?: FormBody;
  problems?: Problems;
}

async function onePage(ctx: Ctx, id: string, remembered: Remembered = {}): Promise<Page> {
  permit(isPerson(ctx.actor));
  const read = await readIntroduction(ctx, id);
  const { role, turn, names } = await ctx.db.read(async (db) => ({
    ...(await subjectOf(db, { roleId: read.sent.roleId, centreId: read.one.centreId })),
    turn: read.sent.endedAt === null ? await turnOf(db, ctx, read.one) : undefined,
    names: await namesIn(db, read.steps),
  }));
  const dbs =
    role && role.dbsLevel !== 'none'
      ? `${dbsLevels[role.dbsLevel]}, or references.`
      : 'References, or whatever you need to know.';
  const shown = { id: read.sent.roleId, title: role?.title ?? '', dbs };
  const body = <IntroductionPage {...read} {...{ role: shown, turn, names }} now={ctx.now} {...remembered} />;
  const crumb = { href: introductions.list(), label: introductionsTitle };
  return { title: introductionTitle(shown.title), noindex: true, crumb, body };
}
