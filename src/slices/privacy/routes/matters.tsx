import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
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
import { humanFields, lookForSigns, withoutMarks } from '../../../platform/human/look.ts';
import { shouldBeHeld } from '../../../platform/human/signs.ts';
import { stampFor } from '../../../platform/human/stamp.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { personsByIds } from '../../people/door.ts';
import {
  answerMatter,
  giveMoreTime,
  replyMatter,
  replyMatterByLink,
  sendMatter,
  takeUpMatter,
  tellMatter,
} from '../actions/matters.ts';
import { MatterPage, matterTitle, OwnMatterPage } from '../pages/matter.tsx';
import { AskPage, askTitle, ComplainPage, complainTitle } from '../pages/matter-form.tsx';
import { canAnswerMatter, canFollowMatter } from '../permits/matters.ts';
import { matter, matterByLinkOptional, notesOf } from '../queries/matters.ts';
import type { MatterMove } from '../rules/matters.ts';
import { privacy } from '../urls.ts';
import {
  AnswerMatter,
  AskAboutData,
  Complain,
  type Matter,
  MoreTime,
  ReplyMatter,
  type SentMatter,
  TakeUp,
  TellMatter,
} from '../words/matters.ts';
import { ByToken } from '../words.ts';

/** Against floods. */
const oftenEnough = limited({ burst: 100, seconds: 3600 });
const noStore = { headers: { 'Cache-Control': 'no-store' } };
const About = z.object({ about: z.uuid().optional() });
const JustSent = z.object({ sent: z.literal('yes').optional() });
const typed = ['topic', 'words', 'name', 'email', 'phone'];

export const routes: readonly Route[] = [
  get('/complain', 'anyone', { query: About }, async (ctx, { query }) =>
    page(await complainPage(ctx, { values: { about: query.about ?? '' } })),
  ),

  post('/complain', 'anyone', { fields: [...typed, 'about', ...humanFields] }, (ctx, { form, request }) => {
    oftenEnough(request.address, ctx.machineNow);
    const kept = withoutMarks(form);
    return answerForm(
      Complain,
      kept,
      ({ about, ...input }) =>
        send(
          ctx,
          { kind: 'complaint', ...input },
          { form, name: 'complain', address: request.address, about },
        ),
      (problems) => complainPage(ctx, { values: kept, problems }),
    );
  }),

  get('/my-details', 'anyone', {}, (ctx) => page(askPage(ctx, {}))),

  post('/my-details', 'anyone', { fields: [...typed, ...humanFields] }, (ctx, { form, request }) => {
    oftenEnough(request.address, ctx.machineNow);
    const kept = withoutMarks(form);
    return answerForm(
      AskAboutData,
      kept,
      (input) =>
        send(
          ctx,
          { kind: 'rights-request', ...input },
          { form, name: 'ask-about-data', address: request.address },
        ),
      (problems) => askPage(ctx, { values: kept, problems }),
    );
  }),

  get(
    '/requests/by-link/:token',
    'whoever holds the link',
    { params: ByToken, query: JustSent },
    async (ctx, { params, query }) =>
      page(await linkPage(ctx, params.token, { isNew: query.sent !== undefined }), 200, noStore),
  ),

  post(
    '/requests/by-link/:token/reply',
    'whoever holds the link',
    { params: ByToken, fields: ['words'] },
    (ctx, { params, form }) =>
      answerForm(
        ReplyMatter,
        form,
        async ({ words }) => {
          await replyMatterByLink(ctx, params.token, words);
          return redirect(privacy.matterByLink(params.token));
        },
        (problems) => linkPage(ctx, params.token, { values: form, problems }),
      ),
  ),

  get('/requests/:id', 'whoever sent it, and whoever answers it', { params: byId }, async (ctx, { params }) =>
    page(await matterPage(ctx, params.id, {}), 200, noStore),
  ),

  move('take-up', ['identity', 'words', 'version'], TakeUp, takeUpMatter),
  move('tell', ['what', 'words', 'version'], TellMatter, tellMatter),
  move('more-time', ['words', 'version'], MoreTime, giveMoreTime),
  move('answer', ['outcome', 'words', 'version'], AnswerMatter, answerMatter),
  move('reply', ['words'], ReplyMatter, (ctx, id, { words }) => replyMatter(ctx, id, words)),
];

