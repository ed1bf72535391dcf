import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
import {
  byId,
  type FormBody,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { personsByIds } from '../../people/door.ts';
import {
  appointPerson,
  confirmAppointment,
  objectToAppointment,
  reverseAppointment,
} from '../actions/appoint.ts';
import { AppointingPage, ObjectPage } from '../pages/appointing.tsx';
import { canAppoint } from '../permits.ts';
import { appointment, appointmentsOf, appointmentToObject } from '../queries/appointments.ts';
import { organisation } from '../queries/organisation.ts';
import { appointments, organisations } from '../urls.ts';
import { AppointPerson, ConfirmAppointment, ReverseAppointment } from '../words/leaving.ts';
import { mustBeSomebody } from './kept.ts';

const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
const oftenEnough = limited({ burst: 20, seconds: 3600 });
const noStore = { headers: { 'Cache-Control': 'no-store' } };

export const routes: readonly Route[] = [
  get(
    '/organisations/:id/appointments',
    'its home centre and the coordinator',
    { params: byId },
    async (ctx, { params }) => page(await appointingPage(ctx, params.id, {})),
  ),

  post(
    '/organisations/:id/appointments',
    'its home centre and the coordinator',
    { params: byId, fields: ['email', 'why', 'check'] },
    async (ctx, { params, form, request }) => {
      mustBeSomebody(ctx);
      oftenEnough(request.address, ctx.machineNow);
      return answerForm(
        AppointPerson,
        form,
        async (input) => {
          await appointPerson(ctx, params.id, input);
          return redirect(appointments.of(params.id));
        },
        (problems) => appointingPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post(
    '/appointments/:id/confirm',
    'a second person of the home centre, or the coordinator',
    { params: byId, fields: ['check'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      return answerForm(
        ConfirmAppointment,
        form,
        async (input) => redirect(appointments.of(await confirmAppointment(ctx, params.id, input))),
        (problems) => appointmentPage(ctx, params.id, 'check', { values: form, problems }),
      );
    },
  ),

  post(
    '/appointments/:id/reverse',
    'its home centre and the coordinator',
    { params: byId, fields: ['reason'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      return answerForm(
        ReverseAppointment,
        form,
        async ({ reason }) => redirect(appointments.of(await reverseAppointment(ctx, params.id, reason))),
        (problems) => appointmentPage(ctx, params.id, 'undo', { values: form, problems }),
      );
    },
  ),

  get(
    '/appointments/object/:token',
    'whoever holds the link',
    { params: ByToken },
    async (ctx, { params }) => {
      return page(await objectPage(ctx, params.token, {}), 200, noStore);
    },
  ),

  post(
    '/appointments/object/:token',
    'whoever holds the link',
    { params: ByToken, fields: ['reason'] },
    async (ctx, { params, form }) => {
      return answerForm(
        ReverseAppointment,
        form,
        async ({ reason }) => {
          await objectToAppointment(ctx, params.token, reason);
          return page(await objectPage(ctx, params.token, {}), 200, noStore);
        },
        (problems) => objectPage(ctx, params.token, { values: form, problems }),
      );
    },
  ),
];

interface Remembered {
  values?: FormBody;
  problems?: Problems;
  refused?: string;
}

async function appointmentPage(ctx: Ctx, id: string, form: string, remembered: Remembered): Promise<Page> {
  const { organisationId } = await ctx.db.read((db) => appointment(db, id));
  return appointingPage(ctx, organisationId, { ...remembered, refused: `${form}-${id}` });
}

async function appointingPage(ctx: Ctx, organisationId: string, remembered: Remembered): Promise<Page> {
  mustBeSomebody(ctx);
  const one = await organisation(ctx.db.open, organisationId);
  permit(canAppoint(ctx.actor, one), { hidden: true });
  return ctx.db.read(async (db) => {
    const made = await appointmentsOf(db, organisationId);
    const checkers = made.flatMap((each) => [each.firstBy, ...(each.secondBy ? [each.secondBy] : [])]);
    const people = await personsByIds(db, [...new Set(checkers)]);
    const names = new Map(people.map(({ id, name, email }) => [id, name || email]));
    const props = { organisation: one, made, names, readerId: ctx.actor.personId ?? '', now: ctx.now };
    return {
      title: `Give ${one.name} to somebody new`,
      noindex: true,
      crumb: { href: organisations.one(one.id, one.name), label: one.name },
      body: <AppointingPage {...props} {...remembered} />,
    };
  });
}

async function objectPage(ctx: Ctx, token: string, remembered: Omit<Remembered, 'refused'>): Promise<Page> {
  const keyed = ctx.db.withKeys({ link: hashOf(token) });
  const made = await keyed.read((db) => appointmentToObject(db, hashOf(token)));
  const one = await organisation(ctx.db.open, made.organisationId);
  const why = {
    checked_once: undefined,
    waiting: undefined,
    invited:
      'The three days are over and the new person was invited. Ring the home centre: it can still undo it.',
    stopped: 'It is stopped. The home centre knows.',
    reversed: 'It was undone. The home centre knows.',
  }[made.state];
  return {
    title: `Somebody new is to run ${one.name}`,
    noindex: true,
    body: <ObjectPage organisation={one} token={token} why={why} {...remembered} />,
  };
}
