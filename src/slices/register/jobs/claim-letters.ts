import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { openLoopOptional } from '../../loops/door.ts';
import {
  belongingAnswered,
  belongingAsked,
  claimAnswered,
  claimObjected,
  claimProved,
  organisationClaimed,
} from '../events.ts';
import { belonging } from '../queries/belonging.ts';
import { claim } from '../queries/claims.ts';
import { hubId, organisation } from '../queries/organisation.ts';
import { mailboxesOf, mailboxOf } from '../queries/receivers.ts';
import { claims, organisations } from '../urls.ts';
import { claimWords } from '../words/claim-letters.ts';
import { letters } from '../words/letters.ts';
import type { Organisation } from '../words/records.ts';
import { to } from './letters.ts';

const staff = ['worker', 'admin', 'coordinator'] as const;

/** Messages about whose a record is, and what it is part of. */
export const claimLetters: readonly Messages[] = [
  { event: organisationClaimed.name, write: claimedLetters },
  { event: claimProved.name, write: provedLetters },
  { event: claimObjected.name, write: objectedLetters },
  { event: claimAnswered.name, write: answeredLetters },
  { event: belongingAsked.name, write: belongsLetters },
  { event: belongingAnswered.name, write: belongsAnsweredLetters },
];

async function claimedLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { one, link } = await about(tx, ctx, event);
  const centre = await keepersOf(tx, one);
  const runs = (await mailboxesOf(tx, one.id, ['admin'])).filter((mailbox) => !centre.includes(mailbox));
  return [
    ...to(centre, one.id, letters.claimed({ organisation: one.name, link })),
    ...to(runs, one.id, claimWords.contested({ organisation: one.name, link })),
  ];
}

async function provedLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { one, link } = await about(tx, ctx, event);
  return to(await keepersOf(tx, one), one.id, claimWords.proved({ organisation: one.name, link }));
}

async function objectedLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { one, link } = await about(tx, ctx, event);
  return to(await keepersOf(tx, one), one.id, letters.claimed({ organisation: one.name, link }));
}

async function answeredLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { one, link } = await about(tx, ctx, event);
  const made = await claim(tx, String(event.payload.claimId));
  const words =
    event.payload.answer === 'accepted'
      ? letters.claimAccepted({
          organisation: one.name,
          link: ctx.publicUrl + organisations.one(one.id, one.name),
        })
      : claimWords.declined({ organisation: one.name, reason: made.reason, link });
  return to(await mailboxOf(tx, made.personId), one.id, words);
}

async function keepersOf(tx: Tx, one: Organisation): Promise<string[]> {
  return mailboxesOf(tx, one.homeCentreId ?? (await hubId(tx)), staff);
}

async function about(tx: Tx, ctx: Ctx, event: Recorded): Promise<{ one: Organisation; link: string }> {
  const one = await organisation(tx, String(event.payload.organisationId));
  return { one, link: ctx.publicUrl + claims.one(String(event.payload.claimId)) };
}

async function belongsLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { id, part, whole } = await together(tx, event);
  const loop = await openLoopOptional(tx, 'belonging', id);
  const asked = loop ? await mailboxOf(tx, loop.ownerPersonId) : [];
  const link = ctx.publicUrl + organisations.belonging(id);
  return to(asked, part.id, claimWords.belongs({ part: part.name, whole: whole.name, link }));
}

async function belongsAnsweredLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const { part, whole, personId, state, reason } = await together(tx, event);
  const link = ctx.publicUrl + organisations.one(part.id, part.name);
  const words = { part: part.name, whole: whole.name, yes: state === 'accepted', reason, link };
  return to(await mailboxOf(tx, personId), part.id, claimWords.belongsAnswered(words));
}

async function together(tx: Tx, event: Recorded) {
  const asked = await belonging(tx, String(event.payload.belongingId));
  const [part, whole] = [
    await organisation(tx, asked.organisationId),
    await organisation(tx, asked.parentId),
  ];
  return { ...asked, part, whole };
}
