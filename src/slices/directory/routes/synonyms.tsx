import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { NotFound, type Problems, type Stale } from '../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
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
import { settings } from '../../network/urls.ts';
import { addSynonyms, changeSynonyms, removeSynonyms, replaceSynonyms } from '../actions/synonyms.ts';
import { SynonymGroupPage, SynonymsPage } from '../pages/synonyms.tsx';
import { canEditSynonyms } from '../permits.ts';
import { synonymGroup, synonymGroups } from '../queries/synonyms.ts';
import { shownWords } from '../rules/say.ts';
import { builtIn, builtInsThatStand } from '../rules/synonyms.ts';
import { plain } from '../rules/terms.ts';
import { directory } from '../urls.ts';
import { AddSynonyms, ChangeSynonyms, RemoveSynonyms, ReplaceSynonyms, Wanted } from '../words/synonyms.ts';

const title = 'Words that mean the same';
const ByFirst = z.object({ first: z.string().regex(/^[a-z0-9-]{1,60}$/) });
const own = `${directory.synonyms()}#own`;

export const routes: readonly Route[] = [
  get('/settings/synonyms', 'the coordinator', { query: Wanted }, async (ctx, { query }) => {
    const wanted = plain(query.word);
    return page(await listPage(ctx, { wanted, values: wanted === '' ? {} : { words: `${wanted}\n` } }));
  }),

  post('/settings/synonyms', 'the coordinator', { fields: ['words'] }, async (ctx, { form }) => {
    permit(canEditSynonyms(ctx.actor));
    return answerForm(
      AddSynonyms,
      form,
      async (input) => {
        await addSynonyms(ctx, input);
        return redirect(own);
      },
      (problems) => listPage(ctx, { wanted: '', values: form, problems }),
    );
  }),

  get('/settings/synonyms/:id', 'the coordinator', { params: byId }, async (ctx, { params }) => {
    return page(await groupPage(ctx, params.id, {}));
  }),

  post(
    '/settings/synonyms/:id',
    'the coordinator',
    { params: byId, fields: ['words', 'version'] },
    async (ctx, { params, form }) => {
      permit(canEditSynonyms(ctx.actor));
      return answerForm(
        ChangeSynonyms,
        form,
        async (input) => {
          await changeSynonyms(ctx, params.id, input);
          return redirect(own);
        },
        (problems, stale) => groupPage(ctx, params.id, { values: form, problems }, stale),
      );
    },
  ),

  post(
    '/settings/synonyms/:id/remove',
    'the coordinator',
    { params: byId, fields: ['version'] },
    async (ctx, { params, form }) => {
      permit(canEditSynonyms(ctx.actor));
      return answerForm(
        RemoveSynonyms,
        form,
        async (input) => {
          await removeSynonyms(ctx, params.id, input);
          return redirect(own);
        },
        (problems) => groupPage(ctx, params.id, { problems }),
      );
    },
  ),

  get('/settings/synonyms/built-in/:first', 'the coordinator', { params: ByFirst }, (ctx, { params }) =>
    page(builtInPage(ctx, params.first, {})),
  ),

  post(
    '/settings/synonyms/built-in/:first',
    'the coordinator',
    { params: ByFirst, fields: ['words'] },
    async (ctx, { params, form }) => {
      permit(canEditSynonyms(ctx.actor));
      return answerForm(
        ReplaceSynonyms,
        form,
        async (input) => {
          await replaceSynonyms(ctx, firstWord(params.first), input);
          return redirect(own);
        },
        (problems) => builtInPage(ctx, params.first, { values: form, problems }),
      );
    },
  ),
];

const around = { noindex: true, current: settings.all() };
const inList = { ...around, crumb: { href: directory.synonyms(), label: title } };

async function listPage(ctx: Ctx, shown: Remembered & { wanted: string }): Promise<Page> {
  permit(canEditSynonyms(ctx.actor));
  const groups = await synonymGroups(ctx.db.open);
  const { wanted, ...added } = shown;
  const body = (
    <SynonymsPage
      title={title}
      wanted={shownWords(wanted)}
      own={groups}
      builtIn={builtInsThatStand(groups)}
      added={added}
    />
  );
  return { title, ...around, crumb: { href: settings.all(), label: 'Settings' }, body };
}

async function groupPage(ctx: Ctx, id: string, tried: Remembered, stale?: Stale): Promise<Page> {
  permit(canEditSynonyms(ctx.actor));
  const group = await synonymGroup(ctx.db.open, id);
  const there = group.words.join('\n');
  const name = group.words[0] ?? group.insteadOf;
  const bringsBack = group.insteadOf !== '';
  const heading = `Words like “${name}”`;
  const body = (
    <SynonymGroupPage
      title={heading}
      form="change-synonyms"
      action={directory.synonymGroup(id)}
      version={stale || !tried.values ? group.version : versionIn(tried.values)}
      values={tried.values ?? { words: there }}
      problems={stale ? undefined : tried.problems}
      differences={stale && tried.values ? [differs(there, tried.values)] : undefined}
      remove={{
        action: directory.removeSynonyms(id),
        version: group.version,
        words: bringsBack ? 'Bring back what Joinery comes with' : 'Remove this group',
      }}
    />
  );
  return { title: heading, ...inList, body };
}

function builtInPage(ctx: Ctx, slug: string, tried: { values?: FormBody; problems?: Problems }): Page {
  permit(canEditSynonyms(ctx.actor));
  const first = firstWord(slug);
  const words = builtIn(first);
  if (!words) throw new NotFound('group of words');
  const heading = `Words like “${first}”`;
  const body = (
    <SynonymGroupPage
      title={heading}
      form="replace-synonyms"
      action={directory.builtInSynonyms(first)}
      values={tried.values ?? { words: words.join('\n') }}
      problems={tried.problems}
      remove={undefined}
    />
  );
  return { title: heading, ...inList, body };
}

/** Its address has hyphens where its name has spaces, and no name has a hyphen. */
function firstWord(slug: string): string {
  return slug.replaceAll('-', ' ');
}

function versionIn(form: FormBody): string {
  return String(form.version ?? '');
}

function differs(theirs: string, form: FormBody) {
  return { label: 'Words', theirs: oneLine(theirs), yours: oneLine(String(form.words ?? '')) };
}

function oneLine(words: string): string {
  return words.split(/\s*\n\s*/).join(', ');
}
