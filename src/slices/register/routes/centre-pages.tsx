import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import type { Problems } from '../../../platform/errors.ts';
import type { Remembered } from '../../../platform/forms.ts';
import type { FormBody, Page } from '../../../platform/http/route.ts';
import { hasPositionAt, permit } from '../../../platform/permit.ts';
import { areasByIds } from '../../areas/door.ts';
import { openLoopOptional, trailAbout } from '../../loops/door.ts';
import { network } from '../../network/door.ts';
import { personsByIds } from '../../people/door.ts';
import { AnswerPage } from '../pages/centre.tsx';
import { QuestionsPage } from '../pages/questions.tsx';
import { StatePage } from '../pages/registering/state.tsx';
import { canAnswerRegistration, canSeeRegistration } from '../permits.ts';
import { candidates } from '../queries/candidates.ts';
import { lastAppealOptional } from '../queries/keeping.ts';
import {
  areaIdsOf,
  identifiers,
  mainPlaceOptional,
  organisation,
  publicPlaces,
} from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { answerOf, answersOn, questionsOf } from '../queries/registration.ts';
import { whyNotAnswer } from '../rules/registration.ts';
import { centres } from '../urls.ts';
import type { Organisation, ShownPlace } from '../words/records.ts';
import { mustBeSomebody } from './kept.ts';
import { inTheRegister } from './registering-pages.tsx';

export async function answerPage(
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
      const other = await organisation(db, one.id);
      like.push({ one: other, why: one.why, place: await placeKnownTo(db, at.id, other) });
    }
    const [number] = (await identifiers(db, group.id)).filter(({ scheme }) => scheme !== 'GB-COH');
    const typed = { register_number: number?.number ?? '', name: group.name, legal_form: group.legalForm };
    const official = await inTheRegister(ctx, typed, true);
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
        official={official}
        mayAnswer={whyNot === undefined}
        whyNot={whyNot}
        trail={await trailAbout(ctx, 'registration', answer.id)}
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

/** Its own centre knows where a group is; to another one a hidden address is hidden, however alike the names. */
async function placeKnownTo(db: Db, centreId: string, one: Organisation): Promise<ShownPlace | undefined> {
  if (one.homeCentreId === centreId) return mainPlaceOptional(db, one.id);
  return (await publicPlaces(db, one.id)).find((place) => place.main);
}

export async function questionsPage(ctx: Ctx, centreId: string, remembered: Remembered): Promise<Page> {
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

export async function statePage(ctx: Ctx, organisationId: string, again?: Again): Promise<Page> {
  mustBeSomebody(ctx);
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
        mergedInto={group.mergedInto ? await organisation(db, group.mergedInto) : undefined}
        now={ctx.now}
        hubPhone={hubPhone}
        appeal={await lastAppealOptional(db, organisationId)}
        {...(again ? { again } : {})}
      />
    );
    return { title: `How it stands: ${group.name}`, noindex: true, body };
  });
}
