import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords } from '../../../platform/dates.ts';
import { EdgeError } from '../../../platform/errors.ts';
import { parse } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
import { get, page, post, type Route, redirect, textReply } from '../../../platform/http/route.ts';
import { knownNetwork } from '../../network/door.ts';
import { cardFacts, cardsByIds, cardWords } from '../../register/door.ts';
import { makeSheet } from '../actions/signpost.ts';
import { SignpostListPage } from '../pages/list.tsx';
import { sheetAsText } from '../pages/say.ts';
import { SignpostSheetPage } from '../pages/sheet.tsx';
import { signpost } from '../urls.ts';
import { type Card, type Helper, ReadSheet, Sheet } from '../words/signpost.ts';

/** Nobody makes so many sheets in an hour; who does gets them, and they are not counted. */
const oftenEnough = limited({ burst: 60, seconds: 3600 });

export const routes: readonly Route[] = [
  get('/signpost', 'anyone', { query: Sheet }, async (ctx, { query }) => {
    const { sheet, cards, isShort } = await read(ctx, query);
    return page({
      title: 'A sheet for somebody',
      noindex: true,
      body: <SignpostListPage sheet={sheet} cards={cards} isShort={isShort} />,
    });
  }),

  post('/signpost', 'anyone', { fields: ['s', 'old', 'size', 'lang'] }, async (ctx, { form, request }) => {
    const sheet = parse(Sheet, form);
    if (sheet.s.length === 0) return redirect(signpost.list());
    if (isCounted(request.address, ctx.machineNow)) await makeSheet(ctx, sheet.s);
    return redirect(signpost.sheet(sheet));
  }),

  get('/signpost/sheet', 'anyone', { query: ReadSheet }, async (ctx, { query }) => {
    const { sheet, cards } = await read(ctx, query);
    if (cards.length === 0) return redirect(signpost.list());
    const link = ctx.publicUrl + signpost.sheet(sheet);
    const helper = await helperOf(ctx, cards);
    if (query.as === 'text') {
      return textReply(sheetAsText(sheet, { cards, helper, link }), 'text/plain', 200, privately);
    }
    const { name } = await knownNetwork(ctx.db);
    const printedOn = dayWords(ctx.now, new Date(0));
    const body = <SignpostSheetPage {...{ sheet, cards, helper, link, printedOn }} networkName={name} />;
    return page({ title: 'Places that can help you', noindex: true, body });
  }),
];

const privately = { headers: { 'x-robots-tag': 'noindex' } };

/** The sheet with what is still public of it. */
async function read(ctx: Ctx, asked: Sheet): Promise<{ sheet: Sheet; cards: Card[]; isShort: boolean }> {
  const facts = await cardFacts(ctx.db.open, asked.s);
  const cards = facts.map((one) => cardWords(one, ctx.now));
  const s = cards.map(({ id }) => id);
  const old = asked.old.filter((id) => s.includes(id));
  const sheet = { s, old, size: asked.size, lang: asked.lang };
  return { sheet, cards, isShort: s.length < asked.s.length };
}

/** The centre that looks after the first of them, or the hub. */
async function helperOf(ctx: Ctx, cards: readonly Card[]): Promise<Helper> {
  const ids = cards.flatMap(({ homeCentreId }) => homeCentreId ?? []);
  const centres = await cardsByIds(ctx.db.open, ids);
  const centre = ids.map((id) => centres.get(id)).find((one) => one && one.phone !== '');
  if (centre) return { name: centre.name, phone: centre.phone };
  const { hubName, hubPhone } = await knownNetwork(ctx.db);
  return { name: hubName, phone: hubPhone };
}

function isCounted(address: string, now: Date): boolean {
  try {
    oftenEnough(address, now);
    return true;
  } catch (problem) {
    if (problem instanceof EdgeError) return false;
    throw problem;
  }
}
