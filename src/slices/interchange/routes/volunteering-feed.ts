import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import {
  byId,
  get,
  kept,
  type Reply,
  type Route,
  textReply,
  withoutCookies,
} from '../../../platform/http/route.ts';
import { network } from '../../network/door.ts';
import { organisation } from '../../register/door.ts';
import { organisations } from '../../register/urls.ts';
import { dbsCheck, sharedRoles } from '../../volunteering/door.ts';
import { roles } from '../../volunteering/urls.ts';
import { volunteeringFeed } from '../rules/volunteering-feed.ts';

/** A moment, or a day; what is neither is left out. */
const Since = z.object({
  modified_after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/)
    .transform((value) => new Date(value))
    .refine((value) => !Number.isNaN(value.getTime()))
    .optional()
    .catch(undefined),
});
type Since = z.infer<typeof Since>;

const open = { headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=60' } };

/** All live roles that are shared with the network, as data for everybody. */
export const routes: readonly Route[] = [
  kept(
    withoutCookies(
      get('/volunteering.jsonld', 'anyone', { query: Since }, (ctx, { query }) => feed(ctx, query, {})),
    ),
  ),
  kept(
    withoutCookies(
      get(
        '/centres/:id/volunteering.jsonld',
        'anyone',
        { params: byId, query: Since },
        async (ctx, { params, query }) => {
          await mustBePublic(ctx, params.id);
          return feed(ctx, query, { centreId: params.id });
        },
      ),
    ),
  ),
  kept(
    withoutCookies(
      get(
        '/organisations/:id/volunteering.jsonld',
        'anyone',
        { params: byId, query: Since },
        async (ctx, { params, query }) => {
          await mustBePublic(ctx, params.id);
          return feed(ctx, query, { organisationId: params.id });
        },
      ),
    ),
  ),
];

async function mustBePublic(ctx: Ctx, id: string): Promise<void> {
  const { state } = await organisation(ctx.db.replica, id);
  if (state !== 'active') throw new NotFound('organisation');
}

async function feed(
  ctx: Ctx,
  { modified_after: since }: Since,
  of: { centreId?: string; organisationId?: string },
): Promise<Reply> {
  const found = await sharedRoles(ctx.db.replica, {
    ...{ today: dayOf(ctx.now), ...of },
    ...(since === undefined ? {} : { changedSince: since }),
  });
  const { dataLicence } = await network(ctx.db.open);
  const document = volunteeringFeed(found, {
    ...{ licence: dataLicence, address: `${ctx.publicUrl}/`, now: ctx.now, dbsCheck },
    addresses: {
      // Without the name, which may change while the thing stays the same.
      organisation: (id) => ctx.publicUrl + organisations.one(id),
      role: (id) => ctx.publicUrl + roles.one(id),
    },
  });
  return textReply(JSON.stringify(document), 'application/ld+json', 200, open);
}
