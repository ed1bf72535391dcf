import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { get, kept, page, type Route, redirect } from '../../../platform/http/route.ts';
import { areaAndAbove, areaByCodeOptional, areasByIds, findPlace, type Place } from '../../areas/door.ts';
import { directory } from '../../directory/urls.ts';
import { causes } from '../lists/causes.ts';
import { when } from '../lists/times.ts';
import { RolesPage, type RolesView } from '../pages/list.tsx';
import { findRoles } from '../queries/list.ts';
import { ageWords } from '../rules/ages.ts';
import { ageOn, birthdayIn } from '../rules/matching/wanted.ts';
import { farWords, whenWords } from '../rules/say.ts';
import { roles } from '../urls.ts';
import { FindRoles, type ListedRole } from '../words/list.ts';

const perPage = 20;
const title = 'Volunteering roles';

export const routes: readonly Route[] = [
  kept(
    get('/roles', 'anyone', { query: FindRoles }, async (ctx, { query }) => {
      // A birthday is no word for an address that one passes on.
      const born = birthdayIn(query.age);
      if (born) return redirect(roles.all({ ...query, age: ageOn(born, dayOf(ctx.now)) }));
      const view = await rolesView(ctx, query);
      return page({
        title,
        noindex: Object.values(query).some((value) => value !== '' && value !== undefined),
        body: <RolesPage view={view} />,
      });
    }),
  ),
];

async function rolesView(ctx: Ctx, query: FindRoles): Promise<RolesView> {
  const { near, notice, areaIds } = await whereAsked(ctx, query.near);
  const age = readAge(query.age);
  const asked = {
    cause: Object.hasOwn(causes, query.cause) ? query.cause : undefined,
    when: Object.hasOwn(when, query.when) ? query.when : undefined,
    age: age.age,
    home: query.home === 'yes',
    near: near?.plane,
    areaIds,
    today: dayOf(ctx.now),
    after: readCursor(query.after),
    limit: perPage,
  };
  const found = await findRoles(ctx.db.replica, asked);
  const shown = found.slice(0, perPage);
  const last = found.length > perPage ? shown.at(-1) : undefined;
  const { after: _, ...words } = query;
  const next = last && { ...words, after: `${last.first}_${last.id}` };
  return {
    title,
    lead: leadOf(near, age.age),
    values: words,
    notices: [notice, age.problem].filter((one) => one !== undefined),
    rows: await rowsOf(ctx, shown),
    line: lineOf(shown.length, { isFirst: asked.after === undefined, isLast: last === undefined }),
    next: next && { href: roles.all(next), label: `The next ${perPage}` },
    embed: `${directory.makeBox()}?kind=role`,
    welcoming: directory.search({ open_to: 'volunteers' }),
  };
}

function lineOf(count: number, page: { isFirst: boolean; isLast: boolean }): string {
  if (!page.isFirst) return 'More roles';
  const found = count === 1 ? '1 role' : `${count} roles`;
  return page.isLast ? found : `The first ${found}`;
}

function leadOf(near: Place | undefined, age: number | undefined): string {
  const first = near
    ? `Nearest to ${near.label} first.`
    : 'What groups look for people to do, the newest first.';
  return age === undefined ? first : `${first} Only roles open to somebody of ${age}.`;
}

/** The place somebody means, and the areas it lies in: what is shared with those only is found from there. */
async function whereAsked(ctx: Ctx, typed: string) {
  if (typed === '') return { near: undefined, notice: undefined, areaIds: [] };
  const db = ctx.db.replica;
  const answer = await findPlace(db, typed);
  if ('problem' in answer) return { near: undefined, notice: answer.problem, areaIds: [] };
  const { place, note } = answer;
  const area = place.areaCode ? await areaByCodeOptional(db, place.areaCode) : undefined;
  const around = area ? await areaAndAbove(db, area.id) : [];
  return { near: place, notice: note, areaIds: around.map(({ id }) => id) };
}

function readAge(typed: string): { age?: number; problem?: string } {
  if (typed === '') return {};
  const age = /^\d{1,3}$/.test(typed) ? Number(typed) : undefined;
  return age !== undefined && age <= 120
    ? { age }
    : { problem: 'That is no age, so roles for every age are shown. Write it in figures, like 15.' };
}

const Cursor = z.object({ first: z.coerce.number(), id: z.uuid() });

function readCursor(text: string): { first: number; id: string } | undefined {
  const [first, id] = text.split('_');
  return Cursor.safeParse({ first, id }).data;
}

async function rowsOf(ctx: Ctx, found: readonly ListedRole[]): Promise<RolesView['rows']> {
  const ids = [...new Set(found.flatMap(({ areaId }) => areaId ?? []))];
  const areas = new Map((await areasByIds(ctx.db.replica, ids)).map(({ id, name }) => [id, name]));
  return found.map((one) => {
    const place = one.home
      ? 'From home'
      : [one.venue, areas.get(one.areaId ?? '')].filter((part) => part).join(', ');
    return {
      id: one.id,
      title: one.title,
      summary: one.summary,
      far: farWords(one.distanceM, one.precise),
      kind: [one.organisationName, place, whenWords(one.times), ageWords(one)].filter(
        (words) => words !== '',
      ),
      urgent: one.urgent,
    };
  });
}
