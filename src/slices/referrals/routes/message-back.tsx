import type { Ctx } from '../../../platform/ctx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { byId, get, json, page, type Route } from '../../../platform/http/route.ts';
import { drawPaper } from '../../../ui/paper.tsx';
import { cardFacts, cardsByIds } from '../../register/door.ts';
import { readReferral } from '../actions/reading.ts';
import { MessageBackPage, MessageWords, messageBackTitle } from '../pages/message-back.tsx';
import { type MessageBack, messageBackOf } from '../rules/message-back.ts';
import { referrals } from '../urls.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const sender = 'whoever sent it';

export const routes: readonly Route[] = [
  get('/referrals/:id/message-back', sender, { params: byId }, async (ctx, { params }) => {
    const message = await messageBack(ctx, params.id);
    const hasPdf = ctx.makePdf !== undefined;
    const body = <MessageBackPage {...{ id: params.id, message, hasPdf }} />;
    const crumb = { href: referrals.one(params.id), label: 'The referral' };
    return page({ title: messageBackTitle(message), noindex: true, crumb, body }, 200, noStore);
  }),

  get('/referrals/:id/message-back.json', sender, { params: byId }, async (ctx, { params }) =>
    json(await messageBack(ctx, params.id), 200, noStore),
  ),

  get('/referrals/:id/message-back.pdf', sender, { params: byId }, async (ctx, { params }) => {
    const message = await messageBack(ctx, params.id);
    if (!ctx.makePdf) throw new NotFound('PDF here: print the page instead');
    const title = messageBackTitle(message);
    const body = await ctx.makePdf(
      drawPaper({ title, lang: 'en-GB', body: <MessageWords message={message} /> }),
    );
    const name = `message-back-${message.referrer_details.reference}.pdf`;
    const headers = { ...noStore.headers, 'Content-Disposition': `inline; filename="${name}"` };
    return { kind: 'bytes', status: 200, body, type: 'application/pdf', headers };
  }),
];

/** In the heads of the social prescribing standard, for filing with the record of whoever sent it. */
async function messageBack(ctx: Ctx, id: string): Promise<MessageBack> {
  const read = await readReferral(ctx, id);
  if (read.side !== 'sender' || !read.details) throw new NotFound('message');
  const { one } = read;
  const cards = await cardsByIds(ctx.db.open, [one.organisationId, one.receiverId]);
  const [facts] = await cardFacts(ctx.db.open, [one.serviceId]);
  return messageBackOf({
    ...{ one, details: read.details, need: read.need ?? '', story: read.story ?? '', steps: read.steps },
    ...{ agreed: read.agreed, service: facts?.service.name ?? '' },
    from: cards.get(one.organisationId)?.name ?? '',
    to: cards.get(one.receiverId)?.name ?? '',
  });
}
