import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords } from '../../../platform/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import { moved, page, redirect } from '../../../platform/http/route.ts';
import { shownImage, shownImages } from '../../../platform/images.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { areasByIds } from '../../areas/door.ts';
import { OrganisationPage } from '../pages/organisation.tsx';
import { ServicePage } from '../pages/service.tsx';
import {
  canChangeRecord,
  canCheckRecord,
  canSeeHistory,
  canSeePeople,
  canSeeUnpublished,
} from '../permits.ts';
import { listsThatLost } from '../queries/gone.ts';
import { logoOf } from '../queries/logo.ts';
import {
  areaIdsOf,
  branchesOf,
  cardsByIds,
  identifiers,
  organisation,
  otherNames,
  publicPlaces,
  sourcesOf,
} from '../queries/organisation.ts';
import { picturesOf } from '../queries/pictures.ts';
import { centreIdsOf } from '../queries/registration.ts';
import { placesOfService, schedulesOf, service, serviceAreaIds, servicesOf } from '../queries/services.ts';
import { takenNoteOptional } from '../queries/taken.ts';
import { serviceCheckOptional } from '../queries/trusting.ts';
import { organisationLd, serviceLd } from '../rules/linked-data.ts';
import { missingForSignposters } from '../rules/missing.ts';
import { organisations, services } from '../urls.ts';
import type { Organisation, Service, ShownPlace } from '../words/records.ts';
import { takenWays } from '../words/taken.ts';
import { isPublic, wasPublic } from './kept.ts';

/** What anybody sees of an organisation, and its keepers besides. */
export async function showOrganisation(ctx: Ctx, id: string, slug: string | undefined) {
  const db = ctx.db.open;
  const one = await organisation(db, id);
  await refuseUnpublished(ctx, one);
  if (one.mergedInto) return moved(organisations.one(one.mergedInto));
  const address = organisations.one(id, one.name);
  if (slug === undefined) return redirect(address);

  const services = await servicesOf(db, id);
  const places = await publicPlaces(db, id);
  const place = places.find((found) => found.main);
  const homeCentre = one.homeCentreId
    ? (await cardsByIds(db, [one.homeCentreId])).get(one.homeCentreId)
    : undefined;
  const pictures = await shownImages(db, await picturesOf(db, id));
  const logo = await shownImage(db, await logoOf(db, id));
  const body = (
    <OrganisationPage
      one={one}
      logo={logo}
      pictures={pictures}
      otherNames={await otherNames(db, id)}
      identifiers={await identifiers(db, id)}
      areaNames={await areaNames(ctx, await areaIdsOf(db, id))}
      place={place}
      services={services}
      schedules={
        await schedulesOf(
          db,
          services.map((found) => found.id),
        )
      }
      homeCentre={homeCentre}
      parent={one.parentId ? (await cardsByIds(db, [one.parentId])).get(one.parentId) : undefined}
      branches={await branchesOf(db, id)}
      sources={await sourceWords(ctx, id)}
      takenNote={await takenWords(ctx, id)}
      may={whatReaderMay(ctx, one)}
      panels={await panelsOf(ctx, one)}
      now={ctx.now}
    />
  );
  const canonical = ctx.publicUrl + address;
  return page({
    title: one.name,
    description: one.summary,
    canonical,
    jsonLd: organisationLd(one, place, {
      url: canonical,
      logo: logo && ctx.publicUrl + logo.src,
      images: pictures.map(({ src }) => ctx.publicUrl + src),
    }),
    body,
  });
}

function whatReaderMay({ actor }: Ctx, one: Organisation) {
  return {
    change: canChangeRecord(actor, one),
    check: one.state === 'active' && canCheckRecord(actor, one),
    people: canSeePeople(actor, one),
    history: isPerson(actor) && canSeeHistory(actor, one),
  };
}

async function sourceWords(ctx: Ctx, id: string) {
  const sources = await sourcesOf(ctx.db.open, id);
  return sources.map(({ source, attribution, at }) => ({ source, attribution, at: dayWords(at, ctx.now) }));
}

