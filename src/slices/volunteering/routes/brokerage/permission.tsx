import type { Ctx } from '../../../../platform/ctx.ts';
import { NotFound, type Problems } from '../../../../platform/errors.ts';
import { answerForm } from '../../../../platform/forms.ts';
import { get, type Page, page, post, type Route, redirect } from '../../../../platform/http/route.ts';
import { hashOf } from '../../../../platform/secrets.ts';
import { organisation } from '../../../register/door.ts';
import { answerPermission } from '../../actions/brokerage/permission.ts';
import { PermissionPage, permissionTitle } from '../../pages/brokerage/permission.tsx';
import { permissionByLinkOptional } from '../../queries/brokerage/introductions.ts';
import { role } from '../../queries/roles.ts';
import { ageWords } from '../../rules/ages.ts';
import { volunteering } from '../../urls.ts';
import { AnswerPermission, ByToken } from '../../words/brokerage/forms.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const who = 'whoever holds the link';

export const routes: readonly Route[] = [
  get('/permissions/:token', who, { params: ByToken }, async (ctx, { params }) =>
    page(await permissionPage(ctx, params.token), 200, noStore),
  ),

  post('/permissions/:token', who, { params: ByToken, fields: ['answer'] }, async (ctx, { params, form }) => {
    await permissionPage(ctx, params.token);
    return answerForm(
      AnswerPermission,
      form,
      async ({ answer }) => {
        await answerPermission(ctx, params.token, answer);
        return redirect(volunteering.permission(params.token));
      },
      (problems) => permissionPage(ctx, params.token, problems),
    );
  }),
];

async function permissionPage(ctx: Ctx, token: string, problems?: Problems): Promise<Page> {
  const hash = hashOf(token);
  const asked = await ctx.db.withKeys({ link: hash }).read((db) => permissionByLinkOptional(db, hash));
  if (!asked) throw new NotFound('link');
  const one = await role(ctx.db.open, asked.roleId);
  const { name } = await organisation(ctx.db.open, one.organisationId);
  const shown = { id: one.id, title: one.title, summary: one.summary, ages: ageWords(one) };
  const body = <PermissionPage {...{ token, asked, problems }} role={shown} group={name} now={ctx.now} />;
  return { title: permissionTitle, noindex: true, body };
}