function move<Schema extends z.ZodType>(
  name: 'take-up' | 'tell' | 'more-time' | 'answer' | 'reply',
  fields: readonly string[],
  schema: Schema,
  act: (ctx: Ctx, id: string, input: z.infer<Schema>) => Promise<void>,
): Route {
  const who = name === 'reply' ? 'whoever sent it' : 'whoever answers it';
  return post(`/requests/:id/${name}`, who, { params: byId, fields }, async (ctx, { params, form }) => {
    permit(isPerson(ctx.actor));
    // Whoever may not see it hears nothing of what would be wrong with the form.
    await matterPage(ctx, params.id, {});
    return answerForm(
      schema,
      form,
      async (input) => {
        await act(ctx, params.id, input);
        return redirect(privacy.matter(params.id));
      },
      (problems) => matterPage(ctx, params.id, { values: form, problems, refused: name }),
    );
  });
}

async function send(
  ctx: Ctx,
  input: SentMatter,
  from: { form: FormBody; name: string; address: string; about?: string },
): Promise<Reply> {
  const own = isPerson(ctx.actor)
    ? { ...input, name: ctx.actor.name ?? '', email: ctx.actor.email ?? '' }
    : input;
  const { form, name, address, about } = from;
  const signs = isPerson(ctx.actor)
    ? []
    : await lookForSigns(ctx, {
        form,
        name,
        address,
        thingId: about ?? '',
        text: own.words,
        email: own.email,
      });
  const { token } = await sendMatter(ctx, own, {
    ...(about && { about }),
    signs: shouldBeHeld(signs) ? signs : [],
  });
  return redirect(`${privacy.matterByLink(token)}?sent=yes`);
}

async function complainPage(ctx: Ctx, { values, problems }: Remembered): Promise<Page> {
  const about = typeof values?.about === 'string' ? values.about : '';
  const names = about === '' ? undefined : await ctx.house.bodies.namesOf(ctx.db.open, [about]);
  const aboutName = names?.get(about);
  if (about !== '' && aboutName === undefined) throw new NotFound('organisation');
  const body = <ComplainPage {...sending(ctx, 'complain')} {...{ about, aboutName, values, problems }} />;
  return { title: complainTitle, noindex: true, body };
}

function askPage(ctx: Ctx, { values, problems }: Remembered): Page {
  return { title: askTitle, body: <AskPage {...sending(ctx, 'ask-about-data')} {...{ values, problems }} /> };
}

function sending(ctx: Ctx, form: string) {
  return { stamp: stampFor(ctx, form), signedIn: isPerson(ctx.actor) };
}

async function linkPage(
  ctx: Ctx,
  token: string,
  { isNew, ...kept }: Remembered & { isNew?: boolean },
): Promise<Page> {
  const hash = hashOf(token);
  return ctx.db.withKeys({ link: hash }).read(async (db) => {
    const one = await matterByLinkOptional(db, hash);
    permit(canFollowMatter(ctx.actor, { personId: null, holdsLink: one !== undefined }), { hidden: true });
    if (!one) throw new NotFound('link');
    const shown = { one, notes: await notesOf(db, one.id), names: await namesOf(ctx, db, one), now: ctx.now };
    const body = <OwnMatterPage {...shown} {...kept} token={token} isNew={isNew ?? false} />;
    return { title: matterTitle(one), noindex: true, body };
  });
}

async function matterPage(ctx: Ctx, id: string, kept: Remembered & { refused?: MatterMove }): Promise<Page> {
  permit(isPerson(ctx.actor));
  return ctx.db.read(async (db) => {
    const one = await matter(db, id);
    const shown = {
      one,
      notes: await notesOf(db, id),
      names: await namesOf(ctx, db, one),
      now: ctx.now,
      ...kept,
    };
    if (!canAnswerMatter(ctx.actor, one)) {
      permit(canFollowMatter(ctx.actor, { personId: one.personId, holdsLink: false }), { hidden: true });
      const crumb = { href: '/me', label: 'You' };
      return { title: matterTitle(one), noindex: true, crumb, body: <OwnMatterPage {...shown} /> };
    }
    const [taken] = await personsByIds(db, one.takenByPersonId ? [one.takenByPersonId] : []);
    const crumb = { href: '/inbox', label: 'Inbox' };
    const body = <MatterPage {...shown} takenBy={taken?.name} />;
    return { title: matterTitle(one), noindex: true, crumb, body };
  });
}

function namesOf(ctx: Ctx, db: Db, one: Matter): Promise<ReadonlyMap<string, string>> {
  const about = one.aboutOrganisationId ? [one.aboutOrganisationId] : [];
  return ctx.house.bodies.namesOf(db, [one.organisationId, ...about]);
}
