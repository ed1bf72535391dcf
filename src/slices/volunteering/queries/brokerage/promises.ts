import type { LoopWords } from '../../../../platform/contributions.ts';
import type { Db } from '../../../../platform/db/open.ts';
import { type Loop, openLoopOptional } from '../../../loops/door.ts';
import { cardsByIds } from '../../../register/door.ts';
import { enquiryStates } from '../../lists/brokerage.ts';
import { owedIn } from '../../rules/brokerage/turns.ts';
import { enquiries, introductions } from '../../urls.ts';
import { roleOptional } from '../roles.ts';
import { enquiry, leastOf } from './enquiries.ts';
import { newestIntroductionOptional } from './introductions.ts';

/** Whose turn it is, until when: the promise of whoever owes the next word. */
export async function turnOptional(db: Db, enquiryId: string): Promise<Loop | undefined> {
  const { state } = await enquiry(db, enquiryId);
  const owed = owedIn(state);
  if (!owed) return undefined;
  if (owed.by === 'centre') return openLoopOptional(db, owed.kind, enquiryId);
  const sent = await newestIntroductionOptional(db, enquiryId);
  return sent && openLoopOptional(db, owed.kind, sent.id);
}

/** What is waited for: the role and the group, and nothing of the person. */
export async function describeEnquiries(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await leastOf(db, ids);
  const titles = await titlesOf(db, rows);
  const names = await cardsByIds(
    db,
    rows.flatMap((row) => row.receiverId ?? []),
  );
  return rows.map((row) => {
    const what = titles.get(row.roleId ?? '') ?? 'Advice about volunteering';
    const isGroups = row.receiverId !== null && row.id !== row.thingId;
    return {
      thingId: row.thingId,
      title: what,
      text: textOf(row.state, isGroups, names.get(row.receiverId ?? '')?.name),
      url: isGroups ? introductions.one(row.thingId) : enquiries.one(row.id),
      action: isGroups ? 'Look and answer' : 'Go on with it',
      lookUrl: enquiries.one(row.id),
      answersId: isGroups && row.receiverId ? row.receiverId : row.centreId,
    };
  });
}

function textOf(state: keyof typeof enquiryStates, isGroups: boolean, group: string | undefined): string {
  if (isGroups) return `Somebody would like to volunteer. ${enquiryStates[state]}.`;
  const silent = owedIn(state)?.by === 'group';
  return silent
    ? `The group has not answered in time. Ring ${group ?? 'the group'}.`
    : `Somebody asks. ${enquiryStates[state]}.`;
}

async function titlesOf(db: Db, rows: readonly { roleId: string | null }[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.roleId ?? []))];
  const found = await Promise.all(ids.map((id) => roleOptional(db, id)));
  return new Map(found.flatMap((one) => (one ? [[one.id, one.title]] : [])));
}
