import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { weekdayWords } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { openLoopOptional } from '../../loops/door.ts';
import { network } from '../../network/door.ts';
import {
  centreAnswered,
  centreAsked,
  centreTold,
  organisationPublished,
  organisationRefused,
  organisationRegistered,
  organisationReturned,
} from '../events.ts';
import { type Card, cardsByIds, organisation } from '../queries/organisation.ts';
import { mailboxesOf } from '../queries/receivers.ts';
import { answersOn } from '../queries/registration.ts';
import { centres, organisations, register } from '../urls.ts';
import type { CentreAnswer } from '../words/answers.ts';
import { type LetterWords, letters } from '../words/letters.ts';
import type { Organisation } from '../words/records.ts';

const staff = ['worker', 'admin'] as const;

interface About {
  tx: Tx;
  ctx: Ctx;
  group: Organisation;
  centre: Card | undefined;
  answer: CentreAnswer | undefined;
  answers: readonly CentreAnswer[];
  /** Full address of the page where the group sees how its registration stands. */
  link: string;
}

/** Messages of a registration: each told about one organisation and mostly one centre. */
export const registrationLetters: readonly Messages[] = [
  about(organisationRegistered, async (one) => [
    ...(await toGroup(one, await receivedWords(one))),
    ...(await toCentres(one)),
  ]),
  about(organisationPublished, async (one) => {
    const home = one.answers.find((answer) => answer.home)?.centreName ?? 'Your home centre';
    const link = one.ctx.publicUrl + organisations.one(one.group.id, one.group.name);
    return toGroup(one, letters.published({ organisation: one.group.name, centre: home, link }));
  }),
  about(centreAnswered, async (one) => {
    // The home centre's answer is told by what it makes of the record.
    if (!one.answer || one.answer.home) return [];
    const { state: answer, reason, centreName } = one.answer;
    return toGroup(
      one,
      letters.answered({ organisation: one.group.name, centre: centreName, answer, reason, link: one.link }),
    );
  }),
  about(centreAsked, async (one) => {
    if (!one.answer) return [];
    const { asked, centreName } = one.answer;
    return toGroup(
      one,
      letters.asked({ organisation: one.group.name, centre: centreName, asked, link: one.link }),
    );
  }),
  about(centreTold, async (one) => {
    if (!one.answer) return [];
    const link = one.ctx.publicUrl + centres.registration(one.answer.centreId, one.group.id);
    const words = {
      organisation: one.group.name,
      centre: one.answer.centreName,
      until: await until(one, one.answer),
      link,
    };
    return to(await mailboxesOf(one.tx, one.answer.centreId, staff), one.group.id, letters.told(words));
  }),
  about(organisationReturned, async (one) => {
    const centre = one.centre?.name ?? 'Your home centre';
    const words = { organisation: one.group.name, centre, reason: one.group.stateReason, link: one.link };
    return toGroup(one, letters.returned(words));
  }),
  about(organisationRefused, async (one) => {
    const { hubPhone } = await network(one.tx);
    const centre = one.centre?.name ?? 'Your home centre';
    const words = {
      organisation: one.group.name,
      centre,
      reason: one.group.stateReason,
      hubPhone,
      link: one.link,
    };
    const others: Letter[] = [];
    for (const other of one.answers.filter((answer) => !answer.home)) {
      const mailboxes = await mailboxesOf(one.tx, other.centreId, staff);
      others.push(...to(mailboxes, one.group.id, letters.refusedElsewhere(words)));
    }
    return [...(await toGroup(one, letters.refused(words))), ...others];
  }),
];

function about(event: { name: string }, write: (one: About) => Promise<readonly Letter[]>): Messages {
  return { event: event.name, write: async (tx, ctx, recorded) => write(await gather(tx, ctx, recorded)) };
}

async function gather(tx: Tx, ctx: Ctx, event: Recorded): Promise<About> {
  const organisationId = String(event.payload.organisationId);
  const centreId = typeof event.payload.centreId === 'string' ? event.payload.centreId : undefined;
  const answers = await answersOn(tx, organisationId);
  return {
    tx,
    ctx,
    group: await organisation(tx, organisationId),
    centre: centreId ? (await cardsByIds(tx, [centreId])).get(centreId) : undefined,
    answer: answers.find((answer) => answer.centreId === centreId),
    answers,
    link: ctx.publicUrl + register.state(organisationId),
  };
}

async function receivedWords(one: About): Promise<LetterWords> {
  const home = one.answers.find((answer) => answer.home);
  return letters.received({
    organisation: one.group.name,
    home: home?.centreName ?? 'The hub',
    phone: home?.centrePhone ?? '',
    until: home ? await until(one, home) : '',
    centres: one.answers.length,
    link: one.link,
  });
}

async function toCentres(one: About): Promise<Letter[]> {
  const all: Letter[] = [];
  for (const answer of one.answers) {
    const link = one.ctx.publicUrl + centres.registration(answer.centreId, one.group.id);
    const words = {
      organisation: one.group.name,
      centre: answer.centreName,
      until: await until(one, answer),
      home: answer.home,
      link,
    };
    all.push(...to(await mailboxesOf(one.tx, answer.centreId, staff), one.group.id, letters.arrived(words)));
  }
  return all;
}

async function until(one: About, answer: CentreAnswer): Promise<string> {
  const loop = await openLoopOptional(one.tx, 'registration', answer.id);
  return loop ? weekdayWords(loop.firstDueAt) : 'soon';
}

async function toGroup(one: About, words: LetterWords): Promise<Letter[]> {
  return to(await mailboxesOf(one.tx, one.group.id, ['admin']), one.group.id, words);
}

/** One message per mailbox: nobody sees who else was told. */
export function to(mailboxes: readonly string[], organisationId: string, words: LetterWords): Letter[] {
  return [...new Set(mailboxes)].map((mailbox) => ({ to: mailbox, ...words, organisationId }));
}
