import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import type { DirectoryRow } from '../rules/directory-row.ts';
import { orukOrganisation, orukPlace, orukService, orukTimes, type Reading } from '../rules/oruk.ts';
import { type Item, Unreadable } from '../words/import.ts';
import { OrukFile, OrukService } from '../words/oruk.ts';
import { digestOf, type Given, postcodeOf } from './organisations.ts';

/** Services of Open Referral UK as JSON: a page of a feed, or an array. Such a page is small enough to be held. */
export async function orukItems(ctx: Ctx, given: Given): Promise<Item<DirectoryRow>[]> {
  const reading = { today: dayOf(ctx.now), postcodeOf };
  const items: Item<DirectoryRow>[] = [];
  for (const [file, path] of given.paths.entries()) {
    const services = OrukFile.safeParse(await parseJson(path));
    if (!services.success) throw new Unreadable(`${basename(path)} holds no list of services.`);
    for (const [index, service] of services.data.entries()) {
      items.push({
        file,
        line: index + 1,
        ...orukItem(service, { ...reading, source: given.source, line: index + 1 }),
      });
    }
  }
  return items;
}

async function parseJson(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new Unreadable(`There is no file ${path}.`);
  try {
    return JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch {
    throw new Unreadable(`${basename(path)} is no JSON.`);
  }
}

/** One service as a row of a directory, wherever it was read. */
export function orukItem(
  given: unknown,
  around: Reading & { source: string; line: number },
): { row: DirectoryRow } | { reason: string } {
  const parsed = OrukService.safeParse(given);
  if (!parsed.success) return { reason: lackOf(parsed.error.issues[0]?.path.join('.') ?? '') };
  const said = parsed.data;
  const service = orukService(said, around);
  if ('reason' in service) return service;
  const organisation = orukOrganisation(said.organization, around);
  if ('reason' in organisation) return organisation;

  const { source, line } = around;
  const { organisationId: _id, organisationName: _name, place: _place, ...read } = service.row;
  const schedules = [...read.schedules, ...(said.schedules ?? []).map(orukTimes)];
  const holderId = organisation.row.sourceId;
  const places = (said.service_at_locations ?? []).flatMap(({ location }) => {
    const place = location && orukPlace(location, around);
    return location && place ? [{ id: location.id, place }] : [];
  });
  return {
    row: {
      organisation: { ...organisation.row, line, source, digest: digestOf(organisation.row) },
      service: {
        ...read,
        schedules,
        line,
        source,
        holder: { source, sourceId: holderId },
        digest: digestOf([read, schedules, holderId]),
      },
      locations: places.map(({ id, place }) => ({
        line,
        source,
        sourceId: id,
        digest: digestOf(place),
        serviceIds: [said.id],
        place,
      })),
      links: places.map(({ id }) => ({ line, source, serviceId: said.id, locationId: id })),
    },
  };
}

/** What cannot be done without, or is not what it should be. */
function lackOf(path: string): string {
  if (path === 'id') return 'This is no service: it has no id.';
  if (path === 'organization') return 'It does not say which organisation it belongs to.';
  return path === ''
    ? 'This is no service.'
    : `This is no service: “${path}” is missing or is not what it should be.`;
}
