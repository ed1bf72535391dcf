import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { weekdayWords } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { isAtTheHub, openLoopOptional } from '../../loops/door.ts';
import { loopClimbed, loopPassedOn, loopReminded } from '../../loops/events.ts';
import { makeCheckLink } from '../actions/check.ts';
import {
  appealAnswered,
  appealMade,
  changeSuggested,
  checkAsked,
  freshnessChanged,
  suggestionAnswered,
} from '../events.ts';
import { claim } from '../queries/claims.ts';
import { appeal, suggestion } from '../queries/keeping.ts';
import { cardsByIds, hubId, organisation } from '../queries/organisation.ts';
import { mailboxesOf, mailboxOf } from '../queries/receivers.ts';
import { answersOn } from '../queries/registration.ts';
import { centres, checking, claims, organisations, register } from '../urls.ts';
import { claimWords } from '../words/claim-letters.ts';
import { letters } from '../words/letters.ts';
import { promiseWords } from '../words/promise-letters.ts';
import type { Organisation } from '../words/records.ts';
import { to } from './letters.ts';

const staff = ['worker', 'admin'] as const;

/** Messages of keeping records right: checks, claims, suggested changes, appeals, and promises that climb. */
export const keepingLetters: readonly Messages[] = [
  { event: freshnessChanged.name, write: checkLetters },
  { event: checkAsked.name, write: checkLetters },
  { event: loopClimbed.name, write: climbedLetters },
  { event: loopPassedOn.name, write: climbedLetters },
  { event: loopReminded.name, write: remindedLetters },
  { event: changeSuggested.name, write: suggestedLetters },
  { event: suggestionAnswered.name, write: suggestionAnsweredLetters },
  { event: appealMade.name, write: appealLetters },
  { event: appealAnswered.name, write: appealAnsweredLetters },
];

/**
 * Asks the group with a link that needs no sign-in. Where nobody runs the page its home centre is asked; at twelve
 * months the home centre is told besides (R135).
 */
async function checkLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const one = await aboutOrganisation(tx, event);
  const state = String(event.payload.freshness);
  if (one.state !== 'active' || state === 'ok') return [];
  const services = Array.isArray(event.payload.serviceIds) ? event.payload.serviceIds.length : 0;
  const own = await mailboxesOf(tx, one.id, ['admin']);
  const asked = own.length > 0 ? own : one.homeCentreId ? await mailboxesOf(tx, one.homeCentreId, staff) : [];

  const all: Letter[] = [];
  if (asked.length > 0) {
    const link = ctx.publicUrl + checking.link(await makeCheckLink(tx, ctx, one.id));
    all.push(...to(asked, one.id, letters.check({ organisation: one.name, state, services, link })));
  }
  if (state === 'none' && event.payload.own === true && own.length > 0 && one.homeCentreId) {
    const centre = (await cardsByIds(tx, [one.homeCentreId])).get(one.homeCentreId)?.name ?? '';
    const link = ctx.publicUrl + organisations.one(one.id, one.name);
    const words = letters.checkLate({ organisation: one.name, centre, link });
    all.push(...to(await mailboxesOf(tx, one.homeCentreId, staff), one.id, words));
  }
  return all;
}

/** A promise has climbed or was passed on to somebody: the kind that made it says what it is about and where it is answered. */
async function climbedLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const kind = ctx.house.loopKinds.find((one) => one.kind === event.payload.kind);
  const thingId = String(event.payload.thingId);
  const [words] = kind ? await kind.describe(tx, [thingId]) : [];
  const loop = await openLoopOptional(tx, String(event.payload.kind), thingId);
  if (!words || !loop) return [];
  const mailboxes = await mailboxOf(tx, String(event.payload.personId));
  const write = event.name === loopPassedOn.name ? promiseWords.passedOn : promiseWords.climbed;
  const letter = write({
    title: words.title,
    due: weekdayWords(loop.firstDueAt),
    link: ctx.publicUrl + (isAtTheHub(loop.climbStep) ? (words.lookUrl ?? words.url) : words.url),
  });
  return to(mailboxes, loop.ownerOrganisationId, letter);
}