async function takenWords(ctx: Ctx, id: string): Promise<string | undefined> {
  const note = await takenNoteOptional(ctx.db.open, id);
  if (!note?.taken_at) return undefined;
  const way = note.how === 'paper' ? takenWays.paper : takenWays.phone;
  return `Taken ${way} at ${note.centre_name}, ${dayWords(note.taken_at, ctx.now)}`;
}

/** Most of them are for somebody who is signed in, so a visitor waits for the others alone. */
async function panelsOf(ctx: Ctx, one: Organisation) {
  const panels = ctx.house.organisationPanels.filter((panel) => panel.isPublic || isPerson(ctx.actor));
  return Promise.all(panels.map(async ({ title, read }) => ({ title, rows: await read(ctx, one) })));
}

export async function showService(
  ctx: Ctx,
  id: string,
  { slug, signposts }: { slug: string | undefined; signposts: readonly string[] },
) {
  const db = ctx.db.open;
  const found = await service(db, id);
  const owner = await organisation(db, found.organisationId);
  await refuseUnpublished(ctx, owner);
  if (owner.mergedInto) return moved(organisations.one(owner.mergedInto));
  const mayChange = canChangeRecord(ctx.actor, owner);
  if ((found.status === 'retired' || found.status === 'draft') && !mayChange) throw new NotFound('service');
  const address = services.one(id, found.name);
  if (slug === undefined) return redirect(address);

  const areas = await areaNames(ctx, await serviceAreaIds(db, id));
  const places = (await placesOfService(db, id)).map(shownPlace);
  const schedules = await schedulesOf(db, [id]);
  const body = (
    <ServicePage
      service={found}
      owner={owner}
      schedules={schedules}
      places={places}
      areaNames={areas}
      missing={missingForSignposters(found, {
        hasTimes: schedules.length > 0,
        hasPhone: owner.phone !== '',
        hasArea: areas.length > 0 || (await areaIdsOf(db, owner.id)).length > 0,
      })}
      listed={isPublic(owner) && isLive(found) ? signposts : undefined}
      mayFollow={owner.state === 'active' && isLive(found)}
      lostBy={owner.claimed ? [] : await listsThatLost(db, id)}
      notLive={await notLiveWords(ctx, found)}
      mayChange={mayChange}
      now={ctx.now}
    />
  );
  const canonical = ctx.publicUrl + address;
  const jsonLd = serviceLd(found, owner, ctx.publicUrl + organisations.one(owner.id, owner.name), canonical);
  return page({ title: found.name, description: found.summary, canonical, jsonLd, body });
}

function isLive({ status }: Service): boolean {
  return status !== 'retired' && status !== 'draft';
}

async function notLiveWords(ctx: Ctx, { id, status }: Service): Promise<string | undefined> {
  const check = status === 'draft' ? await serviceCheckOptional(ctx.db.open, id) : undefined;
  if (!check) return undefined;
  return check.state === 'returned'
    ? `Its home centre sent it back: “${check.reason}” Change it and save; it then goes to them again.`
    : 'Nobody else sees it yet. Its home centre looks at it first, and you hear from it by mail.';
}

/** What is not public is, for everybody else, not there. Paused and closed ones say so instead. */
async function refuseUnpublished(ctx: Ctx, one: Organisation): Promise<void> {
  if (isPublic(one) || wasPublic(one)) return;
  permit(canSeeUnpublished(ctx.actor, one, await centreIdsOf(ctx.db.open, one.id)), { hidden: true });
}

async function areaNames(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  return (await areasByIds(ctx.db.open, ids)).map((area) => area.name);
}

function shownPlace(row: Awaited<ReturnType<typeof placesOfService>>[number]): ShownPlace {
  return {
    id: '',
    venue: row.venue ?? '',
    address: row.address ?? '',
    postcode: row.postcode ?? '',
    lat: row.lat,
    lon: row.lon,
    shown: row.precise ? 'public' : 'area',
    areaId: row.area_id,
    main: false,
  };
}
