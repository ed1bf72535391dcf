import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { answerBelonging, askBelonging, endBelonging } from '../actions/belonging.ts';
import { changeKind, moveOrganisation } from '../actions/moving.ts';
import { AnswerBelongingPage, BranchesPage, belongingTitle } from '../pages/branches.tsx';
import { MovePage, moveTitle } from '../pages/moving.tsx';
import { canAnswerBelonging, canChangeRecord } from '../permits.ts';
import { belonging, namedLike, partsOf, waitingBelongings } from '../queries/belonging.ts';
import { cardsByIds, organisation } from '../queries/organisation.ts';
import { movesFrom } from '../rules/registration.ts';
import { organisations } from '../urls.ts';
import { AnswerBelonging, AskBelonging, ChangeKind, MoveOrganisation } from '../words/belonging.ts';
import type { Organisation } from '../words/records.ts';
import { keptRecord, mustBeSomebody } from './kept.ts';

const Looked = z.object({ q: z.string().trim().max(200).default('') });
const keepers = 'an admin or the home centre';

export const routes: readonly Route[] = [
  get('/organisations/:id/branches', keepers, { params: byId, query: Looked }, async (ctx, given) => {
    const one = await keptRecord(ctx, given.params.id, canChangeRecord);
    return page(await branchesPage(ctx, one, given.query.q, {}));
  }),

  post(
    '/organisations/:id/branches',
    keepers,
    { params: byId, fields: [...Object.keys(AskBelonging.shape), 'q'] },
    async (ctx, { params, form }) => {
      const one = await keptRecord(ctx, params.id, canChangeRecord);
      const { q = '', ...typed } = form;
      return answerForm(
        AskBelonging,
        typed,
        async (input) => {
          await askBelonging(ctx, params.id, input);
          return redirect(organisations.branches(params.id));
        },
        (problems) => branchesPage(ctx, one, String(q), { values: form, problems: inOneSentence(problems) }),
      );
    },
  ),

  post(
    '/organisations/:id/branches/end',
    keepers,
    { params: byId, fields: ['part_id'] },
    async (ctx, { params, form }) => {
      await keptRecord(ctx, params.id, canChangeRecord);
      await endBelonging(ctx, z.uuid().catch(params.id).parse(form.part_id));
      return redirect(organisations.branches(params.id));
    },
  ),

  post(
    '/organisations/:id/kind',
    keepers,
    { params: byId, fields: Object.keys(ChangeKind.shape) },
    async (ctx, { params, form }) => {
      const one = await keptRecord(ctx, params.id, canChangeRecord);
      return answerForm(
        ChangeKind,
        form,
        async (input) => {
          await changeKind(ctx, params.id, input);
          return redirect(organisations.branches(params.id));
        },
        async (problems) => branchesPage(ctx, one, '', { problems: inOneSentence(problems) }),
      );
    },
  ),

  get('/belongings/:id', 'the side that was asked', { params: byId }, async (ctx, { params }) =>
    page(await answerPage(ctx, params.id, {})),
  ),

  post(
    '/belongings/:id',
    'the side that was asked',
    { params: byId, fields: ['answer', 'reason'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      return answerForm(
        AnswerBelonging,
        form,
        async (input) => {
          await answerBelonging(ctx, params.id, input);
          return redirect('/inbox');
        },
        (problems) => answerPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/organisations/:id/state', keepers, { params: byId }, async (ctx, { params }) =>
    page(await movePage(ctx, await keptRecord(ctx, params.id, canChangeRecord), {})),
  ),

  post(
    '/organisations/:id/state',
    keepers,
    { params: byId, fields: Object.keys(MoveOrganisation.shape) },
    async (ctx, { params, form }) => {
      const one = await keptRecord(ctx, params.id, canChangeRecord);
      return answerForm(
        MoveOrganisation,
        form,
        async (input) => {
          await moveOrganisation(ctx, params.id, input);
          return redirect(organisations.one(params.id, one.name));
        },
        (problems) => movePage(ctx, one, { values: form, problems }),
      );
    },
  ),
];

/** Its forms are several, so what is wrong with one stands over all of them. */
function inOneSentence(problems: Problems): Problems {
  return { '': Object.values(problems).join(' ') };
}

async function branchesPage(ctx: Ctx, one: Organisation, q: string, remembered: Remembered): Promise<Page> {
  return ctx.db.read(async (db) => {
    const current = await organisation(db, one.id);
    const waiting = await waitingBelongings(db, one.id);
    const ids = [current.parentId, ...waiting.flatMap((asked) => [asked.organisationId, asked.parentId])];
    const cards = await cardsByIds(
      db,
      ids.filter((id) => id !== null),
    );
    const body = (
      <BranchesPage
        one={current}
        parent={current.parentId ? cards.get(current.parentId) : undefined}
        link={current.parentLink}
        parts={(await partsOf(db, one.id)).map((part) => ({
          id: part.id,
          name: part.name,
          link: part.parent_link === 'branch' ? 'branch' : 'member',
          isPublic: part.state === 'active',
        }))}
        waiting={waiting.map((asked) => {
          const other = asked.organisationId === one.id ? asked.parentId : asked.organisationId;
          const askedId = asked.askedByParent ? asked.organisationId : asked.parentId;
          return { id: asked.id, name: cards.get(other)?.name ?? 'The other side', mine: askedId === one.id };
        })}
        q={q}
        found={q === '' ? [] : await namedLike(db, q, one.id)}
        {...remembered}
      />
    );
    const title = `What ${current.name} is part of`;
    const crumb = { href: organisations.one(one.id, current.name), label: current.name };
    return { title, noindex: true, crumb, body };
  });
}

async function answerPage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  mustBeSomebody(ctx);
  const db = ctx.db.open;
  const asked = await belonging(db, id);
  const [part, whole] = [
    await organisation(db, asked.organisationId),
    await organisation(db, asked.parentId),
  ];
  permit(canAnswerBelonging(ctx.actor, asked.askedByParent ? part : whole), { hidden: true });
  const shown = { id, part, whole, link: asked.link, open: asked.state === 'waiting', ...remembered };
  return { title: belongingTitle(shown), noindex: true, body: <AnswerBelongingPage {...shown} /> };
}

async function movePage(ctx: Ctx, one: Organisation, remembered: Remembered): Promise<Page> {
  const parts = await partsOf(ctx.db.open, one.id);
  const branches = parts.filter((part) => part.parent_link === 'branch' && part.state === 'active');
  const body = (
    <MovePage
      one={one}
      to={movesFrom(one.state)}
      branches={branches.map((part) => part.name)}
      {...remembered}
    />
  );
  const crumb = { href: organisations.one(one.id, one.name), label: one.name };
  return { title: moveTitle(one.name), noindex: true, crumb, body };
}
