import { newId } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db/open.ts';
import { dayIn } from './coming-days.ts';
import { now } from './db.ts';

/** A fair of a centre with one role, and a day that an employer asks for, with places at a group. */
export async function someDays(
  owner: Db,
  of: { centre: string; employer: string; host: string; role: string },
): Promise<{ drive: string; employerDay: string; employerOffer: string }> {
  const [drive, employerDay, employerOffer] = [newId(), newId(), newId()];
  await owner
    .insertInto('volunteering.drive')
    .values({ id: drive, centre_id: of.centre, title: 'Winter fair', on_day: dayIn(20), made_at: now })
    .execute();
  await owner
    .insertInto('volunteering.drive_role')
    .values({ drive_id: drive, role_id: of.role, places: 2 })
    .execute();
  await owner
    .insertInto('volunteering.employer_request')
    .values({
      ...{ id: employerDay, organisation_id: of.employer, title: 'Hens for a day', size: 3 },
      ...{ on_day: dayIn(20), state_since: now, made_at: now },
    })
    .execute();
  await owner
    .insertInto('volunteering.employer_offer')
    .values({
      ...{ id: employerOffer, request_id: employerDay, organisation_id: of.host, places: 2 },
      ...{ cost_each_pence: 400, words: 'Peel.', made_at: now },
    })
    .execute();
  return { drive, employerDay, employerOffer };
}
