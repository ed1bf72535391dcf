import type { Ctx } from '../../../platform/ctx.ts';
import type { Remembered } from '../../../platform/forms.ts';
import type { Page } from '../../../platform/http/route.ts';
import { stampFor } from '../../../platform/human/stamp.ts';
import { permit } from '../../../platform/permit.ts';
import { clocks } from '../../network/door.ts';
import { AnswerAppealPage, appealTitle } from '../pages/deciding.tsx';
import { CheckedPage, CheckPage, SuggestPage } from '../pages/keeping.tsx';
import { canAnswerAppeal, canSuggestEdit } from '../permits/keeping.ts';
import { canChangeRecord } from '../permits.ts';
import { claim } from '../queries/claims.ts';
import { appeal } from '../queries/keeping.ts';
import { organisation } from '../queries/organisation.ts';
import { servicesOf } from '../queries/services.ts';
import { organisations } from '../urls.ts';
import type { ListedServices } from '../words/cards.ts';

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

export async function suggestPage(
  ctx: Ctx,
  organisationId: string,
  { sheet, ...remembered }: Remembered & { sheet: ListedServices },
): Promise<Page> {
  const one = await organisation(ctx.db.open, organisationId);
  permit(one.state === 'active' || one.state === 'paused', { hidden: true });
  const { suggestion_answer_days } = await clocks(ctx.db.open);
  const mayEdit = canSuggestEdit(ctx.actor) && !canChangeRecord(ctx.actor, one);
  return {
    title: `What is wrong at ${one.name}?`,
    noindex: true,
    crumb: { href: organisations.one(one.id, one.name), label: one.name },
    body: (
      <SuggestPage
        one={one}
        days={suggestion_answer_days}
        mayEdit={mayEdit}
        stamp={stampFor(ctx, 'suggest-change')}
        sheet={sheet}
        {...remembered}
      />
    ),
  };
}

export async function answerAppealPage(ctx: Ctx, appealId: string, remembered: Remembered): Promise<Page> {
  permit(canAnswerAppeal(ctx.actor), { hidden: true });
  const made = await appeal(ctx.db.open, appealId);
  const about = await organisation(ctx.db.open, made.organisation_id);
  const claimId = made.claim_id;
  const declined = claimId ? await ctx.db.read((db) => claim(db, claimId)) : undefined;
  const ofClaim = declined !== undefined;
  const body = (
    <AnswerAppealPage
      about={about}
      appealId={appealId}
      what={made.what}
      refusal={declined?.reason ?? about.stateReason}
      ofClaim={ofClaim}
      open={made.state === 'waiting'}
      {...remembered}
    />
  );
  return { title: appealTitle({ about, ofClaim }), noindex: true, body };
}
