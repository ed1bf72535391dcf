import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { get, kept, page, type Route } from '../../../platform/http/route.ts';
import { YouthPage, type YouthView, youthTitle } from '../pages/youth.tsx';
import { youthCoverage } from '../queries/youth.ts';
import { roles } from '../urls.ts';

export const routes: readonly Route[] = [
  kept(
    get('/roles/young', 'anyone', {}, async (ctx) =>
      page({
        title: youthTitle,
        crumb: { href: roles.all(), label: 'Volunteering roles' },
        body: <YouthPage view={await youthView(ctx)} />,
      }),
    ),
  ),
];

async function youthView(ctx: Ctx): Promise<YouthView> {
  const rows = await youthCoverage(ctx.db.replica, dayOf(ctx.now));
  const boroughs = rows.filter(({ id }) => id !== null);
  const without = boroughs.filter(({ under18 }) => under18 === 0).length;
  const all = rows.reduce((sum, { under18 }) => sum + under18, 0);
  const open = all === 1 ? 'One live role is open' : `${all} live roles are open`;
  const gap =
    without === 0
      ? 'Every borough has one.'
      : `${without === 1 ? 'One borough has' : `${without} boroughs have`} none yet.`;
  return {
    lead: `${open} to somebody under 18. ${gap}`,
    boroughs: boroughs.map((one) => ({
      ...{ id: one.code, name: one.name, under18: String(one.under18), under16: String(one.under16) },
      from: one.from === null ? 'none' : String(one.from),
    })),
    elsewhere: rows.find(({ id }) => id === null)?.under18 ?? 0,
  };
}
