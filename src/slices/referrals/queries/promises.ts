import type { LoopWords } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { type Loop, openLoopOptional } from '../../loops/door.ts';
import { cardsByIds } from '../../register/door.ts';
import { states } from '../lists/reasons.ts';
import { owedIn, turnKinds } from '../rules/referral.ts';
import { referrals } from '../urls.ts';
import { leastOf } from './referrals.ts';

/** Whose turn it is, until when. */
export async function turnOptional(db: Db, referralId: string): Promise<Loop | undefined> {
  for (const kind of turnKinds) {
    const turn = await openLoopOptional(db, kind, referralId);
    if (turn) return turn;
  }
  return undefined;
}

/** What is waited for, without a word of whom it is about. */
export async function describeReferrals(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await leastOf(db, ids);
  const names = await cardsByIds(
    db,
    rows.flatMap((row) => [row.organisationId, row.receiverId]),
  );
  return rows.map((row) => {
    const from = names.get(row.organisationId)?.name ?? '';
    const to = names.get(row.receiverId)?.name ?? '';
    const bySender = owedIn(row.state)?.by === 'sender';
    return {
      thingId: row.id,
      title: bySender ? `${row.code} to ${to}` : `${row.code} from ${from}`,
      text: states[row.state],
      url: referrals.one(row.id),
      action: bySender ? 'Go on with it' : 'Look and answer',
      lookUrl: referrals.one(row.id),
      answersId: bySender ? row.organisationId : row.receiverId,
    };
  });
}
