import type { Ctx } from '../../../../platform/ctx.ts';
import type { Problems } from '../../../../platform/errors.ts';
import { answerForm } from '../../../../platform/forms.ts';
import { limited } from '../../../../platform/http/limits.ts';
import {
  type FormBody,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../../../platform/http/route.ts';
import { humanFields, withoutMarks } from '../../../../platform/human/look.ts';
import { stampFor } from '../../../../platform/human/stamp.ts';
import { areaAndAbove, areaByCodeOptional, findPlace } from '../../../areas/door.ts';
import { network } from '../../../network/door.ts';
import { cardsByIds } from '../../../register/door.ts';
import { presentLeads, raiseConcern } from '../../actions/concern/raising.ts';
import { NumbersPage, numbersTitle, WorriedPage, worriedTitle } from '../../pages/concern/worried.tsx';
import { knownHelpOptional, knownReferralOptional } from '../../queries/concern/about.ts';
import { hubIds, safetyNumbersOptional } from '../../queries/concern/leads.ts';
import { concerns } from '../../urls.ts';
import { AreaAndCode, RaiseConcern, WorryAbout } from '../../words/concern.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const oftenEnough = limited({ burst: 20, seconds: 3600 });

export const routes: readonly Route[] = [
  get('/worried', 'anyone', { query: WorryAbout }, async (ctx, { query }) =>
    page(await worriedPage(ctx, query), 200, noStore),
  ),

  post(
    '/worried',
    'anyone',
    { fields: [...Object.keys(RaiseConcern.shape), ...humanFields] },
    async (ctx, { form: sent, request }) => {
      oftenEnough(request.address, ctx.machineNow);
      const form = withoutMarks(sent);
      return answerForm(
        RaiseConcern,
        form,
        async (input) => {
          const { known, area } = await aboutOf(ctx, WorryAbout.parse(input));
          const code = await raiseConcern(ctx, {
            ...{ id: input.id, facts: input.facts, contact: input.contact, areaCode: area?.code ?? '' },
            ...known,
          });
          return redirect(concerns.numbers(area?.code ?? '', code, known.bodies[0]));
        },
        (problems) => worriedPage(ctx, WorryAbout.parse(form), { values: form, problems }),
      );
    },
  ),

  get('/worried/numbers', 'anyone', { query: AreaAndCode }, async (ctx, { query }) => {
    const area = await areaByCodeOptional(ctx.db.open, query.area);
    const body = <NumbersPage {...(await ring(ctx, area, query.to ? [query.to] : []))} code={query.code} />;
    return page({ title: numbersTitle, noindex: true, body }, 200, noStore);
  }),
];

/** The tick on another form: there is nothing to read yet but that somebody is worried. */
export async function worryAbout(
  ctx: Ctx,
  of: { request: string; area: string; to: string },
): Promise<string> {
  return raiseConcern(ctx, {
    ...{ id: of.request, areaCode: of.area, facts: '', contact: '' },
    ...{ helpRequestId: of.request, bodies: [of.to] },
  });
}

interface Remembered {
  values?: FormBody;
  problems?: Problems;
}

async function worriedPage(ctx: Ctx, about: WorryAbout, again: Remembered = {}): Promise<Page> {
  const { known, area, problem } = await aboutOf(ctx, about);
  const problems = again.problems ?? (problem === undefined ? undefined : { near: problem });
  const body = (
    <WorriedPage
      {...(await ring(ctx, area, known.bodies))}
      {...{ values: again.values ?? about, problems, near: problem === undefined ? about.near : '' }}
      id={typeof again.values?.id === 'string' ? again.values.id : ctx.newId()}
      request={known.helpRequestId ?? ''}
      referral={known.referralId ?? ''}
      stamp={stampFor(ctx, 'raise-concern')}
    />
  );
  return { title: worriedTitle, noindex: about.near !== '', body };
}

/** What the worry is about, as far as this reader may know it, and where. */
async function aboutOf(ctx: Ctx, about: WorryAbout) {
  const known = await ctx.db.read(async (db) => {
    const request = about.request ? await knownHelpOptional(db, about.request) : undefined;
    const referral = about.referral ? await knownReferralOptional(db, about.referral) : undefined;
    return {
      ...{ helpRequestId: request?.id, referralId: referral?.id, areaCode: request?.areaCode ?? '' },
      bodies: bodiesOf(ctx, [...(referral?.sides ?? []), ...(request?.sides ?? [])]),
    };
  });
  const { areaCode, ...rest } = known;
  if (about.near.trim() === '') {
    return { known: rest, area: await areaByCodeOptional(ctx.db.open, areaCode), problem: undefined };
  }
  const answer = await findPlace(ctx.db.open, about.near);
  if ('problem' in answer) return { known: rest, area: undefined, problem: answer.problem };
  const code = answer.place.areaCode ?? '';
  return { known: rest, area: await areaByCodeOptional(ctx.db.open, code), problem: undefined };
}

/** One's own organisation comes first: its lead knows whom it is about. */
function bodiesOf({ actor }: Ctx, sides: readonly string[]): string[] {
  const own = actor.positions.map((held) => held.organisationId);
  const mine = sides.filter((id) => own.includes(id));
  const rest = sides.filter((id) => !own.includes(id));
  return [...new Set([...mine, ...(sides.length === 0 ? own : []), ...rest])];
}

async function ring(ctx: Ctx, area: { id: string; name: string } | undefined, bodies: readonly string[]) {
  const up = area ? await areaAndAbove(ctx.db.open, area.id) : [];
  const numbers = await safetyNumbersOptional(
    ctx.db.open,
    up.map(({ id }) => id),
  );
  const leads = await presentLeads(ctx.db.open, [...new Set([...bodies, ...(await hubIds(ctx.db.open))])]);
  const cards = await cardsByIds(
    ctx.db.open,
    leads.map((lead) => lead.organisationId),
  );
  const { hubName, hubPhone } = await network(ctx.db.open);
  return {
    ...{ areaName: area?.name ?? '', numbers, hub: { name: hubName, phone: hubPhone } },
    leads: leads.map(({ organisationId, phone }) => ({
      ...{ organisation: cards.get(organisationId)?.name ?? '', phone },
    })),
  };
}
