import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, parse, type Remembered } from '../../../platform/forms.ts';
import {
  fromElsewhere,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { people } from '../../people/urls.ts';
import { changeWeek, chooseDay, stopAsking } from '../actions/ten-minutes.ts';
import { StopLettersPage, TenMinutesPage } from '../pages/ten-minutes.tsx';
import { canHaveTenMinutes } from '../permits.ts';
import { personByStop, tenMinutesFound, tenMinutesPanel } from '../queries/ten-minutes.ts';
import { mondayOf, weekList } from '../rules/ten-minutes.ts';
import { tenMinutes } from '../urls.ts';
import { ChooseDay, unset, Week } from '../words/ten-minutes.ts';

const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
const noStore = { headers: { 'Cache-Control': 'no-store' } };

export const routes: readonly Route[] = [
  get('/ten-minutes', 'whoever is signed in', {}, async (ctx) => page(await tenMinutesPage(ctx, {}))),

  post('/ten-minutes', 'whoever is signed in', { fields: ['does'] }, async (ctx, { form }) => {
    permit(canHaveTenMinutes(ctx.actor));
    await changeWeek(ctx, parse(Week, form));
    return redirect(tenMinutes.page());
  }),

  post('/ten-minutes/mail', 'whoever is signed in', { fields: ['weekday'] }, async (ctx, { form }) => {
    permit(canHaveTenMinutes(ctx.actor));
    return answerForm(
      ChooseDay,
      form,
      async (input) => {
        await chooseDay(ctx, input);
        return redirect(tenMinutes.page());
      },
      (problems) => tenMinutesPage(ctx, { values: form, problems }),
    );
  }),

  get('/ten-minutes/stop/:token', 'whoever holds the link', { params: ByToken }, async (ctx, { params }) => {
    const hash = hashOf(params.token);
    await ctx.db.withKeys({ link: hash }).read((db) => personByStop(db, hash));
    return page(stopPage(params.token, false), 200, noStore);
  }),

  // RFC 8058: the mailbox provider presses the button for its reader, from elsewhere and with a field of its own.
  fromElsewhere(
    post(
      '/ten-minutes/stop/:token',
      'whoever holds the link',
      { params: ByToken, fields: ['List-Unsubscribe'] },
      async (ctx, { params }) => {
        await stopAsking(ctx, params.token);
        return page(stopPage(params.token, true), 200, noStore);
      },
    ),
  ),
];

async function tenMinutesPage(ctx: Ctx, tried: Remembered): Promise<Page> {
  permit(canHaveTenMinutes(ctx.actor));
  const setting = (await tenMinutesPanel(ctx)) ?? unset;
  const monday = mondayOf(ctx.now);
  const taken = setting.week === monday ? setting.items : [];
  const list = weekList(setting, await tenMinutesFound(ctx, taken), monday);
  return {
    title: 'My ten minutes',
    noindex: true,
    crumb: { href: people.me(), label: 'Your page' },
    body: <TenMinutesPage list={list} setting={setting} {...tried} />,
  };
}

function stopPage(token: string, done: boolean): Page {
  return {
    title: done ? 'No more weekly letters' : 'Stop the weekly letter?',
    noindex: true,
    body: <StopLettersPage token={token} done={done} />,
  };
}
