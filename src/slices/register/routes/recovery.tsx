import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import { NotFound } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
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
import { hashOf } from '../../../platform/secrets.ts';
import { personsByIds } from '../../people/door.ts';
import { agreeRecovery, askRecovery, stopRecovery, stopRecoveryByLink } from '../actions/recovery.ts';
import { RecoveryPage, recoveryTitle, StopPage, stopTitle } from '../pages/recovery.tsx';
import { canMakeSure } from '../permits.ts';
import { organisation } from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { openRecoveryOptional, recoveryByStopOptional } from '../queries/recovery.ts';
import { whyNotAgree } from '../rules/recovery.ts';
import { organisations, recovery } from '../urls.ts';
import { AgreeRecovery, AskRecovery } from '../words/recovery.ts';
import { mustBeSomebody } from './kept.ts';

const atPosition = byId.extend({ position: z.uuid() });
const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
const Nothing = z.object({});
const oftenEnough = limited({ burst: 20, seconds: 600 });
const who = 'an admin of it or of its home centre, or the coordinator';

type Refused = { form: string; values: FormBody; problems: Problems };

export const routes: readonly Route[] = [
  get(
    '/organisations/:id/people/:position/lost',
    `${who}, or the person`,
    { params: atPosition },
    async (ctx, { params }) => page(await recoveryPage(ctx, params)),
  ),

  post(
    '/organisations/:id/people/:position/lost',
    who,
    { params: atPosition, fields: ['lost', 'new_email', 'how'] },
    async (ctx, { params, form }) => {
      await mayBeHere(ctx, params.id);
      return answerForm(
        AskRecovery,
        form,
        async (input) => {
          await askRecovery(ctx, whose(params), input);
          return redirect(recovery.one(params.id, params.position));
        },
        (problems) => recoveryPage(ctx, params, { form: 'ask', values: form, problems }),
      );
    },
  ),

  post(
    '/organisations/:id/people/:position/lost/agree',
    who,
    { params: atPosition, fields: ['how'] },
    async (ctx, { params, form }) => {
      await mayBeHere(ctx, params.id);
      return answerForm(
        AgreeRecovery,
        form,
        async ({ how }) => {
          await agreeRecovery(ctx, whose(params), how);
          return redirect(recovery.one(params.id, params.position));
        },
        (problems) => recoveryPage(ctx, params, { form: 'agree', values: form, problems }),
      );
    },
  ),

  post(
    '/organisations/:id/people/:position/lost/stop',
    `${who}, or the person`,
    { params: atPosition, fields: [] },
    async (ctx, { params }) => {
      mustBeSomebody(ctx);
      await stopRecovery(ctx, whose(params));
      return redirect(organisations.people(params.id));
    },
  ),

  get('/lost/:token', 'whoever holds the link', { params: ByToken }, async (ctx, { params }) => {
    const hash = hashOf(params.token);
    const open = await ctx.db.withKeys({ link: hash }).read((db) => recoveryByStopOptional(db, hash));
    const name = open && (await organisation(ctx.db.open, open.organisationId)).name;
    const body = <StopPage token={params.token} name={name} />;
    const headers = { 'Cache-Control': 'no-store' };
    return page({ title: stopTitle, noindex: true, body }, open ? 200 : 410, { headers });
  }),

  post(
    '/lost/:token',
    'whoever holds the link',
    { params: ByToken, fields: [] },
    (ctx, { params, request }) => {
      oftenEnough(request.address, ctx.machineNow);
      return answerForm(
        Nothing,
        {},
        async () => {
          await stopRecoveryByLink(ctx, params.token);
          return redirect(recovery.stopByLink(params.token));
        },
        () => ({
          title: stopTitle,
          noindex: true,
          body: <StopPage token={params.token} name={undefined} />,
        }),
      );
    },
  ),
];

function whose(params: { id: string; position: string }) {
  return { organisationId: params.id, positionId: params.position };
}

async function mayBeHere(ctx: Ctx, id: string) {
  mustBeSomebody(ctx);
  const one = await organisation(ctx.db.open, id);
  permit(canMakeSure(ctx.actor, one), { hidden: true });
  return one;
}

async function recoveryPage(
  ctx: Ctx,
  params: { id: string; position: string },
  refused?: Refused,
): Promise<Page> {
  mustBeSomebody(ctx);
  const one = await organisation(ctx.db.open, params.id);
  return ctx.db.read(async (db) => {
    const held = (await holders(db, one.id)).find(({ id }) => id === params.position);
    if (!held) throw new NotFound('position');
    const open = await openRecoveryOptional(db, { organisationId: one.id, personId: held.personId });
    const isOwn = open !== undefined && held.personId === ctx.actor.personId;
    permit(isOwn || canMakeSure(ctx.actor, one), { hidden: true });
    const persons = await personsByIds(db, [held.personId, ...(open ? [open.askedBy] : [])]);
    const named = (id: string | undefined) => persons.find((person) => person.id === id)?.name || 'Somebody';
    const props = {
      organisation: one,
      positionId: held.id,
      name: named(held.personId),
      open,
      askedBy: named(open?.askedBy),
      whyNotSecond: open && whyNotAgree(open, ctx.actor.personId ?? ''),
      refused,
    };
    const crumb = { href: organisations.people(one.id), label: `People of ${one.name}` };
    return { title: recoveryTitle(props.name), noindex: true, crumb, body: <RecoveryPage {...props} /> };
  });
}
