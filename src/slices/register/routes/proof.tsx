import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { EdgeError, type Problems } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
import {
  byId,
  type FormBody,
  get,
  type Page,
  page,
  post,
  type Reply,
  type Route,
  redirect,
} from '../../../platform/http/route.ts';
import { workBits, workFor } from '../../../platform/human/work.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { clocks, network } from '../../network/door.ts';
import { mailProof, proveByCode, proveByWork } from '../actions/proof.ts';
import { SuggestedPage } from '../pages/keeping.tsx';
import { ProofPage } from '../pages/proof.tsx';
import { organisation } from '../queries/organisation.ts';
import { openProofOptional } from '../queries/proof.ts';
import { organisations } from '../urls.ts';
import { ProveByCode, ProveByMail, ProveByWork } from '../words/records.ts';

const ByProof = byId.extend({ token: z.string().regex(/^[\w-]{43}$/) });
const who = 'whoever sent what was held';
const at = '/organisations/:id/suggest/proof/:token';
const title = 'Thank you, they will look at it';
const oftenEnough = limited({ burst: 60, seconds: 3600 });

type Of = z.infer<typeof ByProof>;

/** How to show that no program sent what was held for how it came. Doing nothing loses nothing. */
export const routes: readonly Route[] = [
  get(at, who, { params: ByProof }, async (ctx, { params }) =>
    page(await proofPage(ctx, params), 200, noStore),
  ),

  post(at, who, { params: ByProof, fields: ['answer'] }, async (ctx, { params, form }) =>
    proving(ctx, params, { name: 'prove-by-work', schema: ProveByWork, form }, async ({ answer }) => {
      await proveByWork(ctx, params.token, answer);
      return thanks(ctx, params.id);
    }),
  ),

  post(`${at}/mail`, who, { params: ByProof, fields: ['email'] }, async (ctx, { params, form, request }) => {
    oftenEnough(request.address, ctx.machineNow);
    return proving(ctx, params, { name: 'prove-by-mail', schema: ProveByMail, form }, async ({ email }) => {
      await mailProof(ctx, params.token, email);
      return redirect(organisations.proveSuggestion(params.id, params.token));
    });
  }),

  post(`${at}/code`, who, { params: ByProof, fields: ['code'] }, async (ctx, { params, form }) =>
    proving(ctx, params, { name: 'prove-by-code', schema: ProveByCode, form }, async ({ code }) => {
      await proveByCode(ctx, params.token, code);
      return thanks(ctx, params.id);
    }),
  ),
];

const noStore = { headers: { 'Cache-Control': 'no-store' } };

async function proving<Schema extends z.ZodType>(
  ctx: Ctx,
  params: Of,
  sent: { name: string; schema: Schema; form: FormBody },
  act: (input: z.infer<Schema>) => Promise<Reply>,
): Promise<Reply> {
  const again = (problems: Problems) =>
    proofPage(ctx, params, { form: sent.name, values: sent.form, problems });
  await openProof(ctx, params.token);
  return answerForm(sent.schema, sent.form, act, again);
}

async function proofPage(
  ctx: Ctx,
  { id, token }: Of,
  refused?: { form: string; values: FormBody; problems: Problems },
): Promise<Page> {
  const { codeHash } = await openProof(ctx, token);
  const { practice } = await network(ctx.db.open);
  const one = await organisation(ctx.db.open, id);
  const work = { on: workFor('suggest-change', token), bits: workBits };
  const props = { one, token, work, mailed: codeHash !== null, practice, refused };
  return { title, noindex: true, body: <ProofPage {...props} /> };
}

/** Whether it was used, ran out or never was, looks the same. */
async function openProof(ctx: Ctx, token: string) {
  const hash = hashOf(token);
  const proof = await ctx.db
    .withKeys({ link: hash })
    .read((db) => openProofOptional(db, hash, ctx.machineNow));
  if (proof) return proof;
  const why = 'This page was used already, or is two hours old. What you wrote is with us in any case.';
  throw new EdgeError(410, 'expired', why);
}

async function thanks(ctx: Ctx, organisationId: string): Promise<Reply> {
  const one = await organisation(ctx.db.open, organisationId);
  const { suggestion_answer_days: days } = await clocks(ctx.db.open);
  return page({ title, noindex: true, body: <SuggestedPage one={one} days={days} /> }, 200, noStore);
}
