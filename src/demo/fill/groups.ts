import { addDays } from '../../platform/dates.ts';
import type { BankHolidays } from '../../slices/network/door.ts';
import { confirmChecked } from '../../slices/register/actions/check.ts';
import { moveOrganisation } from '../../slices/register/actions/moving.ts';
import { changeOrganisation } from '../../slices/register/actions/organisation.ts';
import { givePosition } from '../../slices/register/actions/people.ts';
import { setTrust } from '../../slices/register/actions/trusting.ts';
import { organisation } from '../../slices/register/door.ts';
import { dice } from '../region/dice.ts';
import type { Region } from '../region/region.ts';
import type { DemoOrganisation, DemoPerson, DemoService } from '../region/shapes.ts';
import { answerAll } from './answering.ts';
import type { StagedCentre } from './bodies.ts';
import { beforeNow, daysBack, workingDaysBack } from './days.ts';
import { offer } from './offering.ts';
import { type Organiser, organiserOf, register } from './registering.ts';
import type { Stage } from './stage.ts';

/** What a group needs around it to be told. */
export interface Around {
  readonly stage: Stage;
  readonly region: Region;
  readonly centres: readonly StagedCentre[];
  readonly holidays: BankHolidays;
  /** Borough of each postcode. */
  readonly boroughs: ReadonlyMap<string, string>;
}

export interface StagedGroup {
  readonly id: string;
  readonly one: DemoOrganisation;
  readonly organiser: Organiser;
}

/** The whole story of one group: registered, answered, described, checked, and perhaps paused or closed. */
export async function tellOfGroup(around: Around, one: DemoOrganisation): Promise<StagedGroup> {
  const { stage, region } = around;
  const organiser = organiserOf(one, region.cast);
  const asked = centresAsked(around, one);
  const at = registeredAt(around, one);
  const oldName = one.registeredDaysAgo > 300 ? one.otherNames[0] : undefined;
  const id = await register(stage, one, { organiser, asked, name: oldName ?? one.name, at });
  const group: StagedGroup = { id, one, organiser };
  await joinCast(around, group, at);
  if (one.state === 'submitted') return group;

  const answered = await answerAll(stage, one, { id, asked, at });
  if (one.state === 'returned') return group;
  await trustIfKnown(stage, asked[0], group, answered);
  if (oldName) await rename(stage, group, daysBack(stage.now, Math.round(one.registeredDaysAgo * 0.7), 19));
  await describeAndCheck(around, group, answered);
  await pauseOrClose(stage, group);
  return group;
}

/** The home centre first: the one of the postcode if its borough is ticked, else the one of the first borough. */
function centresAsked({ centres, boroughs }: Around, one: DemoOrganisation): StagedCentre[] {
  const there = boroughs.get(one.place.postcode);
  const home = there && one.worksIn.includes(there) ? there : one.worksIn[0];
  const inOrder = [home, ...one.worksIn].map((code) =>
    centres.find((centre) => centre.boroughs.includes(code ?? '')),
  );
  return [...new Set(inOrder)].filter((centre) => centre !== undefined);
}

function registeredAt({ stage, holidays }: Around, one: DemoOrganisation): Date {
  if (one.state === 'submitted') return workingDaysBack(stage.now, one.registeredDaysAgo, holidays);
  return daysBack(stage.now, one.registeredDaysAgo, dice(`hour ${one.key}`).whole(8, 21));
}

/** The others of the cast who have a part in it. */
async function joinCast(
  { stage, region }: Around,
  { id, one, organiser }: StagedGroup,
  at: Date,
): Promise<void> {
  const others = region.cast.filter(
    (person) => person.organisation === one.key && person.email !== organiser.email,
  );
  for (const person of others) await join(stage, { id, one, organiser }, person, at);
}

