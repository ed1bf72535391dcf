import type { LoopWords } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { services } from '../urls.ts';
import type { ServiceCheck, ServiceCheckState } from '../words/trusting.ts';

function checks(db: Db) {
  return db
    .selectFrom('register.service_check as checked')
    .innerJoin('register.service as service', 'service.id', 'service_id')
    .select(['checked.id', 'service_id', 'organisation_id', 'checked.state', 'wanted', 'reason', 'asked_at']);
}

export async function serviceCheckOptional(db: Db, serviceId: string): Promise<ServiceCheck | undefined> {
  const row = await checks(db).where('service_id', '=', serviceId).executeTakeFirst();
  return row && toCheck(row);
}

export async function serviceCheck(db: Db, serviceId: string): Promise<ServiceCheck> {
  const found = await serviceCheckOptional(db, serviceId);
  if (!found) throw notFound('first look')();
  return found;
}

/** What a group wrote and nobody has looked at yet, or what was sent back to it. */
export async function unseenServices(db: Db, organisationId: string) {
  return checks(db)
    .select('service.name')
    .where('organisation_id', '=', organisationId)
    .where('checked.state', 'in', ['waiting', 'returned'])
    .where('status', '=', 'draft')
    .orderBy('asked_at')
    .orderBy('checked.id')
    .execute();
}

/** At a home centre: what waits for its first look, and what went live since a day without one. */
export async function looksAt(db: Db, centreId: string, since: Date) {
  const rows = await checks(db)
    .innerJoin('register.organisation as group', 'group.id', 'organisation_id')
    .select(['service.name', 'service.summary', 'group.name as group_name'])
    .where('home_centre_id', '=', centreId)
    .where((is) =>
      is.or([
        is('checked.state', '=', 'waiting'),
        is.and([is('checked.state', '=', 'live_at_once'), is('asked_at', '>=', since)]),
      ]),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('checked.id')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    ...toCheck(row),
    name: row.name,
    summary: row.summary,
    groupName: row.group_name,
  }));
}

export async function describeLooks(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await checks(db)
    .innerJoin('register.organisation as group', 'group.id', 'organisation_id')
    .select(['service.name', 'group.name as group_name', 'home_centre_id'])
    .where('checked.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    thingId: row.id,
    title: row.name,
    text: `${row.group_name} would like to offer it.`,
    url: services.look(row.service_id),
    action: 'Look at it',
    ...(row.home_centre_id && { answersId: row.home_centre_id }),
  }));
}

interface Row {
  id: string;
  service_id: string;
  organisation_id: string;
  state: string;
  wanted: string;
  reason: string;
  asked_at: Date;
}

const states: readonly ServiceCheckState[] = [
  ...(['waiting', 'returned', 'accepted', 'taken_back', 'live_at_once', 'looked_at'] as const),
];

function toCheck(row: Row): ServiceCheck {
  return {
    id: row.id,
    serviceId: row.service_id,
    organisationId: row.organisation_id,
    state: states.find((state) => state === row.state) ?? 'accepted',
    wanted: row.wanted,
    reason: row.reason,
    askedAt: row.asked_at,
  };
}
