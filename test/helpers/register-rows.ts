import type { Db } from '../../src/platform/db/open.ts';

/** All rows an import may touch, without what counts changes: the version, and when something changed. */
export async function registerRows(owner: Db) {
  const organisations = await owner.selectFrom('register.organisation').selectAll().orderBy('id').execute();
  const services = await owner.selectFrom('register.service').selectAll().orderBy('id').execute();
  const documents = await owner.selectFrom('directory.document').selectAll().orderBy('id').execute();
  const sources = owner.selectFrom('register.source').selectAll();
  return {
    organisations: organisations.map(withoutCount),
    services: services.map(withoutCount),
    documents: documents.map((row) => ({ ...withoutCount(row), area_ids: row.area_ids.toSorted() })),
    names: await owner
      .selectFrom('register.organisation_name')
      .selectAll()
      .orderBy('organisation_id')
      .orderBy('name')
      .execute(),
    numbers: await owner
      .selectFrom('register.identifier')
      .selectAll()
      .orderBy('scheme')
      .orderBy('number')
      .execute(),
    areas: await owner
      .selectFrom('register.organisation_area')
      .selectAll()
      .orderBy('organisation_id')
      .orderBy('area_id')
      .execute(),
    locations: await owner.selectFrom('register.location').selectAll().orderBy('id').execute(),
    schedules: await owner.selectFrom('register.schedule').selectAll().orderBy('id').execute(),
    held: await owner
      .selectFrom('register.service_location')
      .selectAll()
      .orderBy('service_id')
      .orderBy('location_id')
      .execute(),
    sources: await sources.orderBy('source').orderBy('source_id').orderBy('thing_kind').execute(),
    places: await owner
      .selectFrom('directory.place')
      .selectAll()
      .orderBy('document_id')
      .orderBy('number')
      .execute(),
  };
}

function withoutCount<Row extends object>(row: Row): Omit<Row, 'changed_at' | 'version'> {
  return { ...row, ...{ changed_at: undefined, version: undefined } };
}
