import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import type { FormBody, Page } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { clocks } from '../../network/door.ts';
import { personsByIds } from '../../people/door.ts';
import { AnswerAppealPage, AnswerClaimPage, AnswerSuggestionPage } from '../pages/deciding.tsx';
import { CheckedPage, CheckPage, ClaimPage, SuggestPage } from '../pages/keeping.tsx';
import { canAnswerAppeal, canAnswerSuggestion, canKeepFor } from '../permits.ts';
import { appeal, claim, hasOpenClaim, suggestion } from '../queries/keeping.ts';
import { cardsByIds, hubId, organisation } from '../queries/organisation.ts';
import { servicesOf } from '../queries/services.ts';

interface Remembered {
  values?: FormBody;
  problems?: Problems;
}

export async function checkPage(
  ctx: Ctx,
  organisationId: string,
  action: string,
  mayEdit: boolean,
): Promise<Page> {
  const one = await organisation(ctx.db.open, organisationId);
  const services = await servicesOf(ctx.db.open, organisationId);
  const body = <CheckPage one={one} services={services} action={action} mayEdit={mayEdit} now={ctx.now} />;
  return { title: `Is ${one.name} still right?`, noindex: true, body };
}

export async function checkedPage(ctx: Ctx, organisationId: string): Promise<Page> {
  const one = await organisation(ctx.db.open, organisationId);
  return {
    title: 'Thank you, the page is fresh again',
    noindex: true,
    body: <CheckedPage one={one} now={ctx.now} />,
  };
}

export async function suggestPage(ctx: Ctx, organisationId: string, remembered: Remembered): Promise<Page> {
  const one = await organisation(ctx.db.open, organisationId);
  permit(one.state === 'active' || one.state === 'paused', { hidden: true });
  const { suggestion_answer_days } = await clocks(ctx.db.open);
  return {
    title: `What is wrong at ${one.name}?`,
    noindex: true,
    body: <SuggestPage one={one} days={suggestion_answer_days} {...remembered} />,
  };
}

export async function claimPage(ctx: Ctx, organisationId: string): Promise<Page> {
  const one = await organisation(ctx.db.open, organisationId);
  permit(one.state === 'active', { hidden: true });
  const keeper = one.homeCentreId ?? (await hubId(ctx.db.open));
  const centreName = (await cardsByIds(ctx.db.open, [keeper])).get(keeper)?.name ?? 'The hub';
  const asked = await hasOpenClaim(ctx.db.open, organisationId, ctx.actor.personId ?? '');
  return {
    title: `Is ${one.name} yours?`,
    noindex: true,
    body: <ClaimPage one={one} centreName={centreName} asked={asked} />,
  };
}

export async function answerClaimPage(ctx: Ctx, claimId: string, remembered: Remembered): Promise<Page> {
  return ctx.db.read(async (db) => {
    const made = await claim(db, claimId);
    const one = await organisation(db, made.organisationId);
    permit(canKeepFor(ctx.actor, one.homeCentreId ?? (await hubId(db))), { hidden: true });
    const [person] = await personsByIds(db, [made.personId]);
    const shown = {
      about: one,
      madeAt: made.madeAt,
      now: ctx.now,
      open: made.state === 'waiting',
      ...remembered,
    };
    const who = person ? `${person.name} (${person.email})` : 'Somebody';
    const body = <AnswerClaimPage {...shown} claimId={claimId} person={who} phone={one.phone} />;
    return { title: `A claim of ${one.name}`, noindex: true, body };
  });
}

export async function answerSuggestionPage(
  ctx: Ctx,
  suggestionId: string,
  remembered: Remembered,
): Promise<Page> {
  return ctx.db.read(async (db) => {
    const made = await suggestion(db, suggestionId);
    const one = await organisation(db, made.organisationId);
    permit(canAnswerSuggestion(ctx.actor, one), { hidden: true });
    const shown = {
      about: one,
      madeAt: made.madeAt,
      now: ctx.now,
      open: made.state === 'waiting',
      ...remembered,
    };
    const body = <AnswerSuggestionPage {...shown} suggestionId={suggestionId} what={made.what} />;
    return { title: `Something is wrong at ${one.name}`, noindex: true, body };
  });
}

export async function answerAppealPage(ctx: Ctx, appealId: string, remembered: Remembered): Promise<Page> {
  permit(canAnswerAppeal(ctx.actor), { hidden: true });
  const made = await appeal(ctx.db.open, appealId);
  const one = await organisation(ctx.db.open, made.organisation_id);
  const shown = {
    about: one,
    madeAt: made.made_at,
    now: ctx.now,
    open: made.state === 'waiting',
    ...remembered,
  };
  const body = <AnswerAppealPage {...shown} appealId={appealId} what={made.what} refusal={one.stateReason} />;
  return { title: `${one.name} asks the hub to look again`, noindex: true, body };
}
