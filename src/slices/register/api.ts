import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { NotFound } from '../../platform/errors.ts';
import { api, byId, json, moved, type Route } from '../../platform/http/route.ts';
import { standsFor } from './queries/merging.ts';
import { listOrganisations, listServices, publicOrganisation, publicService } from './queries/public.ts';
import { OrganisationRecord, ServiceRecord } from './words/public.ts';

const Paging = z.strictObject({
  after: z.uuid('after is the id of the last record of the page before').optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** The envelope of every list; a list that is not searched corrects nothing and is near nowhere. */
const Meta = z.strictObject({
  total: z.number(),
  total_is_estimate: z.boolean(),
  next: z.url().nullable(),
  corrected_to: z.null(),
  near: z.null(),
});

const open = { headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=60' } };

export const routes: readonly Route[] = [
  api(
    '/api/v1/organisations',
    { query: Paging, answers: z.strictObject({ items: z.array(OrganisationRecord), meta: Meta }) },
    async (ctx, { query }) => {
      const { total, items } = await listOrganisations(ctx.db.open, query);
      return json(
        {
          items: items.map((one) => withAddress(ctx, one)),
          meta: meta(ctx, 'organisations', total, items, query.limit),
        },
        200,
        open,
      );
    },
  ),
  api('/api/v1/organisations/:id', { params: byId, answers: OrganisationRecord }, async (ctx, { params }) => {
    const one = await publicOrganisation(ctx.db.open, params.id);
    if (!one) {
      const other = await standsFor(ctx.db.open, params.id);
      if (other) return moved(`/api/v1/organisations/${other}`, open);
      throw new NotFound('organisation');
    }
    return json(withAddress(ctx, one), 200, open);
  }),
  api(
    '/api/v1/services',
    { query: Paging, answers: z.strictObject({ items: z.array(ServiceRecord), meta: Meta }) },
    async (ctx, { query }) => {
      const { total, items } = await listServices(ctx.db.open, query, ctx.now);
      return json(
        {
          items: items.map((one) => withAddress(ctx, one)),
          meta: meta(ctx, 'services', total, items, query.limit),
        },
        200,
        open,
      );
    },
  ),
  api('/api/v1/services/:id', { params: byId, answers: ServiceRecord }, async (ctx, { params }) => {
    const one = await publicService(ctx.db.open, params.id, ctx.now);
    if (!one) throw new NotFound('service');
    return json(withAddress(ctx, one), 200, open);
  }),
];

/** The record with its full address; paths inside the house are relative. */
function withAddress<Item extends { id: string; url: string }>(ctx: Ctx, item: Item): Item {
  return { ...item, url: ctx.publicUrl + item.url };
}

function meta(ctx: Ctx, kind: string, total: number, items: readonly { id: string }[], limit: number) {
  const last = items.length === limit ? items.at(-1) : undefined;
  const next = last ? `${ctx.publicUrl}/api/v1/${kind}?after=${last.id}&limit=${limit}` : null;
  return { total, total_is_estimate: false, next, corrected_to: null, near: null };
}
