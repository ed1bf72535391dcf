import { confirmChecked } from '../../slices/register/actions/check.ts';
import { addQuestion, makeBody } from '../../slices/register/door.ts';
import type { Region } from '../region/region.ts';
import type { DemoCentre } from '../region/shapes.ts';
import { daysBack } from './days.ts';
import type { Stage } from './stage.ts';

/** A centre as the groups meet it: who answers there, and what it asks. */
export interface StagedCentre {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly boroughs: readonly string[];
  readonly admin: string;
  readonly worker: string;
  readonly questions: readonly StagedQuestion[];
}

interface StagedQuestion {
  readonly id: string;
  readonly key: string;
  readonly kind: 'text' | 'yes_no' | 'choice';
  readonly choices: readonly string[];
  readonly required: boolean;
}

/** Whom people ring when the coordinator is out. */
const office = { name: 'Pat Lowry', email: 'office@ambryvale.example', role: 'admin' } as const;

/** The hub and the centres, each with its people and its own questions, before any group comes. */
export async function openDoors(stage: Stage, region: Region): Promise<StagedCentre[]> {
  const opened = daysBack(stage.now, 2200, 9);
  await openHub(stage, region, opened);
  const centres: StagedCentre[] = [];
  for (const centre of region.centres) centres.push(await openCentre(stage, centre, opened));
  return centres;
}

async function openHub(stage: Stage, { network, cast }: Region, opened: Date): Promise<void> {
  const { hub } = network;
  const people = [
    ...cast.flatMap(({ organisation, position, name, email }) =>
      organisation === hub.key && position ? [{ name, email, role: position }] : [],
    ),
    office,
  ];
  const id = await makeBody(stage.asJob(opened), {
    ...publicWords(hub),
    kind: 'hub',
    contactLabel: 'The office',
    covers: [],
    areas: [],
    people,
  });
  await meet(stage, { id, kind: 'hub', people }, opened);
  await confirmChecked(stage.as(office.email, daysBack(stage.now, 16, 11)), id);
}

async function openCentre(stage: Stage, centre: DemoCentre, opened: Date): Promise<StagedCentre> {
  const [admin, worker] = centre.workers;
  const people = [
    ...centre.workers.map(({ name, email, position }) => ({ name, email, role: position })),
    ...(centre.chair ? [{ ...centre.chair, role: 'admin' as const }] : []),
  ];
  const ctx = stage.asJob(opened);
  const id = await makeBody(ctx, {
    ...publicWords(centre),
    description: `${centre.description} Open ${centre.opening.charAt(0).toLowerCase()}${centre.opening.slice(1)}`,
    kind: 'centre',
    contactLabel: 'The desk',
    // The first is where it stands; for the others it answers until they have a centre again.
    covers: centre.covers.map((code, index) => ({ code, own: index === 0 })),
    areas: [],
    people,
  });
  const questions: StagedQuestion[] = [];
  for (const { key, question, hint = '', kind, choices = [], required } of centre.questions) {
    const asked = await addQuestion(ctx, id, { question, hint, kind, choices, required });
    questions.push({ id: asked, key, kind, choices, required });
  }
  await meet(stage, { id, kind: 'centre', people }, opened);
  const checked = daysBack(stage.now, 5 + (centre.name.length % 9) * 11, 15);
  await confirmChecked(stage.as(worker.email, checked), id);
  return {
    id,
    key: centre.key,
    name: centre.name,
    boroughs: centre.covers,
    admin: admin.email,
    worker: worker.email,
    questions,
  };
}

async function meet(
  stage: Stage,
  body: { id: string; kind: string; people: readonly { name: string; email: string; role: string }[] },
  at: Date,
): Promise<void> {
  for (const { name, email, role } of body.people) {
    await stage.bring({ name, email }, at);
    stage.hold(email, { organisationId: body.id, role, organisationKind: body.kind });
  }
}

function publicWords(body: {
  name: string;
  summary: string;
  description: string;
  phone: string;
  email: string;
  venue: string;
  address: string;
  postcode: string;
}) {
  const { name, summary, description, phone, email, venue, address, postcode } = body;
  return { name, summary, description, phone, email, website: '', place: { venue, address, postcode } };
}
