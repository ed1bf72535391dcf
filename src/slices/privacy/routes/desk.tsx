import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { logMatter } from '../actions/matters.ts';
import { DeskPage, deskTitle } from '../pages/desk.tsx';
import { LogMatterPage, logTitle } from '../pages/matter-form.tsx';
import { canSeeDesk } from '../permits/breaches.ts';
import { canLogMatter } from '../permits/matters.ts';
import { breachesAt } from '../queries/breaches.ts';
import { inOlderWords, looksBy } from '../queries/desk.ts';
import { mattersAt } from '../queries/matters.ts';
import { wordingVersion } from '../rules.ts';
import { privacy } from '../urls.ts';
import { LogMatter } from '../words/matters.ts';
import { nameOf, namesOfPeople } from './named.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const shownLooks = 100;
const itsPeople = 'a data lead or admin of it';

export const routes: readonly Route[] = [
  get('/organisations/:id/data-protection', itsPeople, { params: byId }, async (ctx, { params }) => {
    permit(isPerson(ctx.actor));
    return page(await deskPage(ctx, params.id), 200, noStore);
  }),

  get(
    '/organisations/:id/data-protection/requests',
    'whoever works there',
    { params: byId },
    async (ctx, { params }) => page(await logPage(ctx, params.id, {}), 200, noStore),
  ),

  post(
    '/organisations/:id/data-protection/requests',
    'whoever works there',
    { params: byId, fields: ['topic', 'how', 'words', 'name', 'email', 'phone'] },
    async (ctx, { params, form }) => {
      await logPage(ctx, params.id, {});
      return answerForm(
        LogMatter,
        form,
        async ({ topic, ...input }) => {
          const { token } = await logMatter(ctx, params.id, { ...input, ...topic });
          return redirect(`${privacy.matterByLink(token)}?sent=yes`);
        },
        (problems) => logPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),
];

async function deskPage(ctx: Ctx, organisationId: string): Promise<Page> {
  permit(canSeeDesk(ctx.actor, organisationId), { hidden: true });
  return ctx.db.read(async (db) => {
    const looked = await looksBy(db, organisationId, shownLooks);
    const persons = await namesOfPeople(
      db,
      looked.map((one) => one.personId),
    );
    const body = (
      <DeskPage
        organisation={{ id: organisationId, name: await nameOf(ctx, db, organisationId) }}
        matters={await mattersAt(db, [organisationId])}
        breaches={await breachesAt(db, organisationId)}
        looks={looked.map(({ personId, ...look }) => ({ ...look, who: persons.get(personId) ?? 'Somebody' }))}
        oldWords={await inOlderWords(db, organisationId, wordingVersion)}
        now={ctx.now}
      />
    );
    return { title: deskTitle, noindex: true, crumb: { href: '/me', label: 'You' }, body };
  });
}

async function logPage(ctx: Ctx, organisationId: string, kept: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  permit(canLogMatter(ctx.actor, organisationId), { hidden: true });
  const name = await nameOf(ctx, ctx.db.open, organisationId);
  return { title: logTitle, noindex: true, body: <LogMatterPage {...{ organisationId, name }} {...kept} /> };
}
