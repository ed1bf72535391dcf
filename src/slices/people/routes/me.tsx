import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm } from '../../../platform/forms.ts';
import { byId, get, json, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { changeName, endFirstDay, endSession } from '../actions/account.ts';
import { FirstDayPage } from '../pages/first-day.tsx';
import { MePage } from '../pages/me.tsx';
import { canSeeOwnPage, canViewAs } from '../permits.ts';
import { ownSecondKeys } from '../queries/keys.ts';
import { hasFirstDay, ownSessions, person } from '../queries/sign-in.ts';
import { hasSecondKey } from '../rules/keys.ts';
import { people } from '../urls.ts';
import { ChangeName } from '../words/sign-in.ts';

export const routes: readonly Route[] = [
  get('/me', 'the person', {}, async (ctx) =>
    page({ title: await hello(ctx), noindex: true, current: '/me', body: await me(ctx, {}) }),
  ),

  get('/me/data', 'the person', {}, async (ctx) => {
    permit(canSeeOwnPage(ctx.actor));
    const headers = {
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="${dataFile}"`,
    };
    return json(await heldData(ctx), 200, { headers });
  }),

  post('/me/name', 'the person', { fields: ['name', 'version'] }, async (ctx, { form }) => {
    permit(canSeeOwnPage(ctx.actor));
    return answerForm(
      ChangeName,
      form,
      async (input) => {
        await changeName(ctx, input);
        return redirect(people.me());
      },
      async (problems) => ({
        title: await hello(ctx),
        noindex: true,
        body: await me(ctx, { values: form, problems }),
      }),
    );
  }),

  get(people.firstDay(), 'the person', {}, async (ctx) => {
    permit(canSeeOwnPage(ctx.actor));
    const { personId = '' } = ctx.actor;
    const isShown = await ctx.db.read((db) => hasFirstDay(db, personId));
    const steps = ctx.house.tour.flatMap(({ label, text, forWhom }) => {
      const href = forWhom(ctx.actor);
      return href === undefined ? [] : [{ label, text, href }];
    });
    const title = 'Your first day';
    const body = <FirstDayPage title={title} steps={steps} isShown={isShown} />;
    return page({
      title,
      noindex: true,
      current: people.me(),
      crumb: { href: people.me(), label: 'Your page' },
      body,
    });
  }),

  post(people.firstDay(), 'the person', { fields: [] }, async (ctx) => {
    await endFirstDay(ctx);
    return redirect(people.me());
  }),

  post('/me/sessions/:id/end', 'the person', { params: byId, fields: [] }, async (ctx, { params }) => {
    await endSession(ctx, params.id);
    return redirect(people.me());
  }),

  post('/sign-out', 'the person', { fields: [] }, async (ctx) => {
    if (isPerson(ctx.actor)) {
      const here = (await ctx.db.read(ownSessions)).find((session) => session.thisOne);
      if (here) await endSession(ctx, here.id);
    }
    const headers = { 'Clear-Site-Data': '"cache", "storage"' };
    return redirect('/', { cookies: [{ name: 'session', value: '', seconds: 0 }], headers });
  }),
];

const dataFile = 'what-we-hold-about-you.json';

/** Everything the slices say they hold about the person, each table as it stands. */
async function heldData(ctx: Ctx) {
  const { personId = '', email = '' } = ctx.actor;
  const { heldAbout, retain } = ctx.house;
  return ctx.db.read(async (db) => {
    const held: { what: string; rows: readonly object[] }[] = [];
    for (const { label, read } of heldAbout) {
      held.push({ what: label, rows: await read(db, { id: personId, email }) });
    }
    return { made_at: ctx.now, held, goes_by_itself: retain.map(({ what, after }) => ({ what, after })) };
  });
}

async function hello(ctx: Ctx): Promise<string> {
  const first = ctx.actor.name?.split(' ')[0];
  return first ? `Hello ${first}` : 'Hello';
}

async function me(
  ctx: Ctx,
  remembered: { values?: Record<string, unknown>; problems?: Record<string, string> },
) {
  permit(canSeeOwnPage(ctx.actor));
  const { personId = '' } = ctx.actor;
  const shown = await ctx.db.read(async (db) => ({
    person: await person(db, personId),
    sessions: await ownSessions(db),
    hasSecondKey: hasSecondKey(await ownSecondKeys(db, personId)),
  }));
  const panels = await Promise.all(
    ctx.house.panels.map(async (panel) => ({ title: panel.title, rows: await panel.read(ctx) })),
  );
  const isShut = (ctx.actor.shut?.length ?? 0) > 0;
  const mayViewAs = canViewAs(ctx.actor);
  return (
    <MePage {...shown} mayViewAs={mayViewAs} isShut={isShut} panels={panels} now={ctx.now} {...remembered} />
  );
}
