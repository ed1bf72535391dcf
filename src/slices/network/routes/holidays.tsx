import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { addDays, dayOf } from '../../../platform/dates.ts';
import { NotFound, type Problems } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import {
  type FormBody,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
  textReply,
} from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { addHoliday, chooseNation, removeHoliday } from '../actions/holidays.ts';
import { HolidaysPage } from '../pages/settings/holidays.tsx';
import type { Remembered } from '../pages/settings/page.tsx';
import { canChangeSettings } from '../permits.ts';
import { holidaysFrom, network } from '../queries.ts';
import { shades, whyNotColour } from '../rules/colour.ts';
import { settings } from '../urls.ts';
import { AddHoliday, RemoveHoliday, SetNation } from '../words/settings.ts';
import { again } from './settings.tsx';

const crumb = { href: settings.all(), label: 'Settings' };
const forever = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const ByColour = z.object({ colour: z.string().regex(/^[0-9a-f]{6}$/) });

export const routes: readonly Route[] = [
  get(settings.holidays(), 'the coordinator', {}, async (ctx) => page(await holidaysPage(ctx, {}))),

  post(settings.holidays(), 'the coordinator', { fields: ['nation', 'version'] }, async (ctx, { form }) => {
    permit(canChangeSettings(ctx.actor));
    return answerForm(
      SetNation,
      form,
      async (input) => {
        await chooseNation(ctx, input);
        return redirect(settings.holidays());
      },
      (problems, stale) => holidaysPage(ctx, { nation: again(form, problems, stale) }),
    );
  }),

  post(settings.addHoliday(), 'the coordinator', { fields: ['day', 'name'] }, async (ctx, { form }) => {
    permit(canChangeSettings(ctx.actor));
    return answerForm(
      AddHoliday,
      form,
      async (input) => {
        await addHoliday(ctx, input);
        return redirect(settings.holidays());
      },
      (problems) => holidaysPage(ctx, { added: { values: form, problems } }),
    );
  }),

  post(settings.removeHoliday(), 'the coordinator', { fields: ['day'] }, async (ctx, { form }) => {
    permit(canChangeSettings(ctx.actor));
    return answerForm(
      RemoveHoliday,
      form,
      async ({ day }) => {
        await removeHoliday(ctx, day);
        return redirect(settings.holidays());
      },
      (problems) => holidaysPage(ctx, { added: { problems } }),
    );
  }),

  get('/look/:colour', 'anyone', { params: ByColour }, (_ctx, { params }) => {
    const colour = `#${params.colour}`;
    if (whyNotColour(colour)) throw new NotFound('colour');
    return textReply(sheetOf(colour), 'text/css', 200, { headers: forever });
  }),
];

/** Outside every layer, so it counts more than the tokens of the sheet; plain first, for browsers without pairs. */
function sheetOf(colour: string): string {
  const { bar, barByNight, buttonByNight } = shades(colour);
  return `:root { --bar: ${bar}; --pine: ${bar} }
@supports (color: light-dark(#000, #fff)) {
:root { --bar: light-dark(${bar}, ${barByNight}); --pine: light-dark(${bar}, ${buttonByNight}) }
}
`;
}

interface Shown {
  nation?: Remembered;
  added?: { values?: FormBody; problems?: Problems };
}

async function holidaysPage(ctx: Ctx, { nation, added = {} }: Shown): Promise<Page> {
  permit(canChangeSettings(ctx.actor));
  const of = await network(ctx.db.open);
  const days = await holidaysFrom(ctx.db.open, dayOf(ctx.now));
  const inAYear = dayOf(addDays(ctx.now, 365));
  const title = 'Bank holidays';
  const body = (
    <HolidaysPage
      title={title}
      nation={nation ?? { values: { nation: of.nation }, version: of.version }}
      days={days.filter(({ day }) => day <= inAYear)}
      now={ctx.now}
      added={added}
    />
  );
  return { title, noindex: true, crumb, current: settings.all(), body };
}
