import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { addDays } from '../../../platform/dates.ts';
import { NotFound, type Problems } from '../../../platform/errors.ts';
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
import { permit } from '../../../platform/permit.ts';
import { organisation } from '../../register/door.ts';
import { answerRole, markRoleLookedAt } from '../actions/checking.ts';
import { CheckRolePage, ChecksPage, checksTitle, checkTitle } from '../pages/checks.tsx';
import { canCheckRole, canKeepRolesFor } from '../permits.ts';
import { checksAt, roleCheckOptional } from '../queries/checks.ts';
import { sessionsOf } from '../queries/roles.ts';
import { roleFacts } from '../rules/facts.ts';
import { roles } from '../urls.ts';
import { AnswerRole } from '../words/checks.ts';
import { keptRole, mustBeSomebody } from './kept.ts';

interface Remembered {
  values?: FormBody;
  problems?: Problems;
}

const who = 'its home centre';
/** How long what went live without a look stays on the list. */
const sampleDays = 30;

export const routes: readonly Route[] = [
  get('/centres/:id/role-checks', 'a worker of the centre', { params: byId }, async (ctx, { params }) =>
    page(await checksPage(ctx, params.id)),
  ),

  post(
    '/centres/:id/role-checks/:role',
    'a worker of the centre',
    { params: byId.extend({ role: z.uuid() }), fields: [] },
    async (ctx, { params }) => {
      mustBeSomebody(ctx);
      permit(canKeepRolesFor(ctx.actor, params.id));
      return answerForm(
        z.object({}),
        {},
        async () => {
          await markRoleLookedAt(ctx, params.role);
          return redirect(roles.checksAt(params.id));
        },
        (problems) => checksPage(ctx, params.id, Object.values(problems).join(' ')),
      );
    },
  ),

  get('/roles/:id/check', who, { params: byId }, async (ctx, { params }) =>
    page(await checkPage(ctx, params.id, {})),
  ),

  post(
    '/roles/:id/check',
    who,
    { params: byId, fields: ['answer', 'reason'] },
    async (ctx, { params, form }) => {
      const { owner } = await keptRole(ctx, params.id, canCheckRole);
      return answerForm(
        AnswerRole,
        form,
        async (input) => {
          await answerRole(ctx, params.id, input);
          return redirect(owner.homeCentreId ? roles.checksAt(owner.homeCentreId) : '/inbox');
        },
        (problems) => checkPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),
];

async function checksPage(ctx: Ctx, centreId: string, problem?: string): Promise<Page> {
  mustBeSomebody(ctx);
  permit(canKeepRolesFor(ctx.actor, centreId));
  const centre = await organisation(ctx.db.open, centreId);
  const rows = await checksAt(ctx.db.open, centreId, addDays(ctx.now, -sampleDays));
  const body = <ChecksPage centre={centre} rows={rows} problem={problem} now={ctx.now} />;
  return { title: checksTitle(centre.name), noindex: true, current: '/inbox', body };
}

async function checkPage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  const { one, owner } = await keptRole(ctx, id, canCheckRole);
  const db = ctx.db.open;
  const check = await roleCheckOptional(db, id);
  if (!check) throw new NotFound('look at a role');
  const sessions = (await sessionsOf(db, [one.activityId])).get(one.activityId) ?? [];
  const body = (
    <CheckRolePage
      one={one}
      group={owner}
      facts={roleFacts(one, sessions, ctx.now)}
      open={check.state === 'waiting'}
      {...remembered}
    />
  );
  return { title: checkTitle(one.title), noindex: true, body };
}
