import type { z } from 'zod';
import type { Ctx } from '../../../../platform/ctx.ts';
import type { Problems } from '../../../../platform/errors.ts';
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
import { isPerson, permit } from '../../../../platform/permit.ts';
import { organisation } from '../../../register/door.ts';
import { organisations } from '../../../register/urls.ts';
import { askParent, matchEnquiry, noteEnquiry, stopEnquiry } from '../../actions/brokerage/advising.ts';
import { takeEnquiry } from '../../actions/brokerage/asking.ts';
import { introduce } from '../../actions/brokerage/introducing.ts';
import { TakePage, takeTitle } from '../../pages/brokerage/enquiries.tsx';
import { canKeepEnquiries } from '../../permits/brokerage.ts';
import { enquiry } from '../../queries/brokerage/enquiries.ts';
import { centreItems, centreWording } from '../../rules/brokerage/consent.ts';
import { enquiries } from '../../urls.ts';
import {
  AskParent,
  Introduce,
  ListEnquiries,
  Match,
  Note,
  StopByCentre,
  TakeEnquiry,
} from '../../words/brokerage/forms.ts';
import { enquiryPage, listPage } from './desk-pages.tsx';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const who = 'a worker or admin of the centre';

export const routes: readonly Route[] = [
  get('/enquiries', who, { query: ListEnquiries }, async (ctx, { query }) =>
    page(await listPage(ctx, query.show === 'over'), 200, noStore),
  ),

  get('/centres/:id/enquiries/new', who, { params: byId }, async (ctx, { params }) =>
    page(await takePage(ctx, params.id, {}), 200, noStore),
  ),

  post(
    '/centres/:id/enquiries/new',
    who,
    { params: byId, fields: Object.keys(TakeEnquiry.shape) },
    async (ctx, { params, form }) => {
      await takePage(ctx, params.id, {});
      return answerForm(
        TakeEnquiry,
        form,
        async (input) => redirect(enquiries.one(await takeEnquiry(ctx, params.id, input))),
        (problems) => takePage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get(
    '/enquiries/:id',
    `${who}; the group and the coordinator, without the person`,
    { params: byId },
    async (ctx, { params }) => page(await enquiryPage(ctx, params.id), 200, noStore),
  ),

  moving('note', Note, noteEnquiry),
  moving('match', Match, matchEnquiry),
  moving('introduce', Introduce, introduce),
  moving('parent', AskParent, askParent),
  moving('stop', StopByCentre, stopEnquiry),
];

/** One form of the page of an enquiry: it comes back with what was typed. */
function moving<Schema extends z.ZodObject>(
  what: string,
  schema: Schema,
  act: (ctx: Ctx, id: string, input: z.infer<Schema>) => Promise<void>,
): Route {
  const fields = Object.keys(schema.shape);
  return post(`/enquiries/:id/${what}`, who, { params: byId, fields }, async (ctx, { params, form }) => {
    permit(isPerson(ctx.actor));
    const { centreId } = await ctx.db.read((db) => enquiry(db, params.id));
    permit(canKeepEnquiries(ctx.actor, centreId), { hidden: true });
    return answerForm(
      schema,
      form,
      async (input) => {
        await act(ctx, params.id, input);
        return redirect(enquiries.one(params.id));
      },
      (problems) => enquiryPage(ctx, params.id, { refused: what, values: form, problems }),
    );
  });
}

interface Remembered {
  values?: FormBody;
  problems?: Problems;
}

async function takePage(ctx: Ctx, centreId: string, { values, problems }: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  const centre = await organisation(ctx.db.open, centreId);
  permit(canKeepEnquiries(ctx.actor, centreId), { hidden: true });
  const all = { email: 'yes', phone: 'yes', times: 'yes', wishes: 'yes' };
  const wording = centreWording({ centre: centre.name, items: centreItems(all) });
  const body = <TakePage {...{ centre, wording, values, problems }} />;
  const crumb = { href: organisations.one(centreId, centre.name), label: centre.name };
  return { title: takeTitle, noindex: true, crumb, body };
}
