import { newId } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db/open.ts';
import { hashOf, newToken } from '../../src/platform/secrets.ts';
import { vaultWith } from '../../src/platform/vault.ts';
import { fieldKey, now } from './db.ts';

/** Group B refers somebody to group A, who has opened it; of another agreement A was told that it is over. */
export async function someReferrals(
  owner: Db,
  of: { from: string; to: string; service: string; sender: string },
): Promise<{ referral: string; basis: string; letGo: string; shareToken: string }> {
  const shareToken = newToken();
  const terms = [of.from, of.to].map((organisation_id) => ({
    ...{ organisation_id, version: 1, accepted_at: now, accepted_by_person_id: of.sender },
  }));
  await owner.insertInto('referrals.terms').values(terms).execute();
  const live = await aBasis(owner, of, { link_hash: hashOf(shareToken) });
  const over = await aBasis(owner, of, { ended_at: now, ended_how: 'withdrawn', ended_by: 'person' });
  const letGo = await named(owner, over, of.to, now);
  await named(owner, live, of.to, null);
  const referral = newId();
  const vault = vaultWith(fieldKey);
  const sealed = (field: string, words: string) =>
    vault.seal(Buffer.from(words), `referrals:${referral}:${field}`);
  await owner
    .insertInto('referrals.referral')
    .values({
      ...{ id: referral, code: 'ABCD-3467', organisation_id: of.from, sender_person_id: of.sender },
      ...{ service_id: of.service, receiver_id: of.to, basis_id: live, state: 'opened' },
      ...{ made_at: now, sent_at: now, opened_at: now },
      ...{ need: sealed('need', 'A warm meal.'), story: sealed('story', 'She likes to cook.') },
      details: sealed('details', JSON.stringify({ name: 'Mrs Wren', phone: '07700 900123' })),
    })
    .execute();
  return { referral, basis: live, letGo, shareToken };
}

async function aBasis(owner: Db, of: { from: string; sender: string }, more: object): Promise<string> {
  const id = newId();
  await owner
    .insertInto('privacy.basis')
    .values({
      ...{ id, purpose: 'referral', ground: 'consent', organisation_id: of.from, items: ['name', 'needs'] },
      ...{ how: 'spoken', given_on: '2026-11-20', taken_by_person_id: of.sender, made_at: now, ...more },
      ...{ wording_version: '2026-1', wording: 'They may have your name.' },
    })
    .execute();
  return id;
}

async function named(owner: Db, basis_id: string, organisation_id: string, told_at: Date | null) {
  const id = newId();
  await owner
    .insertInto('privacy.receiver')
    .values({ id, basis_id, organisation_id, named_at: now, told_at })
    .execute();
  return id;
}
