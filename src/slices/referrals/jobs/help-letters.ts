import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { weekdayWords } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { openLoopOptional } from '../../loops/door.ts';
import { mailboxesOf } from '../../register/door.ts';
import { helpAsked, helpStopped } from '../events.ts';
import { helpRequest } from '../queries/help/requests.ts';
import { help } from '../urls.ts';
import { helpLetters } from '../words/help/letters.ts';

/** Whoever answers hears that there is a request, and that one has ended. Mails carry a code and nothing else. */
export const helpMessages: readonly Messages[] = [
  { event: helpAsked.name, write: askedLetters },
  { event: helpStopped.name, write: stoppedLetters },
];

const roles = ['admin', 'worker', 'link-worker', 'coordinator'];

async function askedLetters(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const one = await helpRequest(tx, String(payload.requestId));
  // What may come from a program fills no mailboxes; it stands in the inbox all the same.
  if (one.doubts.length > 0) return [];
  const loop = await openLoopOptional(tx, 'help-request', one.id);
  const until = loop ? weekdayWords(loop.firstDueAt) : '';
  const words = helpLetters.asked({ code: one.code, link: ctx.publicUrl + help.one(one.id), until });
  return toAll(tx, one.organisationId, words);
}

async function stoppedLetters(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const one = await helpRequest(tx, String(payload.requestId));
  if (one.doubts.length > 0 && one.takenUpAt === null) return [];
  const words = helpLetters.stopped({ code: one.code, link: `${ctx.publicUrl}/inbox` });
  return toAll(tx, one.organisationId, words);
}

async function toAll(tx: Tx, organisationId: string, words: { subject: string; text: string }) {
  const mailboxes = await mailboxesOf(tx, organisationId, roles);
  return [...new Set(mailboxes)].map((to) => ({ to, ...words, organisationId }));
}
