import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { personsByIds } from '../../people/door.ts';
import { makeObjectionLink } from '../actions/appoint.ts';
import {
  appointmentConfirmed,
  appointmentEnded,
  handoverAnswered,
  handoverOffered,
  leavingBegun,
  leavingEnded,
  leavingStuck,
} from '../events.ts';
import { appointment, everybodyKnown } from '../queries/appointments.ts';
import { handover, leaving } from '../queries/leaving.ts';
import { cardsByIds, hubId, organisation } from '../queries/organisation.ts';
import { mailboxesOf, mailboxOf } from '../queries/receivers.ts';
import { keepers } from '../rules/leaving.ts';
import { waitDays } from '../rules/recovery.ts';
import { appointments, leavings } from '../urls.ts';
import type { Organisation } from '../words/records.ts';
import { turnover } from '../words/turnover-letters.ts';
import { to } from './letters.ts';

/** Messages of people who come and go: to those who leave, those who take over, and those who should know. */
export const turnoverLetters: readonly Messages[] = [
  { event: leavingBegun.name, write: begunLetters },
  { event: handoverOffered.name, write: offeredLetters },
  { event: handoverAnswered.name, write: declinedLetters },
  { event: leavingEnded.name, write: leftLetters },
  { event: leavingStuck.name, write: stuckLetters },
  { event: appointmentConfirmed.name, write: appointingLetters },
  { event: appointmentEnded.name, write: appointmentEndedLetters },
];

/** The person hears it, too, when an admin has said it. */
async function begunLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { one, going, person, link } = await about(tx, ctx, event);
  const { leavesAt, personId } = going;
  const admins = await mailboxesOf(tx, one.id, ['admin', 'coordinator']);
  const own = event.actorPersonId === personId ? [] : await mailboxOf(tx, personId);
  const last = dayWords(new Date(leavesAt.getTime() - 1), ctx.now);
  const actor = event.actorPersonId ? await mailboxOf(tx, event.actorPersonId) : [];
  const others = [...new Set([...own, ...admins])].filter((mailbox) => !actor.includes(mailbox));
  return to(others, one.id, turnover.leaving({ organisation: one.name, person, last, link }));
}

async function offeredLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { one, person, link } = await about(tx, ctx, event);
  const words = { organisation: one.name, person, things: Number(event.payload.things), link };
  return to(await mailboxOf(tx, String(event.payload.personId)), one.id, turnover.offered(words));
}

async function declinedLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  if (event.payload.answer !== 'declined') return [];
  const { one, going, link } = await about(tx, ctx, event);
  const { title: thing, takerId } = await handover(tx, String(event.payload.handoverId));
  const words = { organisation: one.name, thing, taker: await nameOf(tx, takerId), link };
  return to(await mailboxOf(tx, going.personId), one.id, turnover.declined(words));
}

async function leftLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { one, person } = await about(tx, ctx, event);
  const link = ctx.publicUrl + leavings.brief(one.id);
  const stay = await mailboxesOf(tx, one.id, ['admin', 'coordinator']);
  return to(stay, one.id, turnover.left({ organisation: one.name, person, link }));
}

async function stuckLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { one, going, person, link } = await about(tx, ctx, event);
  const words = { organisation: one.name, person };
  const centre = await mailboxesOf(tx, await keeperOf(tx, one), keepers);
  return [
    ...to(await mailboxOf(tx, going.personId), one.id, turnover.stuck({ ...words, link })),
    ...to(centre, one.id, turnover.stuck({ ...words, link: ctx.publicUrl + appointments.of(one.id) })),
  ];
}

/** Everybody who ever had a place there, and the mailbox on the record, each of whom may stop it. */
async function appointingLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const one = await organisation(tx, String(event.payload.organisationId));
  const keeper = await keeperOf(tx, one);
  const centre = (await cardsByIds(tx, [keeper])).get(keeper);
  const link = ctx.publicUrl + appointments.object(await makeObjectionLink(tx, ctx, idOf(event)));
  const people = await personsByIds(tx, await everybodyKnown(tx, one.id));
  const known = [...people.map((person) => person.email), ...(one.email === '' ? [] : [one.email])];
  const words = {
    organisation: one.name,
    centre: centre?.name ?? 'The hub',
    phone: centre?.phone ?? '',
    days: waitDays,
    link,
  };
  return to([...new Set(known)], one.id, turnover.appointing(words));
}

async function appointmentEndedLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  if (event.payload.state === 'invited') return [];
  const one = await organisation(tx, String(event.payload.organisationId));
  const { email, invitationId } = await appointment(tx, idOf(event));
  const undone = event.payload.state === 'reversed';
  const words = { organisation: one.name, undone, link: ctx.publicUrl + appointments.of(one.id) };
  const centre = await mailboxesOf(tx, await keeperOf(tx, one), keepers);
  const appointed = invitationId === null ? [] : [email];
  return to([...centre, ...appointed], one.id, turnover.appointmentEnded(words));
}

async function about(tx: Tx, ctx: Ctx, event: Recorded) {
  const going = await leaving(tx, String(event.payload.leavingId));
  const one = await organisation(tx, going.organisationId);
  const link = ctx.publicUrl + leavings.one(going.id);
  return { one, going, link, person: await nameOf(tx, going.personId) };
}

async function keeperOf(tx: Tx, one: Organisation): Promise<string> {
  return one.homeCentreId ?? (await hubId(tx));
}

async function nameOf(tx: Tx, personId: string): Promise<string> {
  const [person] = await personsByIds(tx, [personId]);
  return person?.name || 'A colleague';
}

function idOf(event: Recorded): string {
  return String(event.payload.appointmentId);
}