async function join(stage: Stage, group: StagedGroup, person: DemoPerson, at: Date): Promise<void> {
  const { id: organisationId, one, organiser } = group;
  const role = person.position;
  if (!role) return;
  const personId = await stage.bring(person, at);
  const ctx = stage.as(organiser.email, at);
  await ctx.db.transaction((tx) => givePosition(tx, ctx, { organisationId, personId, role }));
  stage.hold(person.email, { organisationId, role, organisationKind: one.kind });
}

/** A group that its centre has known for half a year adds what it likes; of a newer one each thing is looked at first. */
async function trustIfKnown(
  stage: Stage,
  home: StagedCentre | undefined,
  { id, one }: StagedGroup,
  at: Date,
): Promise<void> {
  if (!home || one.registeredDaysAgo < 200) return;
  const reason = dice(`trust ${one.key}`).pick([
    'We have known them for years.',
    'I visited twice, and all was as they said.',
    'They keep their page right without being asked.',
  ]);
  await setTrust(stage.as(home.worker, at), id, { trusted: 'yes', reason });
}

async function rename(stage: Stage, { id, one, organiser }: StagedGroup, at: Date): Promise<void> {
  const ctx = stage.as(organiser.email, at);
  const { version } = await organisation(ctx.db.open, id);
  await changeOrganisation(ctx, id, {
    name: one.name,
    summary: one.summary,
    description: one.description,
    themes: one.themes,
    people_served: one.people,
    contact_label: one.contactLabel,
    phone: one.phone,
    email: one.email,
    website: one.website ?? '',
    languages: one.languages,
    access: one.access,
    postcode: one.place.postcode,
    venue: one.place.venue,
    address: one.place.address,
    address_shown: one.place.show,
    version,
  });
}

/** What it offers was written down soon after; whatever was looked at later than the rest was added then. */
async function describeAndCheck(
  { stage, region, centres }: Around,
  group: StagedGroup,
  answered: Date,
): Promise<void> {
  const { id, one, organiser } = group;
  const services = region.services.filter((service) => service.organisation === one.key);
  const isLater = (service: DemoService) => service.checkedDaysAgo < one.checkedDaysAgo;
  const soon = beforeNow(stage.now, addDays(answered, 1));
  const by = { organisationId: id, organiser: organiser.email, centres };
  for (const service of services.filter((each) => !isLater(each)))
    await offer(stage, service, { ...by, at: soon });

  const checked = daysBack(stage.now, one.checkedDaysAgo, dice(`check ${one.key}`).whole(9, 20));
  if (checked > soon) await check(stage, centres, group, checked);
  for (const service of services.filter(isLater)) {
    await offer(stage, service, { ...by, at: daysBack(stage.now, service.checkedDaysAgo, 18) });
  }
}

/** Mostly by its own people; now and then the home centre rings and ticks it off. */
async function check(
  stage: Stage,
  centres: readonly StagedCentre[],
  { id, one, organiser }: StagedGroup,
  at: Date,
): Promise<void> {
  const home = centres.find((centre) => centre.boroughs.includes(one.worksIn[0] ?? ''));
  const { homeCentreId } = await organisation(stage.asJob(at).db.open, id);
  const byCentre = home && home.id === homeCentreId && dice(`checker ${one.key}`).chance(0.2);
  await confirmChecked(stage.as(byCentre ? home.worker : organiser.email, at), id);
}

async function pauseOrClose(stage: Stage, { id, one, organiser }: StagedGroup): Promise<void> {
  const reason = one.note ?? 'We are taking a rest.';
  const at = daysBack(stage.now, Math.floor(one.checkedDaysAgo / 2), 20);
  const ctx = stage.as(organiser.email, at);
  if (one.state === 'paused') await moveOrganisation(ctx, id, { to: 'paused', reason });
  if (one.state !== 'closed') return;
  await moveOrganisation(ctx, id, { to: 'closing', reason });
  await moveOrganisation(ctx, id, { to: 'closed', reason });
}
