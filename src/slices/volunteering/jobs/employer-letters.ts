import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { hubId, mailboxesOf } from '../../register/door.ts';
import {
  dayAgreed,
  dayAsked,
  dayCancelled,
  dayHeld,
  hostNotReady,
  placesOffered,
} from '../events/employers.ts';
import { employerDay, offersFor } from '../queries/employers/days.ts';
import { employerDays } from '../urls/employers.ts';
import { employerLetters } from '../words/employer-letters.ts';

/** Messages about employers’ days: to the centre, the employer and the groups that offer. */
export const employerMessages: readonly Messages[] = [
  { event: dayAsked.name, write: asked },
  { event: placesOffered.name, write: offered },
  { event: dayAgreed.name, write: agreed },
  { event: hostNotReady.name, write: notReady },
  { event: dayCancelled.name, write: cancelled },
  { event: dayHeld.name, write: held },
];

async function asked(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { day, about } = await read(tx, ctx, event);
  const centre = day.homeCentreId ?? (await hubId(tx));
  return to(tx, [centre], employerLetters.asked(about));
}

async function offered(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { day, about, host } = await read(tx, ctx, event);
  return to(tx, [day.organisationId], employerLetters.offered({ ...about, host }));
}

async function agreed(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { about, taken } = await read(tx, ctx, event);
  return to(tx, taken, employerLetters.agreed(about));
}

async function notReady(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { day, about, host } = await read(tx, ctx, event);
  return to(tx, [day.organisationId], employerLetters.notReady({ ...about, host }));
}

async function cancelled(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { about, hosts } = await read(tx, ctx, event);
  return to(tx, hosts, employerLetters.cancelled(about));
}

async function held(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { day, about, taken } = await read(tx, ctx, event);
  return to(tx, [day.organisationId, ...taken], employerLetters.held(about));
}

async function read(tx: Tx, ctx: Ctx, { payload }: Recorded) {
  const day = await employerDay(tx, String(payload.dayId));
  const offers = await offersFor(tx, day.id);
  const ready = offers.filter(({ isReady }) => isReady);
  return {
    day,
    about: { title: day.title, link: ctx.publicUrl + employerDays.one(day.id) },
    host: offers.find(({ id }) => id === payload.offerId)?.organisationName ?? 'A group',
    hosts: ready.map(({ organisationId }) => organisationId),
    taken: ready.filter((one) => one.agreedPlaces > 0).map(({ organisationId }) => organisationId),
  };
}

async function to(
  tx: Tx,
  organisationIds: readonly string[],
  words: { subject: string; text: string },
): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (const organisationId of organisationIds) {
    const mailboxes = await mailboxesOf(tx, organisationId, ['worker', 'admin', 'coordinator']);
    letters.push(...mailboxes.map((mailbox) => ({ to: mailbox, ...words, organisationId })));
  }
  return letters;
}
