import type { Ctx } from '../../../../platform/ctx.ts';
import { addDays, dayOf } from '../../../../platform/dates.ts';
import { answerForm, type Remembered } from '../../../../platform/forms.ts';
import { get, type Page, page, post, type Route, redirect } from '../../../../platform/http/route.ts';
import { permit } from '../../../../platform/permit.ts';
import { areaAndAbove } from '../../../areas/door.ts';
import { people } from '../../../people/urls.ts';
import { forgetWishes, keepWishes } from '../../actions/matching/wishes.ts';
import { MatchesPage, type MatchesView, matchesTitle } from '../../pages/matching/matches.tsx';
import { WishesPage, wishesTitle } from '../../pages/matching/wishes.tsx';
import { canSayWishes } from '../../permits/matching.ts';
import { matchesFor } from '../../queries/matching/best.ts';
import { newMatches } from '../../queries/matching/night.ts';
import { volunteerOptional } from '../../queries/matching/volunteer.ts';
import { matchWeights } from '../../queries/matching/weights.ts';
import { timesOnly, wishesOf } from '../../rules/matching/wanted.ts';
import { weightsSentence } from '../../rules/matching/weights-words.ts';
import { emptyWishes, wishesAsForm } from '../../rules/matching/wishes-form.ts';
import { volunteer } from '../../urls/matching.ts';
import { FindMatches, type Wishes, WriteWishes } from '../../words/matching.ts';
import { matchRows } from './shown.ts';

const fields = [
  ...['place', 'miles', 'from_home', 'adult', 'born_on', 'times', 'causes', 'skills', 'needs'],
  ...['times_matter', 'near_matters', 'skills_matter', 'cause_matters', 'version'],
];
const [perPage, mostShown, newDays] = [20, 100, 7];
const crumb = { href: people.me(), label: 'Your page' };

export const routes: readonly Route[] = [
  get('/volunteer', 'the person', {}, async (ctx) => page(await wishesPage(ctx, {}))),

  post('/volunteer', 'the person', { fields }, async (ctx, { form }) => {
    whoIs(ctx);
    return answerForm(
      WriteWishes,
      form,
      async (input) => {
        await keepWishes(ctx, input);
        return redirect(volunteer.matches());
      },
      (problems) => wishesPage(ctx, { values: form, problems }),
    );
  }),

  post('/volunteer/forget', 'the person', { fields: [] }, async (ctx) => {
    await forgetWishes(ctx);
    return redirect(volunteer.wishes());
  }),

  get('/volunteer/matches', 'the person', { query: FindMatches }, async (ctx, { query }) =>
    page({
      ...{ title: matchesTitle, noindex: true, crumb },
      body: <MatchesPage view={await matchesView(ctx, query)} />,
    }),
  ),
];

function whoIs(ctx: Ctx): string {
  permit(canSayWishes(ctx.actor));
  return ctx.actor.personId ?? '';
}

async function wishesPage(ctx: Ctx, { values, problems }: Remembered): Promise<Page> {
  const personId = whoIs(ctx);
  const one = await ctx.db.read((db) => volunteerOptional(db, personId));
  const before = one ? wishesAsForm(one) : emptyWishes;
  const body = (
    <WishesPage
      version={one?.version ?? 0}
      said={one !== undefined}
      values={values ?? before}
      problems={problems}
    />
  );
  return { title: wishesTitle, noindex: true, crumb, body };
}

async function matchesView(ctx: Ctx, query: FindMatches): Promise<MatchesView | undefined> {
  const personId = whoIs(ctx);
  const since = addDays(ctx.now, -newDays);
  const own = await ctx.db.read(async (db) => ({
    one: await volunteerOptional(db, personId),
    fresh: new Set(await newMatches(db, personId, since)),
  }));
  if (!own.one) return undefined;
  const db = ctx.db.replica;
  const areas = own.one.areaId === null ? [] : await areaAndAbove(db, own.one.areaId);
  const areaIds = areas.map(({ id }) => id);
  const wishes = triedOut(wishesOf(own.one, dayOf(ctx.now), areaIds), query);
  const weights = await matchWeights(db);
  const found = await matchesFor(db, wishes, {
    ...{ weights, today: dayOf(ctx.now), limit: query.show + 1 },
    atTheirTimes: query.when !== undefined,
  });
  const shown = found.slice(0, query.show);
  const hasMore = found.length > query.show && query.show < mostShown;
  return {
    rows: await matchRows(ctx, shown, own.fresh),
    values: { when: query.when, ...asText(wishes.matters) },
    line: hasMore ? `The best ${shown.length}` : shown.length === 1 ? '1 role' : `${shown.length} roles`,
    next: hasMore
      ? { href: volunteer.matches({ ...query, show: query.show + perPage }), label: `The next ${perPage}` }
      : undefined,
    weights: weightsSentence(weights),
  };
}

/** What matters for this one look. */
function triedOut(wishes: Wishes, { when, times, near, skills, cause }: FindMatches): Wishes {
  const { matters } = wishes;
  return {
    ...wishes,
    times: when === undefined ? wishes.times : timesOnly(when),
    matters: {
      ...{ times: times ?? matters.times, near: near ?? matters.near },
      ...{ skills: skills ?? matters.skills, cause: cause ?? matters.cause },
    },
  };
}

function asText(matters: Wishes['matters']): Record<string, string> {
  return Object.fromEntries(Object.entries(matters).map(([name, value]) => [name, String(value)]));
}
