import type { z } from 'zod';
import type { Ctx } from '../../../../platform/ctx.ts';
import { Forbidden, type Problems } from '../../../../platform/errors.ts';
import { answerForm } from '../../../../platform/forms.ts';
import {
  byId,
  type FormBody,
  get,
  none,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../../../platform/http/route.ts';
import { isPerson, permit } from '../../../../platform/permit.ts';
import { areaByCodeOptional } from '../../../areas/door.ts';
import { openLoopOptional } from '../../../loops/door.ts';
import { personsByIds } from '../../../people/door.ts';
import { cardsByIds } from '../../../register/door.ts';
import { closeConcern, holdReferral, noteConcern, readConcern } from '../../actions/concern/handling.ts';
import { askToRead, confirmReading, readForConcern, readOpening } from '../../actions/concern/opening.ts';
import { presentLeads } from '../../actions/concern/raising.ts';
import {
  ConcernOutline,
  ConcernPage,
  ConcernsPage,
  concernsTitle,
  concernTitle,
} from '../../pages/concern/concern.tsx';
import { ConfirmPage, confirmTitle, OpenedPage, openedTitle } from '../../pages/concern/opened.tsx';
import { canSeeConcern, canSeeThatConcernWaits } from '../../permits/concern.ts';
import { concern, concernsAt, lastOpeningOptional, leastOfConcerns } from '../../queries/concern/concerns.ts';
import { leadsOfActor } from '../../queries/concern/leads.ts';
import { concerns } from '../../urls.ts';
import { AskToRead, CloseConcern, HoldReferral, NoteConcern } from '../../words/concern.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const lead = 'its safeguarding leads';
const crumb = { href: concerns.list(), label: concernsTitle };

export const routes: readonly Route[] = [
  get('/concerns', 'safeguarding leads', {}, async (ctx) => {
    permit(isPerson(ctx.actor));
    const rows = await ctx.db.read(async (db) => {
      const ids = await leadsOfActor(db);
      permit(ids.length > 0);
      return concernsAt(db, ids);
    });
    const body = <ConcernsPage rows={rows} now={ctx.now} />;
    return page({ title: concernsTitle, noindex: true, body }, 200, noStore);
  }),

  get('/concerns/:id', lead, { params: byId }, async (ctx, { params }) =>
    page(await onePage(ctx, params.id), 200, noStore),
  ),

  moving('note', NoteConcern, noteConcern),
  moving('hold', HoldReferral, holdReferral),
  moving('close', CloseConcern, closeConcern),
  moving('ask-to-read', AskToRead, askToRead),

  get('/concerns/:id/read', lead, { params: byId }, async (ctx, { params }) => {
    await mustLead(ctx, params.id);
    const { one, ...read } = await readForConcern(ctx, params.id);
    const body = <OpenedPage {...read} />;
    const back = { href: concerns.one(one.id), label: concernTitle(one.code) };
    return page({ title: openedTitle, noindex: true, crumb: back, body }, 200, noStore);
  }),

  get(
    '/to-read/:id',
    'a second person of the lead’s organisation',
    { params: byId },
    async (ctx, { params }) => page(await confirmPage(ctx, params.id), 200, noStore),
  ),

  post(
    '/to-read/:id',
    'a second person of the lead’s organisation',
    { params: byId, fields: [] },
    async (ctx, { params }) => {
      await confirmPage(ctx, params.id);
      return answerForm(
        none,
        {},
        async () => {
          await confirmReading(ctx, params.id);
          return redirect(concerns.confirm(params.id));
        },
        (problems) => confirmPage(ctx, params.id, problems),
      );
    },
  ),
];

function moving<Schema extends z.ZodObject>(
  what: string,
  schema: Schema,
  act: (ctx: Ctx, id: string, input: z.infer<Schema>) => Promise<unknown>,
): Route {
  const fields = Object.keys(schema.shape);
  return post(`/concerns/:id/${what}`, lead, { params: byId, fields }, async (ctx, { params, form }) => {
    await mustLead(ctx, params.id);
    return answerForm(
      schema,
      form,
      async (input) => {
        await act(ctx, params.id, input);
        return redirect(concerns.one(params.id));
      },
      (problems) => onePage(ctx, params.id, { refused: what, values: form, problems }),
    );
  });
}

async function mustLead(ctx: Ctx, id: string): Promise<void> {
  permit(isPerson(ctx.actor));
  await ctx.db.read(async (db) => {
    const one = await concern(db, id);
    permit(canSeeConcern(ctx.actor, one.organisationId, await leadsOfActor(db)), { hidden: true });
  });
}

interface Refused {
  refused: string;
  values: FormBody;
  problems: Problems;
}

async function onePage(ctx: Ctx, id: string, refused?: Refused): Promise<Page> {
  permit(isPerson(ctx.actor));
  const outline = refused === undefined && (await outlineOptional(ctx, id));
  if (outline) return outline;
  const read = await readConcern(ctx, id);
  const { one, steps } = read;
  const { opening, people } = await ctx.db.read(async (db) => ({
    opening: await lastOpeningOptional(db, id),
    people: await personsByIds(
      db,
      steps.flatMap((step) => step.personId ?? []),
    ),
  }));
  const area = await areaByCodeOptional(ctx.db.open, one.areaCode);
  const mine = opening?.askedByPersonId === ctx.actor.personId;
  const body = (
    <ConcernPage
      {...{ ...read, ...refused, opening, areaName: area?.name ?? '', now: ctx.now }}
      mayReadNow={mine && opening?.untilAt != null && opening.untilAt > ctx.machineNow}
      names={new Map(people.map((person) => [person.id, person.name]))}
    />
  );
  return { title: concernTitle(one.code), noindex: true, crumb, body };
}

/** Whoever has its promise and is no lead hears whom to ring; a lead without a second key is asked for it. */
async function outlineOptional(ctx: Ctx, id: string): Promise<Page | undefined> {
  const [least] = await leastOfConcerns(ctx.db.open, [id]);
  if (!least) return undefined;
  const leads = await presentLeads(ctx.db.open, [least.organisationId]);
  if (leads.some((one) => one.personId === ctx.actor.personId)) {
    if (ctx.actor.strength !== 'strong') throw new Forbidden(false, true);
    return undefined;
  }
  const loop = await openLoopOptional(ctx.db.open, 'concern', id);
  if (!loop || !canSeeThatConcernWaits(ctx.actor, loop.ownerOrganisationId)) return undefined;
  const cards = await cardsByIds(ctx.db.open, [least.organisationId]);
  const organisation = cards.get(least.organisationId)?.name ?? '';
  const named = leads.map(({ phone }) => ({ organisation, phone }));
  const body = <ConcernOutline code={least.code} leads={named} />;
  return { title: concernTitle(least.code), noindex: true, crumb: { href: '/inbox', label: 'Inbox' }, body };
}

async function confirmPage(ctx: Ctx, id: string, problems?: Problems): Promise<Page> {
  permit(isPerson(ctx.actor));
  const { one, reason } = await readOpening(ctx, id);
  const [by] = await ctx.db.read((db) => personsByIds(db, [one.askedByPersonId]));
  const props = { id, reason, problems, done: one.untilAt !== null, by: by?.name || 'A colleague' };
  return { title: confirmTitle, noindex: true, body: <ConfirmPage {...props} /> };
}
