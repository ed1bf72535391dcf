import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords, weekdayWords } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { openLoopOptional } from '../../loops/door.ts';
import { personsByIds } from '../../people/door.ts';
import { matterAnswered, matterReceived, matterTold } from '../events.ts';
import { matter, sealedLink } from '../queries/matters.ts';
import { privacy } from '../urls.ts';
import { matterLetters } from '../words/matter-letters.ts';
import type { Matter } from '../words/matters.ts';

/** To whoever sent it, and once to whoever has to look into it. */
export const matterMessages: readonly Messages[] = [
  { event: matterReceived.name, write: received },
  { event: matterTold.name, write: told },
  { event: matterAnswered.name, write: answered },
];

async function received(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const one = await matter(tx, String(payload.matterId));
  const loop = await openLoopOptional(tx, one.kind, one.id);
  const [keeper] = loop ? await personsByIds(tx, [loop.ownerPersonId]) : [];
  const forKeeper =
    loop && keeper
      ? [
          {
            to: keeper.email,
            organisationId: one.organisationId,
            ...matterLetters.toKeeper({
              ...{ kind: one.kind, code: one.code, link: ctx.publicUrl + privacy.matter(one.id) },
              until: weekdayWords(loop.firstDueAt),
            }),
          },
        ]
      : [];
  // What reads like spam is looked at by people, and writes to nobody.
  const until = dayWords(one.dueAt, ctx.now);
  const own =
    one.signs.length > 0
      ? []
      : await toSender(tx, ctx, one, (about) => matterLetters.received({ ...about, until }));
  return [...forKeeper, ...own];
}

async function told(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  if (payload.what === 'came-back') return [];
  const one = await matter(tx, String(payload.matterId));
  return toSender(tx, ctx, one, (about) => matterLetters.news({ ...about, asks: payload.what === 'asked' }));
}

async function answered(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  return toSender(tx, ctx, await matter(tx, String(payload.matterId)), matterLetters.answered);
}

async function toSender(
  tx: Tx,
  ctx: Ctx,
  one: Matter,
  words: (about: { kind: string; code: string; link: string }) => { subject: string; text: string },
): Promise<Letter[]> {
  const sealed = await sealedLink(tx, one.id);
  if (one.email === '' || sealed === null) return [];
  const token = ctx.vault.open(sealed, `privacy:${one.id}:link`).toString();
  const link = ctx.publicUrl + privacy.matterByLink(token);
  return [
    {
      to: one.email,
      why: 'You asked us this, or somebody did for you.',
      ...words({ kind: one.kind, code: one.code, link }),
    },
  ];
}
