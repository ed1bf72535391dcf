import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid } from '../../../platform/errors.ts';
import { areaAndAbove, areaByCodeOptional, findPlace, readPostcode } from '../../areas/door.ts';
import { accessibilityMeans } from '../lists/accessibility.ts';
import { causeThemes } from '../lists/causes.ts';
import { homeAreaOptional } from '../queries/where.ts';
import { whyNotAges } from '../rules/ages.ts';
import { workOutCheck } from '../rules/checks.ts';
import { daysWarned, lastDay, whyNotSession, whyNotUntil } from '../rules/until.ts';
import type { WriteRole } from '../words/role.ts';

/** The columns of an activity as the form gives them, with its point and borough worked out now. */
export async function activityColumns(tx: Tx, ctx: Ctx, input: WriteRole) {
  const causes = [...new Set([input.cause, ...(input.also_cause ? [input.also_cause] : [])])];
  return {
    title: input.activity_title || input.title,
    summary: input.summary,
    causes,
    themes: [...new Set(causes.map((cause) => causeThemes[cause]))],
    emergency: input.emergency,
    times: [...input.times],
    changed_at: ctx.now,
    ...(await placeColumns(tx, input)),
  };
}

const nowhere = { venue: '', address: '', postcode: '', lat: null, lon: null, plane: null, area_id: null };

async function placeColumns(tx: Tx, { place, venue, address, postcode }: WriteRole) {
  if (place !== 'elsewhere') return { place, ...nowhere };
  if (venue === '' && address === '')
    throw new Invalid({ venue: 'Say where it is, like “Tansy Street Hall”.' });
  const read = readPostcode(postcode);
  if (read.kind === 'wrong') throw new Invalid({ postcode: read.problem });
  if (read.kind === 'none')
    throw new Invalid({ postcode: 'Write the postcode of the place, like AV3 4QT, so that people find it.' });
  const answer = await findPlace(tx, postcode);
  if ('problem' in answer) throw new Invalid({ postcode: answer.problem });
  const { lat, lon, plane, areaCode } = answer.place;
  const area = areaCode ? await areaByCodeOptional(tx, areaCode) : undefined;
  return {
    ...{ place, venue, address, postcode: read.kind === 'whole' ? read.postcode : read.outcode },
    ...{ lat, lon, plane: sql<{ x: number; y: number }>`point(${plane.x}, ${plane.y})` },
    area_id: area?.id ?? null,
  };
}

/** The columns of a role as the form gives them. `days` are those that its activity has already. */
export async function roleColumns(
  tx: Tx,
  ctx: Ctx,
  input: WriteRole,
  about: { organisationId: string; areaId: string | null; days: readonly string[] },
) {
  const check = workOutCheck(input.duties, input.how_often === 'often');
  const ages = { minimumAge: input.minimum_age, maximumAge: input.maximum_age };
  const untilDay = lastDay(input.until_day, about.days, input.times.length > 0, ctx.now);
  const why = whyNotUntil(untilDay, ctx.now);
  const problems = {
    ...whyNotAges(ages, { youngReady: input.young_ready, dbsLevel: check.level }),
    ...(why ? { until_day: why } : {}),
  };
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return {
    ...{ title: input.title, summary: input.summary, description: input.description },
    ...{ commitment: input.commitment, minimum_age: input.minimum_age, maximum_age: input.maximum_age },
    ...{ young_ready: input.young_ready, requirements: [...input.requirements], skills: [...input.skills] },
    accessibility: [...input.accessibility],
    access: input.accessibility.flatMap((term) => accessibilityMeans[term] ?? []),
    ...{ duties: [...input.duties], how_often: input.how_often },
    ...{ dbs_level: check.level, dbs_reason: check.reason },
    ...{ dbs_decided_at: ctx.now, dbs_decided_by: ctx.actor.personId ?? null },
    ...(await shareColumns(tx, input, about)),
    ...{ useful: input.useful, urgent: input.urgent, places: input.places },
    ...{ until_day: untilDay, told_at: isNear(untilDay, ctx.now) ? ctx.now : null, changed_at: ctx.now },
  };
}

/** Whoever has just written a day that is near need not be told of it. */
function isNear(day: string, now: Date): boolean {
  return Date.parse(`${day}T12:00:00Z`) - now.getTime() < daysWarned * 86_400_000;
}

/** A role that is shared with less than everybody says why, and with which area. */
async function shareColumns(
  tx: Tx,
  { share, share_reason }: WriteRole,
  about: { organisationId: string; areaId: string | null },
) {
  if (share === 'network') return { share, share_reason: '', share_area_id: null };
  if (share_reason === '') {
    throw new Invalid({
      share_reason: 'Say why not everybody may find it. The network looks at the reasons.',
    });
  }
  const from = about.areaId ?? (await homeAreaOptional(tx, about.organisationId));
  const around = from ? await areaAndAbove(tx, from) : [];
  const area = around.find(({ level }) => level === share);
  if (!area) {
    throw new Invalid({
      share:
        share === 'borough'
          ? 'We do not know in which borough it is. Share it with the whole network.'
          : 'There are no parts of the region here. Choose the borough or the whole network.',
    });
  }
  return { share, share_reason, share_area_id: area.id };
}

/** The one day that the form of a new role may give. */
export function firstDay({ on_day, begins, ends }: WriteRole, now: Date) {
  if (on_day === null) return undefined;
  const why = whyNotSession(on_day, now);
  if (why) throw new Invalid({ on_day: why });
  if (begins === null) throw new Invalid({ begins: 'Say when it begins, like 9.30.' });
  if (ends === null) throw new Invalid({ ends: 'Say when it ends, like 14.00.' });
  if (ends <= begins) throw new Invalid({ ends: `It begins at ${begins}, so it has to end after that.` });
  return { on_day, begins, ends };
}
