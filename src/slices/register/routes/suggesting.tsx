import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isTrapped, traps, withoutMarks } from '../../../platform/human/look.ts';
import { permit } from '../../../platform/permit.ts';
import { clocks } from '../../network/door.ts';
import { personsByIds } from '../../people/door.ts';
import { asForm } from '../actions/organisation.ts';
import { answerSuggestion, suggestEdit } from '../actions/suggesting.ts';
import {
  AnswerChangesPage,
  AnswerSuggestionPage,
  changesTitle,
  OwnSuggestionPage,
  SuggestEditPage,
} from '../pages/suggesting.tsx';
import { canAnswerSuggestion, canSeeSuggestion } from '../permits/keeping.ts';
import { canChangeRecord } from '../permits.ts';
import { type Suggestion, suggestion } from '../queries/keeping.ts';
import { cardsByIds, organisation } from '../queries/organisation.ts';
import { openToAll, standingOf } from '../rules/suggestions.ts';
import { centres, organisations } from '../urls.ts';
import { AnswerSuggestion, SuggestEdit } from '../words/suggestions.ts';
import { mustBeSomebody } from './kept.ts';

const oftenEnough = limited({ burst: 20, seconds: 3600 });

export const routes: readonly Route[] = [
  get(
    '/organisations/:id/suggest/edit',
    'whoever is signed in',
    { params: byId },
    async (ctx, { params }) => {
      mustBeSomebody(ctx);
      const one = await organisation(ctx.db.open, params.id);
      if (canChangeRecord(ctx.actor, one)) return redirect(organisations.edit(params.id));
      return page(await editPage(ctx, params.id, {}));
    },
  ),

  post(
    '/organisations/:id/suggest/edit',
    'whoever is signed in',
    { params: byId, fields: [...Object.keys(SuggestEdit.shape), ...traps] },
    async (ctx, { params, form: sent, request }) => {
      mustBeSomebody(ctx);
      oftenEnough(request.address, ctx.machineNow);
      const form = withoutMarks(sent);
      return answerForm(
        SuggestEdit,
        form,
        async (input) => {
          const id = await suggestEdit(ctx, params.id, input, isTrapped(sent));
          return redirect(centres.suggestion(id));
        },
        (problems) => editPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/suggestions/:id', 'its keepers, and whoever made it', { params: byId }, async (ctx, { params }) => {
    mustBeSomebody(ctx);
    return page(await suggestionPage(ctx, params.id, {}));
  }),

  post(
    '/suggestions/:id',
    'its keepers',
    { params: byId, fields: ['answer', 'fields', 'reason', 'version'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      return answerForm(
        AnswerSuggestion,
        form,
        async (input) => {
          await answerSuggestion(ctx, params.id, input);
          return redirect('/inbox');
        },
        (problems, stale) =>
          suggestionPage(
            ctx,
            params.id,
            stale
              ? { problems: { '': 'The page changed while you looked. Look again at what differs.' } }
              : { values: form, problems },
          ),
      );
    },
  ),
];

async function editPage(ctx: Ctx, organisationId: string, remembered: Remembered): Promise<Page> {
  const one = await organisation(ctx.db.open, organisationId);
  permit(one.state === 'active' || one.state === 'paused', { hidden: true });
  const { suggestion_answer_days: days } = await clocks(ctx.db.open);
  const current = await ctx.db.transaction(async (tx) => openToAll(await asForm(tx, one)));
  const centre =
    one.homeCentreId && (await cardsByIds(ctx.db.open, [one.homeCentreId])).get(one.homeCentreId);
  const body = (
    <SuggestEditPage
      one={one}
      keeper={one.claimed || !centre ? 'Whoever looks after the page' : centre.name}
      days={days}
      version={one.version}
      withPlace={'postcode' in current}
      values={remembered.values ?? current}
      problems={remembered.problems ?? {}}
    />
  );
  return {
    title: `What should stand at ${one.name}?`,
    noindex: true,
    crumb: { href: organisations.one(one.id, one.name), label: one.name },
    body,
  };
}

async function suggestionPage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  const made = await ctx.db.read((db) => suggestion(db, id));
  const one = await organisation(ctx.db.open, made.organisationId);
  const crumb = { href: organisations.one(one.id, one.name), label: one.name };
  const current = await ctx.db.transaction((tx) => asForm(tx, one));
  const standing = standingOf(made.changes ?? {}, current);
  if (!canAnswerSuggestion(ctx.actor, one)) {
    permit(canSeeSuggestion(ctx.actor, made), { hidden: true });
    const body = <OwnSuggestionPage {...made} about={one} standing={standing} />;
    return { title: changesTitle(one.name), noindex: true, crumb, body };
  }
  const shown = {
    about: one,
    suggestionId: id,
    by: await whoSuggested(ctx, made),
    what: made.what,
    madeAt: made.madeAt,
    now: ctx.now,
    open: made.state === 'waiting',
    ...remembered,
  };
  if (!made.changes) {
    const body = <AnswerSuggestionPage {...shown} />;
    return { title: `Something is wrong at ${one.name}`, noindex: true, crumb, body };
  }
  const body = <AnswerChangesPage {...shown} standing={standing} version={one.version} />;
  return { title: changesTitle(one.name), noindex: true, crumb, body };
}

/** Another centre is named. A person is, where the reader may know that person. */
export async function whoSuggested(ctx: Ctx, made: Suggestion): Promise<string> {
  const ids = made.personId ? [made.personId] : [];
  const [person] = await ctx.db.read((db) => personsByIds(db, ids));
  const centre = made.centreId
    ? (await cardsByIds(ctx.db.open, [made.centreId])).get(made.centreId)?.name
    : undefined;
  return [person?.name, centre].filter(Boolean).join(', ') || 'somebody who is signed in';
}
