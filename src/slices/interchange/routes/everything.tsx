import { limited } from '../../../platform/http/limits.ts';
import { byId, get, page, post, type Route } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { organisation } from '../../register/door.ts';
import { organisations } from '../../register/urls.ts';
import { takeEverything } from '../actions/everything.ts';
import { EverythingPage } from '../pages/everything.tsx';
import { canTakeEverything } from '../permits.ts';
import { ownedBy } from '../queries/everything.ts';

const at = '/organisations/:id/everything';
const who = 'an admin of it';
/** It reads all there is, and nobody needs it often. */
const oftenEnough = limited({ burst: 10, seconds: 3600 });

export const routes: readonly Route[] = [
  get(at, who, { params: byId }, async (ctx, { params }) => {
    permit(canTakeEverything(ctx.actor, params.id));
    const one = await organisation(ctx.db.open, params.id);
    const tables = await ctx.db.read((db) => ownedBy(db, ctx.house.ownedBy, one.id));
    const title = `Everything of ${one.name}`;
    return page({
      title,
      noindex: true,
      crumb: { href: organisations.one(one.id, one.name), label: one.name },
      body: <EverythingPage title={title} organisationId={one.id} tables={tables} />,
    });
  }),

  post(at, who, { params: byId, fields: [] }, async (ctx, { params, request }) => {
    permit(canTakeEverything(ctx.actor, params.id));
    oftenEnough(request.address, ctx.machineNow);
    const { name, bytes } = await takeEverything(ctx, await organisation(ctx.db.open, params.id));
    const headers = { 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' };
    return { kind: 'bytes', status: 200, body: bytes, type: 'application/zip', headers };
  }),
];
