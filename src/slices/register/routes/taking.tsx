import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { areasByIds, areasOfLevel } from '../../areas/door.ts';
import { network } from '../../network/door.ts';
import { personsByIds } from '../../people/door.ts';
import { beginTaken, confirmTaken } from '../actions/taking.ts';
import { PaperFormPage, TakenPage, TakePage, takenTitle } from '../pages/taking.tsx';
import { canTakeForms } from '../permits.ts';
import { areaIdsOf, cardsByIds, mainPlaceOptional, organisation } from '../queries/organisation.ts';
import { taken } from '../queries/taken.ts';
import { centres, organisations, register } from '../urls.ts';
import { ConfirmTaken, TakeRegistration } from '../words/taken.ts';
import { mustBeSomebody } from './kept.ts';

export const routes: readonly Route[] = [
  get('/register/paper', 'anyone', {}, async (ctx) => {
    const { hubPhone } = await network(ctx.db.open);
    const areas = (await areasOfLevel(ctx.db.open, 'borough')).map((area) => area.name);
    const title = 'Tell us about your group, on paper';
    return page({ title, noindex: true, body: <PaperFormPage hubPhone={hubPhone} areas={areas} /> });
  }),

  get('/centres/:id/take', 'a worker of the centre', { params: byId }, async (ctx, { params }) => {
    mustBeSomebody(ctx);
    permit(canTakeForms(ctx.actor, params.id));
    return page(await takePage(ctx, params.id, {}));
  }),

  post(
    '/centres/:id/take',
    'a worker of the centre',
    { params: byId, fields: ['how'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      permit(canTakeForms(ctx.actor, params.id));
      return answerForm(
        TakeRegistration,
        form,
        async (input) => redirect(register.step(await beginTaken(ctx, params.id, input), 'who')),
        (problems) => takePage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/organisations/:id/taken', 'the centre that took it', { params: byId }, async (ctx, { params }) =>
    page(await takenPage(ctx, params.id, {})),
  ),

  post(
    '/organisations/:id/taken',
    'the centre that took it',
    { params: byId, fields: ['confirmed_how'] },
    async (ctx, { params, form }) => {
      await takenPage(ctx, params.id, {});
      return answerForm(
        ConfirmTaken,
        form,
        async (input) => {
          await confirmTaken(ctx, params.id, input);
          return redirect(organisations.taken(params.id));
        },
        (problems) => takenPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),
];

async function takePage(ctx: Ctx, centreId: string, remembered: Remembered): Promise<Page> {
  const centre = await organisation(ctx.db.open, centreId);
  const crumb = { href: centres.registrations(centreId), label: 'Registrations' };
  const body = <TakePage centre={centre} {...remembered} />;
  return { title: 'Register a group for somebody', noindex: true, crumb, body };
}

async function takenPage(ctx: Ctx, organisationId: string, remembered: Remembered): Promise<Page> {
  mustBeSomebody(ctx);
  return ctx.db.read(async (db) => {
    const form = await taken(db, organisationId);
    permit(canTakeForms(ctx.actor, form.centreId), { hidden: true });
    const one = await organisation(db, organisationId);
    const centre = (await cardsByIds(db, [form.centreId])).get(form.centreId);
    const [worker] = await personsByIds(db, [form.personId]);
    const body = (
      <TakenPage
        one={one}
        taken={form}
        centre={{ name: centre?.name ?? 'The centre', phone: centre?.phone ?? '' }}
        worker={worker?.name ?? ''}
        place={await mainPlaceOptional(db, organisationId)}
        areaNames={(await areasByIds(db, await areaIdsOf(db, organisationId))).map((area) => area.name)}
        now={ctx.now}
        {...remembered}
      />
    );
    const crumb = { href: centres.registrations(form.centreId), label: 'Registrations' };
    return { title: takenTitle(one.name), noindex: true, crumb, body };
  });
}
