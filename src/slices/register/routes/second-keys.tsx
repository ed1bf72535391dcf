import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm } from '../../../platform/forms.ts';
import {
  byId,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
  textReply,
} from '../../../platform/http/route.ts';
import { permit, wantSecondKey } from '../../../platform/permit.ts';
import { askAllForSecondKey } from '../actions/second-keys.ts';
import { SecondKeysPage } from '../pages/second-keys.tsx';
import { canRuleSecondKeys } from '../permits.ts';
import { organisation } from '../queries/organisation.ts';
import { secondKeyRuleOf, secondKeysAt } from '../queries/second-keys.ts';
import { proofOf } from '../rules/second-keys.ts';
import { organisations } from '../urls.ts';
import { mustBeSomebody } from './kept.ts';

const Rule = z.strictObject({ required: z.enum(['yes', 'no'], { error: 'Say yes or no.' }) });

export const routes: readonly Route[] = [
  get('/organisations/:id/second-keys', 'an admin of it', { params: byId }, async (ctx, { params }) => {
    return page(await keysPage(ctx, params.id));
  }),

  get('/organisations/:id/second-keys.csv', 'an admin of it', { params: byId }, async (ctx, { params }) => {
    const { one, since, people } = await shown(ctx, params.id);
    const text = proofOf(people, { organisation: one.name, since, at: ctx.machineNow });
    const headers = {
      'Cache-Control': 'no-store',
      'Content-Disposition': 'attachment; filename="second-keys.csv"',
    };
    return textReply(text, 'text/csv', 200, { headers });
  }),

  post(
    '/organisations/:id/second-keys',
    'an admin of it',
    { params: byId, fields: ['required'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      permit(canRuleSecondKeys(ctx.actor, params.id), { hidden: true });
      return answerForm(
        Rule,
        form,
        async ({ required }) => {
          await askAllForSecondKey(ctx, params.id, required === 'yes');
          return redirect(organisations.secondKeys(params.id));
        },
        () => keysPage(ctx, params.id),
      );
    },
  ),
];

async function shown(ctx: Ctx, id: string) {
  mustBeSomebody(ctx);
  permit(canRuleSecondKeys(ctx.actor, id), { hidden: true });
  wantSecondKey(ctx.actor);
  return ctx.db.read(async (db) => ({
    one: await organisation(db, id),
    since: await secondKeyRuleOf(db, id),
    people: await secondKeysAt(db, id),
  }));
}

async function keysPage(ctx: Ctx, id: string): Promise<Page> {
  const { one, since, people } = await shown(ctx, id);
  const body = <SecondKeysPage organisation={one} people={people} since={since} now={ctx.machineNow} />;
  const crumb = { href: organisations.people(id), label: `People of ${one.name}` };
  return { title: `Second keys at ${one.name}`, noindex: true, crumb, body };
}
