import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import { NotFound } from '../../../platform/errors.ts';
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
import { areasByIds } from '../../areas/door.ts';
import { cardsByIds } from '../../register/door.ts';
import { organisations } from '../../register/urls.ts';
import { moveRole, pullRole } from '../actions/moving.ts';
import { RolePage } from '../pages/role.tsx';
import { canCheckRole, canPostRole, canPullRole } from '../permits.ts';
import { placeOfRole, role, rolesBeside, sessionsOf } from '../queries/roles.ts';
import { roles } from '../urls.ts';
import { MoveRole, PullRole } from '../words/checks.ts';
import { isPublicRole, keptRole, ownerOf } from './kept.ts';

const WithSlug = byId.extend({ slug: z.string().max(100).optional() });

interface Remembered {
  values?: FormBody;
  problems?: Problems;
}

export const routes: readonly Route[] = [
  post(
    '/roles/:id/state',
    'an admin or the home centre',
    { params: byId, fields: ['to', 'reason'] },
    async (ctx, { params, form }) => {
      const { one } = await keptRole(ctx, params.id, canPostRole);
      return answerForm(
        MoveRole,
        form,
        async (input) => {
          await moveRole(ctx, params.id, input);
          return redirect(roles.one(params.id, one.title));
        },
        (problems) => rolePage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post(
    '/roles/:id/pull',
    'its home centre, or the coordinator',
    { params: byId, fields: ['reason'] },
    async (ctx, { params, form }) => {
      const { one } = await keptRole(ctx, params.id, canPullRole);
      return answerForm(
        PullRole,
        form,
        async (input) => {
          await pullRole(ctx, params.id, input.reason);
          return redirect(roles.one(params.id, one.title));
        },
        (problems) => rolePage(ctx, params.id, { problems }),
      );
    },
  ),

  get('/roles/:id/:slug?', 'anyone, while it is live', { params: WithSlug }, async (ctx, { params }) => {
    if (params.slug === undefined) {
      const { title } = await shownRole(ctx, params.id);
      return redirect(roles.one(params.id, title));
    }
    return page(await rolePage(ctx, params.id, {}));
  }),
];

/** What is not public is there for its keepers only. */
async function shownRole(ctx: Ctx, id: string) {
  const one = await role(ctx.db.open, id);
  const owner = await ownerOf(ctx, one);
  const { actor } = ctx;
  const may = {
    change: canPostRole(actor, owner),
    check: canCheckRole(actor, owner),
    pull: canPullRole(actor, owner),
  };
  if (!isPublicRole(one, owner) && !Object.values(may).includes(true)) throw new NotFound('role');
  return { one, owner, may, title: one.title };
}

async function rolePage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  const { one, owner, may } = await shownRole(ctx, id);
  const db = ctx.db.open;
  const sessions = (await sessionsOf(db, [one.activityId])).get(one.activityId) ?? [];
  const isKeeper = may.change || may.check || may.pull;
  const body = (
    <RolePage
      one={one}
      owner={owner}
      centre={
        owner.homeCentreId ? (await cardsByIds(db, [owner.homeCentreId])).get(owner.homeCentreId) : undefined
      }
      place={await placeWords(ctx, id)}
      sessions={sessions}
      beside={isKeeper ? await rolesBeside(db, one) : []}
      may={may}
      now={ctx.now}
      {...remembered}
    />
  );
  return {
    title: one.title,
    description: one.summary,
    crumb: { href: organisations.one(owner.id, owner.name), label: owner.name },
    canonical: roles.one(id, one.title),
    noindex: one.state !== 'live',
    body,
  };
}

/** As far as the public may know: a hidden address is not even hinted at. */
async function placeWords(ctx: Ctx, id: string): Promise<string> {
  const place = await placeOfRole(ctx.db.open, id);
  if (!place) return 'The address is not shown.';
  const [area] = place.area_id ? await areasByIds(ctx.db.open, [place.area_id]) : [];
  const words = [place.venue, place.address, place.postcode, area?.name].filter((one) => one);
  if (place.precise === false) return `${area?.name ?? 'Nearby'}. Only the area is shown, not the address.`;
  return words.length === 0 ? 'The address is not shown.' : words.join(', ');
}
