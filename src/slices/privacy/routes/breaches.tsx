import type { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { gatherAffected, judgeBreach, reportBreach, tellOfBreach, wrongPerson } from '../actions/breaches.ts';
import {
  BreachPage,
  breachTitle,
  ReportPage,
  reportTitle,
  WrongPersonPage,
  wrongPersonTitle,
} from '../pages/breach.tsx';
import { deskTitle } from '../pages/desk.tsx';
import { canJudgeBreach, canReportBreach } from '../permits/breaches.ts';
import { canWithdraw } from '../permits.ts';
import { basis, receiversOf } from '../queries/bases.ts';
import { affectedBy, breach } from '../queries/breaches.ts';
import { lookersAt } from '../queries/desk.ts';
import { privacy } from '../urls.ts';
import { AffectedBy, JudgeBreach, ReportBreach, TellOfBreach } from '../words/breaches.ts';
import { nameOf, namesOfPeople } from './named.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const _shownLooks = 100;
const _itsPeople = 'a data lead or admin of it';

export const routes: readonly Route[] = [
  get(
    '/organisations/:id/data-protection/breaches',
    'whoever has a position there',
    { params: byId },
    async (ctx, { params }) => page(await reportPage(ctx, params.id, {}), 200, noStore),
  ),

  post(
    '/organisations/:id/data-protection/breaches',
    'whoever has a position there',
    { params: byId, fields: ['words'] },
    async (ctx, { params, form }) => {
      await reportPage(ctx, params.id, {});
      return answerForm(
        ReportBreach,
        form,
        async ({ words }) => redirect(privacy.breach(await reportBreach(ctx, params.id, words))),
        (problems) => reportPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get(
    '/breaches/:id',
    'a data lead or admin of where it happened',
    { params: byId },
    async (ctx, { params }) => page(await breachPage(ctx, params.id, {}), 200, noStore),
  ),

  move('judge', ['risk', 'why', 'version'], JudgeBreach, judgeBreach),
  move('tell', ['office', 'people', 'learned', 'ends', 'version'], TellOfBreach, tellOfBreach),
  move('affected', ['person', 'from', 'until'], AffectedBy, gatherAffected),

  get(
    '/agreements/:id/wrong-person',
    'a worker of whoever passed the details on or got them',
    { params: byId },
    async (ctx, { params }) => page(await wrongPersonPage(ctx, params.id, {}), 200, noStore),
  ),

  post(
    '/agreements/:id/wrong-person',
    'a worker of whoever passed the details on or got them',
    { params: byId, fields: ['words'] },
    async (ctx, { params, form }) => {
      await wrongPersonPage(ctx, params.id, {});
      return answerForm(
        ReportBreach,
        form,
        async ({ words }) => {
          await wrongPerson(ctx, params.id, words);
          return redirect('/inbox');
        },
        (problems) => wrongPersonPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),
];

function move<Schema extends z.ZodType>(
  name: 'judge' | 'tell' | 'affected',
  fields: readonly string[],
  schema: Schema,
  act: (ctx: Ctx, id: string, input: z.infer<Schema>) => Promise<unknown>,
): Route {
  const who = 'a data lead or admin of where it happened';
  return post(`/breaches/:id/${name}`, who, { params: byId, fields }, async (ctx, { params, form }) => {
    await breachPage(ctx, params.id, {});
    return answerForm(
      schema,
      form,
      async (input) => {
        await act(ctx, params.id, input);
        return redirect(privacy.breach(params.id));
      },
      (problems) => breachPage(ctx, params.id, { values: form, problems, refused: name }),
    );
  });
}

async function reportPage(ctx: Ctx, organisationId: string, kept: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  permit(canReportBreach(ctx.actor, organisationId), { hidden: true });
  const name = await nameOf(ctx, ctx.db.open, organisationId);
  const body = <ReportPage action={privacy.report(organisationId)} name={name} {...kept} />;
  return { title: reportTitle, noindex: true, body };
}

async function breachPage(
  ctx: Ctx,
  id: string,
  kept: Remembered & { refused?: 'judge' | 'tell' | 'affected' },
): Promise<Page> {
  permit(isPerson(ctx.actor));
  return ctx.db.read(async (db) => {
    const one = await breach(db, id);
    permit(canJudgeBreach(ctx.actor, one.organisationId), { hidden: true });
    const affected = await affectedBy(db, id);
    const persons = await namesOfPeople(db, [
      ...(await lookersAt(db, one.organisationId)),
      one.foundByPersonId,
    ]);
    const names = await ctx.house.bodies.namesOf(db, [
      one.organisationId,
      ...affected.map((given) => given.organisationId),
    ]);
    const people = [...persons].map(([personId, name]) => ({ id: personId, name }));
    const foundBy = persons.get(one.foundByPersonId) ?? 'somebody';
    const body = <BreachPage {...{ one, affected, people, names, foundBy }} now={ctx.now} {...kept} />;
    const crumb = { href: privacy.desk(one.organisationId), label: deskTitle };
    return { title: breachTitle(one), noindex: true, crumb, body };
  });
}

async function wrongPersonPage(ctx: Ctx, basisId: string, kept: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  return ctx.db.read(async (db) => {
    const given = await basis(db, basisId);
    const receivers = (await receiversOf(db, [basisId])).map((one) => one.organisationId);
    const organisationIds = [given.organisationId, ...receivers];
    // Whoever the details are about stops it on their own page; this is for those who passed them on or got them.
    const about = { personId: null, organisationIds, holdsLink: false };
    permit(canWithdraw(ctx.actor, about), { hidden: true });
    const names = await ctx.house.bodies.namesOf(db, receivers);
    const body = <WrongPersonPage basisId={basisId} receivers={[...names.values()]} {...kept} />;
    return { title: wrongPersonTitle, noindex: true, body };
  });
}
