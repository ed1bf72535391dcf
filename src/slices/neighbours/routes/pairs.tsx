import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { settings } from '../../network/urls.ts';
import { peopleServed, themes } from '../../register/door.ts';
import { addPair, removePair } from '../actions/pairs.ts';
import { PairsPage, pairsTitle } from '../pages/pairs.tsx';
import { canEditPairs } from '../permits.ts';
import { countedPairs, needPairs } from '../queries/pairs.ts';
import { pairWords } from '../rules/suggest.ts';
import { neighbours } from '../urls.ts';
import { AddPair, RemovePair } from '../words/suggestions.ts';

export const routes: readonly Route[] = [
  get('/settings/need-pairs', 'the coordinator', {}, async (ctx) => page(await pairsPage(ctx, {}))),

  post('/settings/need-pairs', 'the coordinator', { fields: ['one', 'other'] }, async (ctx, { form }) => {
    permit(canEditPairs(ctx.actor));
    return answerForm(
      AddPair,
      form,
      async (input) => {
        await addPair(ctx, input);
        return redirect(`${neighbours.pairs()}#pairs`);
      },
      (problems) => pairsPage(ctx, { values: form, problems }),
    );
  }),

  post(
    '/settings/need-pairs/remove',
    'the coordinator',
    { fields: ['one', 'other'] },
    async (ctx, { form }) => {
      permit(canEditPairs(ctx.actor));
      return answerForm(
        RemovePair,
        form,
        async (input) => {
          await removePair(ctx, input);
          return redirect(`${neighbours.pairs()}#pairs`);
        },
        (problems) => pairsPage(ctx, {}, problems),
      );
    },
  ),
];

async function pairsPage(ctx: Ctx, tried: Remembered, other: Problems = {}): Promise<Page> {
  permit(canEditPairs(ctx.actor));
  const db = ctx.db.open;
  const pairs = await countedPairs(db, await needPairs(db));
  const labels = { themes, people: peopleServed };
  const rows = pairs.map((pair) => ({ ...pair, words: sentence(pairWords(pair, labels)) }));
  const [problem] = Object.values(other);
  return {
    title: pairsTitle,
    noindex: true,
    current: settings.all(),
    crumb: { href: settings.all(), label: 'Settings' },
    body: <PairsPage rows={rows} needs={needs} problem={problem} {...tried} />,
  };
}

/** Anyone is nobody in particular, so that is no need. */
const needs = [
  ...Object.entries(themes).map(([value, label]) => ({ value, label })),
  ...Object.entries(peopleServed)
    .filter(([code]) => code !== 'everyone')
    .map(([code, label]) => ({ value: `people:${code}`, label })),
];

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
