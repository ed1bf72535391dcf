import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
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
import { hasPositionAt, permit } from '../../../platform/permit.ts';
import { areasByIds } from '../../areas/door.ts';
import { openLoopOptional } from '../../loops/door.ts';
import { bankHolidays, network, quarterOf } from '../../network/door.ts';
import { personsByIds } from '../../people/door.ts';
import { answerRegistration, markNotTheSame, resendRegistration, tellCentre } from '../actions/answer.ts';
import { makeAppeal } from '../actions/appeal.ts';
import { addQuestion, retireQuestion } from '../actions/centre.ts';
import { AnswerPage, RegistrationsPage } from '../pages/centre.tsx';
import { QuestionsPage } from '../pages/questions.tsx';
import { StatePage } from '../pages/registering/state.tsx';
import { canAnswerRegistration, canAskQuestions, canSeeRegistration } from '../permits.ts';
import { candidates } from '../queries/candidates.ts';
import { hasOpenAppeal } from '../queries/keeping.ts';
import { areaIdsOf, mainPlaceOptional, organisation } from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { answerOf, answersOn, questionsOf, registrationsAt } from '../queries/registration.ts';
import { whyNotAnswer } from '../rules/registration.ts';
import { centres, register } from '../urls.ts';
import { AddQuestion, AnswerRegistration, Appeal, NotTheSame, TellCentre } from '../words/answers.ts';

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
    return page({
      title,
      noindex: true,
      current: '/inbox',
      body: <RegistrationsPage centre={centre} rows={rows} now={ctx.now} />,
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

interface Remembered {
  values?: FormBody;
  problems?: Problems;
}

async function answerPage(
  ctx: Ctx,
  at: { id: string; organisation: string },
  remembered: Remembered,
): Promise<Page> {
  permit(canAnswerRegistration(ctx.actor, at.id));
  return ctx.db.read(async (db) => {
    const answer = await answerOf(db, at.organisation, at.id);
    const group = await organisation(db, at.organisation);
    const others = (await answersOn(db, group.id)).filter((other) => other.centreId !== at.id);
    const [organiser] = await personsByIds(
      db,
      (await holders(db, group.id, ['admin'])).map((held) => held.personId),
    );
    const looks = answer.home && group.state === 'submitted';
    const found = looks
      ? await candidates(db, {
          name: group.name,
          website: group.website,
          email: group.email,
          exceptId: group.id,
        })
      : [];
    const like = [];
    for (const one of found) {
      like.push({
        one: await organisation(db, one.id),
        why: one.why,
        place: await mainPlaceOptional(db, one.id),
      });
    }
    const whyNot = whyNotAnswer(answer, group.state);
    const body = (
      <AnswerPage
        centreId={at.id}
        group={group}
        answer={answer}
        others={others}
        place={await mainPlaceOptional(db, group.id)}
        areaNames={(await areasByIds(db, await areaIdsOf(db, group.id))).map((area) => area.name)}
        organiser={organiser}
        like={like}
        mayAnswer={whyNot === undefined}
        whyNot={whyNot}
        {...remembered}
      />
    );
    return {
      title: group.name,
      noindex: true,
      crumb: { href: centres.registrations(at.id), label: 'Registrations' },
      body,
    };
  });
}

async function questionsPage(ctx: Ctx, centreId: string, remembered: Remembered): Promise<Page> {
  const centre = await organisation(ctx.db.open, centreId);
  const questions = await questionsOf(ctx.db.open, [centreId]);
  const title = `What ${centre.name} asks`;
  return {
    title,
    noindex: true,
    body: <QuestionsPage centre={centre} questions={questions} {...remembered} />,
  };
}

type Again = { form: string; values: FormBody; problems: Problems };

async function statePage(ctx: Ctx, organisationId: string, again?: Again): Promise<Page> {
  const group = await organisation(ctx.db.open, organisationId);
  return ctx.db.read(async (db) => {
    const answers = await answersOn(db, organisationId);
    permit(
      canSeeRegistration(
        ctx.actor,
        organisationId,
        answers.map((answer) => answer.centreId),
      ),
      { hidden: true },
    );
    const waiting = [];
    for (const answer of answers) {
      const loop = await openLoopOptional(db, 'registration', answer.id);
      const [person] = loop ? await personsByIds(db, [loop.ownerPersonId]) : [];
      waiting.push({ ...answer, dueAt: loop?.firstDueAt ?? null, personName: person?.name ?? '' });
    }
    const { hubPhone } = await network(db);
    const body = (
      <StatePage
        group={group}
        answers={waiting}
        own={hasPositionAt(ctx.actor, organisationId, ['admin'])}
        now={ctx.now}
        hubPhone={hubPhone}
        appealed={await hasOpenAppeal(db, organisationId)}
        {...(again ? { again } : {})}
      />
    );
    return { title: `How it stands: ${group.name}`, noindex: true, body };
  });
}
