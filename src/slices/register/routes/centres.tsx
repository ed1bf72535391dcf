import { z } from 'zod';
import { answerForm } from '../../../platform/forms.ts';
import { byId, get, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { bankHolidays, quarterOf } from '../../network/door.ts';
import { answerRegistration, markNotTheSame, resendRegistration, tellCentre } from '../actions/answer.ts';
import { makeAppeal } from '../actions/appeal.ts';
import { addQuestion, retireQuestion } from '../actions/centre.ts';
import { RegistrationsPage } from '../pages/registrations.tsx';
import { canAnswerRegistration, canAskQuestions } from '../permits.ts';
import { organisation } from '../queries/organisation.ts';
import { registrationsAt } from '../queries/registration.ts';
import { centres, register } from '../urls.ts';
import { AddQuestion, AnswerRegistration, Appeal, NotTheSame, TellCentre } from '../words/answers.ts';
import { answerPage, questionsPage, statePage } from './centre-pages.tsx';

const AtCentre = byId.extend({ organisation: z.uuid() });

const ForCentre = byId.extend({ centre: z.uuid() });

export const routes: readonly Route[] = [
  get('/centres/:id/registrations', 'a worker of the centre', { params: byId }, async (ctx, { params }) => {
    permit(canAnswerRegistration(ctx.actor, params.id));
    const centre = await organisation(ctx.db.open, params.id);
    const holidays = await bankHolidays(ctx.db.open);
    const rows = (await registrationsAt(ctx.db.open, params.id)).map((row) => {
      const due = row.dueAt;
      const quarter = due ? quarterOf({ from: row.askedAt, due, now: ctx.now, holidays }) : 0;
      return { ...row, late: due !== null && due < ctx.now, quarter };
    });
    const title = `Registrations at ${centre.name}`;
    const mayAsk = canAskQuestions(ctx.actor, params.id);
    return page({
      title,
      noindex: true,
      current: '/inbox',
      body: <RegistrationsPage centre={centre} rows={rows} mayAsk={mayAsk} now={ctx.now} />,
    });
  }),

  get(
    '/centres/:id/registrations/:organisation',
    'a worker of the centre',
    { params: AtCentre },
    async (ctx, { params }) => {
      return page(await answerPage(ctx, params, {}));
    },
  ),

  post(
    '/centres/:id/registrations/:organisation',
    'a worker of the centre',
    { params: AtCentre, fields: ['answer', 'reason', 'version'] },
    async (ctx, { params, form }) => {
      permit(canAnswerRegistration(ctx.actor, params.id));
      return answerForm(
        AnswerRegistration,
        form,
        async (input) => {
          await answerRegistration(ctx, { organisationId: params.organisation, centreId: params.id }, input);
          return redirect(centres.registrations(params.id));
        },
        (problems) => answerPage(ctx, params, { values: form, problems }),
      );
    },
  ),

  post(
    '/centres/:id/registrations/:organisation/not-the-same',
    'a worker of the home centre',
    { params: AtCentre, fields: ['why'] },
    async (ctx, { params, form }) => {
      permit(canAnswerRegistration(ctx.actor, params.id));
      return answerForm(
        NotTheSame,
        form,
        async (input) => {
          await markNotTheSame(ctx, { organisationId: params.organisation, centreId: params.id }, input);
          return redirect(centres.registration(params.id, params.organisation));
        },
        (problems) => answerPage(ctx, params, { values: form, problems }),
      );
    },
  ),

  get('/centres/:id/questions', 'an admin of the centre', { params: byId }, async (ctx, { params }) => {
    permit(canAskQuestions(ctx.actor, params.id));
    return page(await questionsPage(ctx, params.id, {}));
  }),

  post(
    '/centres/:id/questions',
    'an admin of the centre',
    { params: byId, fields: ['question', 'hint', 'kind', 'choices', 'required'] },
    async (ctx, { params, form }) => {
      permit(canAskQuestions(ctx.actor, params.id));
      return answerForm(
        AddQuestion,
        form,
        async (input) => {
          const choices = input.choices
            .split('\n')
            .map((one) => one.trim())
            .filter(Boolean);
          await addQuestion(ctx, params.id, { ...input, choices });
          return redirect(centres.questions(params.id));
        },
        (problems) => questionsPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post(
    '/centres/:id/questions/:question/retire',
    'an admin of the centre',
    { params: byId.extend({ question: z.uuid() }), fields: [] },
    async (ctx, { params }) => {
      await retireQuestion(ctx, params.id, params.question);
      return redirect(centres.questions(params.id));
    },
  ),

  get(
    '/organisations/:id/registration',
    'the group, its centres, the coordinator',
    { params: byId },
    async (ctx, { params }) => {
      return page(await statePage(ctx, params.id));
    },
  ),

  post(
    '/organisations/:id/registration/resend',
    'an admin of the group',
    { params: byId, fields: [] },
    async (ctx, { params }) => {
      await resendRegistration(ctx, params.id);
      return redirect(register.state(params.id));
    },
  ),

  post(
    '/organisations/:id/registration/appeal',
    'an admin of the group',
    { params: byId, fields: ['what'] },
    async (ctx, { params, form }) => {
      return answerForm(
        Appeal,
        form,
        async (input) => {
          await makeAppeal(ctx, params.id, input);
          return redirect(register.state(params.id));
        },
        (problems) => statePage(ctx, params.id, { form: 'appeal', values: form, problems }),
      );
    },
  ),

  post(
    '/organisations/:id/registration/:centre',
    'an admin of the group',
    { params: ForCentre, fields: ['answer', 'version'] },
    async (ctx, { params, form }) => {
      return answerForm(
        TellCentre,
        form,
        async (input) => {
          await tellCentre(ctx, { organisationId: params.id, centreId: params.centre }, input);
          return redirect(register.state(params.id));
        },
        (problems) => statePage(ctx, params.id, { form: `tell-${params.centre}`, values: form, problems }),
      );
    },
  ),
];
