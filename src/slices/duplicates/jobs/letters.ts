import type { Letter, Messages, News, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import {
  centreIdsOf,
  hubId,
  isRegistration,
  mailboxesOf,
  mailboxOf,
  type Organisation,
  organisation,
} from '../../register/door.ts';
import { organisationMerged, organisationSeparated } from '../../register/events.ts';
import { organisations } from '../../register/urls.ts';
import { mergeAsked, mergeDeclined } from '../events.ts';
import { lastMerge, merge } from '../queries/merges.ts';
import { nameBefore } from '../rules.ts';
import { duplicates } from '../urls.ts';
import type { Merge } from '../words.ts';

const staff = ['admin', 'worker'] as const;

interface Told {
  ctx: Ctx;
  tx: Tx;
  one: Merge;
  gone: Organisation;
  kept: Organisation;
}

export const mergeLetters: readonly Messages[] = [
  { event: organisationMerged.name, write: async (tx, ctx, event) => merged(await about(tx, ctx, event)) },
  {
    event: organisationSeparated.name,
    write: async (tx, ctx, event) => separated(await about(tx, ctx, event)),
  },
  { event: mergeAsked.name, write: async (tx, ctx, event) => asked(await about(tx, ctx, event)) },
  { event: mergeDeclined.name, write: async (tx, ctx, event) => declined(await about(tx, ctx, event)) },
];

/** Those who follow either of them hear that there is one now. */
export const mergeNews: readonly News[] = [
  {
    event: organisationMerged.name,
    tell: async (db, { payload }) => {
      const gone = await organisation(db, String(payload.goneId));
      if (isRegistration({ state: gone.mergedFrom })) return [];
      return [{ organisationId: String(payload.organisationId), words: `${gone.name} is part of it now.` }];
    },
  },
];

async function about(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Told> {
  const one = payload.mergeId
    ? await merge(tx, String(payload.mergeId))
    : await lastMerge(tx, String(payload.goneId), String(payload.organisationId));
  const [gone, kept] = [await organisation(tx, one.goneId), await organisation(tx, one.keptId)];
  return { ctx, tx, one, gone, kept };
}

async function merged(told: Told): Promise<Letter[]> {
  const { ctx, tx, one, gone, kept } = told;
  const page = ctx.publicUrl + organisations.one(kept.id, kept.name);
  const subject = `${gone.name} and ${nameBefore(one, kept)} are one record now`;
  const why = `Somebody who looks after them made sure that they are the same: “${one.reason}”`;
  const others = isRegistration({ state: gone.mergedFrom }) ? await centreIdsOf(tx, gone.id) : [];
  const centres: Letter[] = [];
  for (const centreId of others.filter((id) => id !== gone.homeCentreId)) {
    centres.push(
      ...to(await mailboxesOf(tx, centreId, staff), gone, subject, [
        why,
        'You need not answer this registration.',
        page,
      ]),
    );
  }
  return [
    ...to(await mailboxesOf(tx, gone.id, ['admin']), gone, subject, [
      why,
      `Nothing you wrote is lost. Whoever looks for ${gone.name} finds this page: ${page}`,
      `Do you look after it? Ask for its page: ${ctx.publicUrl}${organisations.claim(kept.id)}`,
      'If the two are not the same, tell your centre: it can be undone.',
    ]),
    ...to(await mailboxesOf(tx, kept.id, ['admin']), kept, subject, [
      why,
      'Look at what came with it, and put it right or undo it here:',
      ctx.publicUrl + duplicates.one(one.id),
    ]),
    ...centres,
  ];
}

async function separated({ ctx, tx, one, gone, kept }: Told): Promise<Letter[]> {
  const subject = `${gone.name} and ${kept.name} are two records again`;
  const link = ctx.publicUrl + duplicates.one(one.id);
  const words = ['They are not the same after all.', `In their words: “${one.undoneReason}”`, link];
  return [
    ...to(await mailboxesOf(tx, gone.id, ['admin']), gone, subject, words),
    ...to(await mailboxesOf(tx, kept.id, ['admin']), kept, subject, words),
  ];
}

async function asked({ ctx, tx, one, gone, kept }: Told): Promise<Letter[]> {
  const own = one.askedId === gone.id ? gone : kept;
  const keeper = own.claimed ? own.id : (own.homeCentreId ?? (await hubId(tx)));
  const mailboxes = await mailboxesOf(tx, keeper, own.claimed ? ['admin'] : [...staff, 'coordinator']);
  return to(mailboxes, own, `Are ${gone.name} and ${kept.name} the same?`, [
    `Somebody who looks after the other one thinks so: “${one.reason}”`,
    'Compare the two, and say yes or no:',
    ctx.publicUrl + duplicates.one(one.id),
  ]);
}

async function declined({ ctx, tx, one, gone, kept }: Told): Promise<Letter[]> {
  const own = one.askedId === gone.id ? kept : gone;
  return to(await mailboxOf(tx, one.askedBy), own, `${gone.name} and ${kept.name} stay two records`, [
    `Whoever looks after the other one says: “${one.answerReason}”`,
    ctx.publicUrl + duplicates.one(one.id),
  ]);
}

function to(
  mailboxes: readonly string[],
  about: Organisation,
  subject: string,
  paragraphs: readonly string[],
): Letter[] {
  const text = paragraphs.join('\n\n');
  return [...new Set(mailboxes)].map((to) => ({ to, subject, text, organisationId: about.id }));
}
