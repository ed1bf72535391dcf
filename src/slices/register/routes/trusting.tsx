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
import { answerFirstLook, markLookedAt, setTrust } from '../actions/trusting.ts';
import { LookPage, LooksPage, looksTitle, lookTitle, TrustPage, trustTitle } from '../pages/trusting.tsx';
import { canKeepFor } from '../permits/keeping.ts';
import { canTrust } from '../permits/trusting.ts';
import { organisation } from '../queries/organisation.ts';
import { looksAt, serviceCheckOptional } from '../queries/trusting.ts';
import { writtenNow } from '../queries/versions.ts';
import { centres, organisations } from '../urls.ts';
import { fieldWords, valueWords } from '../words/fields.ts';
import { AnswerService, Trust } from '../words/trusting.ts';
import { keptRecord, keptService } from './kept.ts';

interface Remembered {
  values?: FormBody;
  problems?: Problems;
}

const who = 'its home centre';
const sampleDays = 30;

export const routes: readonly Route[] = [
  get('/organisations/:id/trust', who, { params: byId }, async (ctx, { params }) =>
    page(await trustPage(ctx, params.id, {})),
  ),

  post(
    '/organisations/:id/trust',
    who,
    { params: byId, fields: Object.keys(Trust.shape) },
    async (ctx, { params, form }) => {
      const one = await keptRecord(ctx, params.id, canTrust);
      return answerForm(
        Trust,
        form,
        async (input) => {
          await setTrust(ctx, params.id, input);
          return redirect(organisations.one(params.id, one.name));
        },
        (problems) => trustPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/centres/:id/looks', 'a worker of the centre', { params: byId }, async (ctx, { params }) =>
    page(await looksPage(ctx, params.id)),
  ),

  post(
    '/centres/:id/looks/:service',
    'a worker of the centre',
    { params: byId.extend({ service: z.uuid() }), fields: [] },
    async (ctx, { params }) => {
      permit(canKeepFor(ctx.actor, params.id));
      return answerForm(
        z.object({}),
        {},
        async () => {
          await markLookedAt(ctx, params.service);
          return redirect(centres.looks(params.id));
        },
        (problems) => looksPage(ctx, params.id, Object.values(problems).join(' ')),
      );
    },
  ),

  get('/services/:id/look', who, { params: byId }, async (ctx, { params }) =>
    page(await lookPage(ctx, params.id, {})),
  ),

  post(
    '/services/:id/look',
    who,
    { params: byId, fields: ['answer', 'reason'] },
    async (ctx, { params, form }) => {
      const found = await keptService(ctx, params.id, canTrust);
      const { homeCentreId } = await organisation(ctx.db.open, found.organisationId);
      return answerForm(
        AnswerService,
        form,
        async (input) => {
          await answerFirstLook(ctx, params.id, input);
          return redirect(homeCentreId ? centres.looks(homeCentreId) : '/inbox');
        },
        (problems) => lookPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),
];

async function trustPage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  const one = await keptRecord(ctx, id, canTrust);
  const crumb = { href: organisations.one(id, one.name), label: one.name };
  const body = <TrustPage one={one} now={ctx.now} {...remembered} />;
  return { title: trustTitle(one.name), noindex: true, crumb, body };
}

async function looksPage(ctx: Ctx, centreId: string, problem?: string): Promise<Page> {
  permit(canKeepFor(ctx.actor, centreId));
  const centre = await organisation(ctx.db.open, centreId);
  const rows = await looksAt(ctx.db.open, centreId, addDays(ctx.now, -sampleDays));
  const body = <LooksPage centre={centre} rows={rows} problem={problem} now={ctx.now} />;
  return { title: looksTitle(centre.name), noindex: true, current: '/inbox', body };
}

async function lookPage(ctx: Ctx, serviceId: string, remembered: Remembered): Promise<Page> {
  const one = await keptService(ctx, serviceId, canTrust);
  const db = ctx.db.open;
  const check = await serviceCheckOptional(db, serviceId);
  if (!check) throw new NotFound('first look');
  const { written } = await writtenNow(db, 'service', serviceId);
  const facts = Object.entries({ ...written, status: check.wanted })
    .map(([field, value]) => ({ name: fieldWords(field), fact: valueWords(field, value) }))
    .filter(({ fact }) => fact !== 'Nothing' && fact !== 'false');
  const group = await organisation(db, one.organisationId);
  const body = (
    <LookPage one={one} group={group} facts={facts} open={check.state === 'waiting'} {...remembered} />
  );
  return { title: lookTitle(one.name), noindex: true, body };
}