/** To those who can give the answer, wherever the promise has climbed. */
async function remindedLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const kind = ctx.house.loopKinds.find((one) => one.kind === event.payload.kind);
  const thingId = String(event.payload.thingId);
  const [words] = kind ? await kind.describe(tx, [thingId]) : [];
  const loop = await openLoopOptional(tx, String(event.payload.kind), thingId);
  if (!words || !loop) return [];
  const keeperId = words.answersId ?? loop.ownerOrganisationId;
  const letter = promiseWords.reminded({
    title: words.title,
    due: weekdayWords(loop.firstDueAt),
    link: ctx.publicUrl + words.url,
  });
  return to(await mailboxesOf(tx, keeperId, [...staff, 'coordinator']), keeperId, letter);
}

async function suggestedLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const one = await aboutOrganisation(tx, event);
  const loop = await openLoopOptional(tx, 'suggested-change', String(event.payload.suggestionId));
  const link = ctx.publicUrl + centres.suggestion(String(event.payload.suggestionId));
  const keeper = loop ? await mailboxOf(tx, loop.ownerPersonId) : [];
  return to(keeper, one.id, letters.suggested({ organisation: one.name, link }));
}

/** To whoever made it signed in; else only to an address that was given for it. */
async function suggestionAnsweredLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const one = await aboutOrganisation(tx, event);
  const made = await suggestion(tx, String(event.payload.suggestionId));
  const given = made.replyTo === '' ? [] : [made.replyTo];
  const mailboxes = made.personId ? await mailboxOf(tx, made.personId) : given;
  const address = made.personId ? centres.suggestion(made.id) : organisations.one(one.id, one.name);
  const words = { organisation: one.name, answer: made.state, reason: made.reason };
  return to(mailboxes, one.id, letters.suggestionAnswered({ ...words, link: ctx.publicUrl + address }));
}

async function appealLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const one = await aboutOrganisation(tx, event);
  const link = ctx.publicUrl + centres.appeal(String(event.payload.appealId));
  const mailboxes = await mailboxesOf(tx, await hubId(tx), ['coordinator', 'admin']);
  const made = await appeal(tx, String(event.payload.appealId));
  const words = made.claim_id ? claimWords.appealed : letters.appealed;
  return to(mailboxes, one.id, words({ organisation: one.name, link }));
}

async function appealAnsweredLetters(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const one = await aboutOrganisation(tx, event);
  const made = await appeal(tx, String(event.payload.appealId));
  const words = { organisation: one.name, upheld: made.state === 'upheld', reason: made.reason };
  if (made.claim_id) {
    const link = ctx.publicUrl + claims.one(made.claim_id);
    const { personId } = await claim(tx, made.claim_id);
    const keepers = await mailboxesOf(tx, one.homeCentreId ?? (await hubId(tx)), staff);
    return to(
      [...(await mailboxOf(tx, personId)), ...keepers],
      one.id,
      letters.appealAnswered({ ...words, link }),
    );
  }
  const group = await mailboxesOf(tx, one.id, ['admin']);
  const home = (await answersOn(tx, one.id)).find((answer) => answer.home);
  const centre = home ? await mailboxesOf(tx, home.centreId, staff) : [];
  const groupLink = ctx.publicUrl + register.state(one.id);
  const centreLink =
    ctx.publicUrl + (home ? centres.registration(home.centreId, one.id) : organisations.one(one.id));
  return [
    ...to(group, one.id, letters.appealAnswered({ ...words, link: groupLink })),
    ...to(centre, one.id, letters.appealAnswered({ ...words, link: centreLink })),
  ];
}

function aboutOrganisation(tx: Tx, event: Recorded): Promise<Organisation> {
  return organisation(tx, String(event.payload.organisationId));
}
