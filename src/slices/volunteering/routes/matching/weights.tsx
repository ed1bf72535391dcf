import type { Ctx } from '../../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../../platform/forms.ts';
import { get, type Page, page, post, type Route, redirect } from '../../../../platform/http/route.ts';
import { permit } from '../../../../platform/permit.ts';
import { setMatchWeights } from '../../actions/matching/weights.ts';
import { WeightsPage, weightsTitle } from '../../pages/matching/weights.tsx';
import { canSetMatchWeights } from '../../permits/matching.ts';
import { matchWeights } from '../../queries/matching/weights.ts';
import { volunteer } from '../../urls/matching.ts';
import { roles } from '../../urls.ts';
import { SetMatchWeights, weightNames } from '../../words/matching.ts';
import { mustBeSomebody } from '../kept.ts';

export const routes: readonly Route[] = [
  get('/roles/matching', 'anyone', {}, async (ctx) => page(await weightsPage(ctx, {}))),

  post(
    '/roles/matching',
    'the coordinator',
    { fields: [...weightNames, 'version'] },
    async (ctx, { form }) => {
      mustBeSomebody(ctx);
      permit(canSetMatchWeights(ctx.actor));
      return answerForm(
        SetMatchWeights,
        form,
        async (input) => {
          await setMatchWeights(ctx, input);
          return redirect(volunteer.weights());
        },
        (problems) => weightsPage(ctx, { values: form, problems }),
      );
    },
  ),
];

async function weightsPage(ctx: Ctx, remembered: Remembered): Promise<Page> {
  const weights = await matchWeights(ctx.db.open);
  return {
    title: weightsTitle,
    crumb: { href: roles.all(), label: 'Volunteering roles' },
    body: <WeightsPage weights={weights} maySet={canSetMatchWeights(ctx.actor)} {...remembered} />,
  };
}
