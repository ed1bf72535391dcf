import type { z } from 'zod';
import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import type { Db } from '../../../../platform/db/open.ts';
import { NotFound, type Problems } from '../../../../platform/errors.ts';
import { answerForm } from '../../../../platform/forms.ts';
import {
  byId,
  type FormBody,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../../../platform/http/route.ts';
import { permit } from '../../../../platform/permit.ts';
import { agreeToIntroduction } from '../../actions/brokerage/introducing.ts';
import { stopOwn } from '../../actions/brokerage/stopping.ts';
import { OwnOnePage, OwnPage, ownTitle, titleOf } from '../../pages/brokerage/own.tsx';
import { canEnquire } from '../../permits/brokerage.ts';
import { askerOptional, ownEnquiries } from '../../queries/brokerage/enquiries.ts';
import { permissionOptional, placementOptional, stepsOf } from '../../queries/brokerage/introductions.ts';
import { similarRoles } from '../../queries/brokerage/similar.ts';
import { ageOn } from '../../rules/brokerage/age.ts';
import { groupItems, groupWording } from '../../rules/brokerage/consent.ts';
import { isOver } from '../../rules/brokerage/lifecycle.ts';
import { volunteering } from '../../urls.ts';
import type { Asker, Enquiry } from '../../words/brokerage/enquiry.ts';
import { Agree, StopOwn } from '../../words/brokerage/forms.ts';
import { namesIn, subjectOf, turnOf } from './shown.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const who = 'whoever asked';

export const routes: readonly Route[] = [
  get('/volunteering', 'the person', {}, async (ctx) => page(await ownPage(ctx), 200, noStore)),

  get('/volunteering/:id', who, { params: byId }, async (ctx, { params }) =>
    page(await onePage(ctx, params.id), 200, noStore),
  ),

  pressing('agree', Agree, ['agreed'], (ctx, id) => agreeToIntroduction(ctx, id)),
  pressing('stop', StopOwn, ['reason', 'keep_private'], stopOwn),
];

function pressing<Schema extends z.ZodType>(
  what: string,
  schema: Schema,
  fields: readonly string[],
  act: (ctx: Ctx, id: string, input: z.infer<Schema>) => Promise<void>,
): Route {
  return post(`/volunteering/:id/${what}`, who, { params: byId, fields }, async (ctx, { params, form }) => {
    await ctx.db.read((db) => mine(db, ctx, params.id));
    return answerForm(
      schema,
      form,
      async (input) => {
        await act(ctx, params.id, input);
        return redirect(volunteering.one(params.id));
      },
      (problems) => onePage(ctx, params.id, { refused: what, values: form, problems }),
    );
  });
}

/** Only one’s own; that there is one of somebody else is nobody’s business. */
async function mine(db: Db, ctx: Ctx, id: string): Promise<Enquiry> {
  permit(canEnquire(ctx.actor));
  const { personId = '', email = '' } = ctx.actor;
  const found = (await ownEnquiries(db, { personId, email })).find((one) => one.id === id);
  if (!found) throw new NotFound('enquiry');
  return found;
}

async function ownPage(ctx: Ctx): Promise<Page> {
  permit(canEnquire(ctx.actor));
  const { personId = '', email = '' } = ctx.actor;
  const rows = await ctx.db.read(async (db) => {
    const own = await ownEnquiries(db, { personId, email });
    return Promise.all(
      own.map(async (one) => {
        const { role, group, centre } = await subjectOf(db, one);
        const turn = await turnOf(db, ctx, one);
        return { one, title: titleOf(role, centre), group: role ? group : centre, turn };
      }),
    );
  });
  const crumb = { href: '/me', label: 'You' };
  return { title: ownTitle, noindex: true, crumb, body: <OwnPage rows={rows} now={ctx.now} /> };
}

interface Remembered {
  refused?: string;
  values?: FormBody;
  problems?: Problems;
}

async function onePage(ctx: Ctx, id: string, remembered: Remembered = {}): Promise<Page> {
  const shown = await ctx.db.read(async (db) => {
    const one = await mine(db, ctx, id);
    const subject = await subjectOf(db, one);
    const asker = await askerOptional(db, id);
    const steps = await stepsOf(db, id);
    return {
      ...{ one, ...subject, steps, names: await namesIn(db, steps), turn: await turnOf(db, ctx, one) },
      placement: await placementOptional(db, id),
      permission: await permissionOptional(db, id),
      wording: wordingOf(subject, asker),
      others: await othersFor(db, ctx, one, asker),
    };
  });
  const body = <OwnOnePage {...shown} {...remembered} now={ctx.now} />;
  const title = titleOf(shown.role, shown.centre);
  return { title, noindex: true, crumb: { href: volunteering.own(), label: ownTitle }, body };
}

function wordingOf(
  { role, group }: { role: { title: string } | undefined; group: string },
  asker: Asker | undefined,
): string | undefined {
  return role && asker && groupWording({ group, role: role.title, items: groupItems(asker) });
}

/** Somebody who waits too long, or whose question came to nothing, is shown what is like it. */
async function othersFor(db: Db, ctx: Ctx, one: Enquiry, asker: Asker | undefined) {
  const isNeeded = one.sorryAt !== null || (isOver(one.state) && one.state !== 'ended');
  if (!isNeeded || !one.roleId || one.state === 'started') return [];
  const today = dayOf(ctx.now);
  const age = asker?.bornOn ? ageOn(asker.bornOn, today) : undefined;
  return similarRoles(db, { roleId: one.roleId, age, today, areaIds: [] });
}
