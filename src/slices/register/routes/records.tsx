import { z } from 'zod';
import { answerForm } from '../../../platform/forms.ts';
import { byId, get, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { asForm, changeOrganisation } from '../actions/organisation.ts';
import { addService, changeService, serviceAsForm } from '../actions/service.ts';
import { canChangeRecord } from '../permits.ts';
import { service } from '../queries/services.ts';
import { organisations, services } from '../urls.ts';
import { ListedServices } from '../words/cards.ts';
import { ChangeOrganisation, ChangeService, serviceFields } from '../words/records.ts';
import { editOrganisation, editService, newService, versionOf } from './editing-pages.tsx';
import { keptRecord, keptService } from './kept.ts';
import { showOrganisation, showService } from './record-pages.tsx';

const WithSlug = byId.extend({ slug: z.string().max(100).optional() });

export const routes: readonly Route[] = [
  get('/organisations/:id/edit', 'an admin or the home centre', { params: byId }, async (ctx, { params }) => {
    const one = await keptRecord(ctx, params.id, canChangeRecord);
    const values = await ctx.db.transaction((tx) => asForm(tx, one));
    return page(editOrganisation(one, { values, version: one.version }));
  }),

  post(
    '/organisations/:id/edit',
    'an admin or the home centre',
    { params: byId, fields: Object.keys(ChangeOrganisation.shape) },
    async (ctx, { params, form }) => {
      const one = await keptRecord(ctx, params.id, canChangeRecord);
      return answerForm(
        ChangeOrganisation,
        form,
        async (input) => {
          await changeOrganisation(ctx, params.id, input);
          return redirect(organisations.one(params.id, input.name));
        },
        (problems, stale) =>
          editOrganisation(one, { values: form, version: versionOf(form, stale), problems, stale }),
      );
    },
  ),

  get(
    '/organisations/:id/new-service',
    'an admin or the home centre',
    { params: byId },
    async (ctx, { params }) => {
      const one = await keptRecord(ctx, params.id, canChangeRecord);
      const values = { status: 'open', themes: one.themes, people_served: one.peopleServed, way_in: 'ring' };
      return page(newService(one, values));
    },
  ),

  post(
    '/organisations/:id/new-service',
    'an admin or the home centre',
    { params: byId, fields: serviceFields },
    async (ctx, { params, form }) => {
      const one = await keptRecord(ctx, params.id, canChangeRecord);
      return answerForm(
        ChangeService,
        form,
        async (input) => {
          const id = await addService(ctx, params.id, input);
          const added = await service(ctx.db.open, id);
          const isLive = added.status !== 'draft';
          return redirect(isLive ? organisations.one(params.id, one.name) : services.one(id, added.name));
        },
        (problems) => newService(one, form, problems),
      );
    },
  ),

  get('/services/:id/edit', 'an admin or the home centre', { params: byId }, async (ctx, { params }) => {
    const found = await keptService(ctx, params.id, canChangeRecord);
    const values = await ctx.db.transaction((tx) => serviceAsForm(tx, found));
    return page(editService(found, { values, version: found.version }));
  }),

  post(
    '/services/:id/edit',
    'an admin or the home centre',
    { params: byId, fields: serviceFields },
    async (ctx, { params, form }) => {
      const found = await keptService(ctx, params.id, canChangeRecord);
      return answerForm(
        ChangeService,
        form,
        async (input) => {
          await changeService(ctx, params.id, input);
          return redirect(services.one(params.id, input.name));
        },
        (problems, stale) =>
          editService(found, { values: form, version: versionOf(form, stale), problems, stale }),
      );
    },
  ),

  get(
    '/organisations/:id/:slug?',
    'anyone, once it is public',
    { params: WithSlug },
    async (ctx, { params }) => {
      return showOrganisation(ctx, params.id, params.slug);
    },
  ),

  get(
    '/services/:id/:slug?',
    'anyone, once it is public',
    { params: WithSlug, query: ListedServices },
    async (ctx, { params, query }) => {
      return showService(ctx, params.id, { slug: params.slug, signposts: query.s });
    },
  ),
];
