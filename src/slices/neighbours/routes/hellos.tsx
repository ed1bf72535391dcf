import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { hasPositionAt, isPerson, permit } from '../../../platform/permit.ts';
import { openLoopOptional } from '../../loops/door.ts';
import { organisation } from '../../register/door.ts';
import { answerHello } from '../actions/answer.ts';
import { takeHelloBack } from '../actions/hello.ts';
import { HelloPage, type HelloProps, helloTitle } from '../pages/hello.tsx';
import { canAnswerHello, canSayHello, canSeeHello } from '../permits.ts';
import { hello } from '../queries/hellos.ts';
import { neighbours } from '../urls.ts';
import { AnswerHello } from '../words/hellos.ts';

const NoFields = z.object({});
const noStore = { headers: { 'Cache-Control': 'no-store' } };

export const routes: readonly Route[] = [
  get(
    '/hellos/:id',
    'the two groups, and whoever it has climbed to',
    { params: byId },
    async (ctx, { params }) => {
      permit(isPerson(ctx.actor));
      return page(await helloPage(ctx, params.id), 200, noStore);
    },
  ),

  post(
    '/hellos/:id',
    'the group that is greeted, or whoever it has climbed to',
    { params: byId, fields: ['answer'] },
    async (ctx, { params, form }) => {
      permit(isPerson(ctx.actor));
      return answerForm(
        AnswerHello,
        form,
        async (input) => {
          const one = await answerHello(ctx, params.id, input);
          const isOwn = canSayHello(ctx.actor, one.toId);
          return redirect(isOwn ? neighbours.own(one.toId) : neighbours.hello(one.id));
        },
        (problems) => helloPage(ctx, params.id, problems),
      );
    },
  ),

  post(
    '/hellos/:id/take-back',
    'the group that said hello',
    { params: byId, fields: [] },
    async (ctx, { params, form }) => {
      permit(isPerson(ctx.actor));
      return answerForm(
        NoFields,
        form,
        async () => redirect(`${neighbours.own(await takeHelloBack(ctx, params.id))}#from-you`),
        (problems) => helloPage(ctx, params.id, problems),
      );
    },
  ),
];

async function helloPage(ctx: Ctx, id: string, problems: Problems = {}): Promise<Page> {
  return ctx.db.read(async (db) => {
    const one = await hello(db, id);
    const loop = await openLoopOptional(db, 'hello', id);
    const greeted = { toId: one.toId, keptBy: loop?.ownerOrganisationId };
    permit(canSeeHello(ctx.actor, { ...greeted, fromId: one.fromId }), { hidden: true });
    const { summary } = await organisation(db, one.fromId);
    const { phone } = await organisation(db, one.toId);
    const [problem] = Object.values(problems);
    return {
      title: helloTitle(one),
      noindex: true,
      body: (
        <HelloPage
          {...{ one, summary, phone, problem }}
          as={partOf(ctx, greeted, one.fromId)}
          until={loop?.firstDueAt}
          now={ctx.now}
        />
      ),
    };
  });
}

function partOf(
  ctx: Ctx,
  greeted: { toId: string; keptBy: string | undefined },
  fromId: string,
): HelloProps['as'] {
  if (canSayHello(ctx.actor, greeted.toId)) return 'receiver';
  if (hasPositionAt(ctx.actor, fromId)) return 'sender';
  return canAnswerHello(ctx.actor, greeted) ? 'keeper' : 'looker';
}
