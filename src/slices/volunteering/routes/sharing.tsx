import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { cardsByIds } from '../../register/door.ts';
import { setTarget } from '../actions/target.ts';
import { SharingPage, sharingTitle } from '../pages/sharing.tsx';
import { canKeepRolesFor, canSeeSharing, canSetTarget } from '../permits.ts';
import { notShared, shareByCentre, targetOptional } from '../queries/sharing.ts';
import { percentOf, standingWords } from '../rules/sharing.ts';
import { roles } from '../urls.ts';
import { SetTarget } from '../words/checks.ts';
import { shares } from '../words/role.ts';
import { mustBeSomebody } from './kept.ts';

export const routes: readonly Route[] = [
  get('/roles/sharing', 'centres and the coordinator', {}, async (ctx) => page(await sharingPage(ctx, {}))),

  post('/roles/sharing', 'the coordinator', { fields: ['percent', 'by_day'] }, async (ctx, { form }) => {
    mustBeSomebody(ctx);
    permit(canSetTarget(ctx.actor));
    return answerForm(
      SetTarget,
      form,
      async (input) => {
        await setTarget(ctx, input);
        return redirect(roles.sharing());
      },
      (problems) => sharingPage(ctx, { values: form, problems }),
    );
  }),
];

const shareWords: Readonly<Record<string, string>> = shares;

async function sharingPage(ctx: Ctx, remembered: Remembered): Promise<Page> {
  mustBeSomebody(ctx);
  permit(canSeeSharing(ctx.actor));
  const db = ctx.db.open;
  const target = await targetOptional(db);
  const centres = await shareByCentre(db);
  const view = {
    standing: standingWords(centres, target && { percent: target.percent, byDay: target.by_day }, ctx.now),
    centres: centres.map((one) => ({
      ...{ id: one.centreId, name: one.centreName, roles: String(one.roles), shared: String(one.shared) },
      percent: `${percentOf(one)}%`,
    })),
    own: await ownOf(ctx),
    maySet: canSetTarget(ctx.actor),
    values: remembered.values ?? { ...target },
    problems: remembered.problems,
  };
  return { title: sharingTitle, noindex: true, body: <SharingPage view={view} /> };
}

/** For each centre whose work the reader does: what is not shared there, and why. */
async function ownOf(ctx: Ctx) {
  const held = ctx.actor.positions.filter(
    ({ organisationKind, organisationId }) =>
      organisationKind === 'centre' && canKeepRolesFor(ctx.actor, organisationId),
  );
  const ids = [...new Set(held.map(({ organisationId }) => organisationId))];
  const cards = await cardsByIds(ctx.db.open, ids);
  const own = [];
  for (const id of ids) {
    const rows = await notShared(ctx.db.open, id);
    own.push({
      centreName: cards.get(id)?.name ?? 'Your centre',
      rows: rows.map((row) => ({ ...row, share: shareWords[row.share] ?? row.share })),
    });
  }
  return own;
}
