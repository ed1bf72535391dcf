import { addService } from '../../slices/register/actions/service.ts';
import { describeService } from '../../slices/register/actions/service-details.ts';
import { answerFirstLook } from '../../slices/register/actions/trusting.ts';
import { organisation } from '../../slices/register/door.ts';
import type { ChangeService } from '../../slices/register/words/records.ts';
import type { DemoService } from '../region/shapes.ts';
import type { StagedCentre } from './bodies.ts';
import type { Stage } from './stage.ts';

/** Writes down what a group offers, as its organiser. */
export async function offer(
  stage: Stage,
  service: DemoService,
  by: { organisationId: string; organiser: string; at: Date; centres: readonly StagedCentre[] },
): Promise<void> {
  const ctx = stage.as(by.organiser, by.at);
  const id = await addService(ctx, by.organisationId, shortForm(service));
  const { schedules, place, coversBoroughs, languages, access } = service;
  await describeService(ctx, id, {
    languages,
    access,
    ...(schedules.length > 1
      ? { schedules: schedules.map(({ days, opens, closes, note = '' }) => ({ days, opens, closes, note })) }
      : {}),
    ...(place ? { place } : {}),
    ...(coversBoroughs ? { areaCodes: coversBoroughs } : {}),
  });
  const { trusted, homeCentreId } = await organisation(ctx.db.open, by.organisationId);
  const home = by.centres.find((centre) => centre.id === homeCentreId);
  if (trusted || !home) return;
  await answerFirstLook(stage.as(home.worker, by.at), id, { answer: 'accepted', reason: '' });
}

function shortForm(service: DemoService): ChangeService {
  const [when] = service.schedules;
  return {
    name: service.name,
    status: service.status,
    status_note: service.statusNote ?? '',
    summary: service.summary,
    description: service.description,
    for_whom: service.forWhom,
    not_for: service.notFor ?? '',
    themes: service.themes,
    people_served: service.people,
    age_from: service.ages?.from ?? null,
    age_to: service.ages?.to ?? null,
    cost_words: service.cost.words,
    way_in: service.wayIn,
    wait_words: '',
    days: when?.days ?? [],
    opens: when?.opens ?? null,
    closes: when?.closes ?? null,
    when_note: when?.note ?? '',
    taking_referrals: service.takingReferrals,
    open_to_volunteers: service.openToVolunteers,
    version: 0,
  };
}
