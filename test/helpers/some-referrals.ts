import { newId } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db/open.ts';
import { hashOf, newToken } from '../../src/platform/secrets.ts';
import { vaultWith } from '../../src/platform/vault.ts';
import { fieldKey, now } from './db.ts';

interface Referred {
  basis: string;
  referral: string;
  letGo: string;
  shareToken: string;
  helpRequest: string;
  helpToken: string;
  concern: string;
  opening: string;
  plan: string;
  talk: string;
  board: string;
  match: string;
}

/** Group B refers somebody to group A, who has opened it; of another agreement A was told that it is over. */
export async function someReferrals(
  owner: Db,
  of: { from: string; to: string; service: string; sender: string; lead: string },
): Promise<Referred> {
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
  return {
    referral,
    basis: live,
    letGo,
    shareToken,
    ...(await somebodyAsks(owner, of)),
    ...(await aPlan(owner, of, referral)),
    ...(await aBoard(owner, of)),
  };
}

/** On the board of group A, group B asks for four of its free places. */
async function aBoard(owner: Db, of: { from: string; to: string; service: string }) {
  const [board, match] = [newId(), newId()];
  const areas = owner.selectFrom('areas.area').select('id').where('code', '=', 'V01');
  const { id: area_id } = await areas.executeTakeFirstOrThrow();
  await owner
    .insertInto('referrals.board')
    .values({ id: board, name: 'Hot meals', theme: 'food', organisation_id: of.to, made_at: now })
    .execute();
  await owner
    .insertInto('referrals.board_member')
    .values({ board_id: board, organisation_id: of.to, added_at: now })
    .execute();
  await owner
    .insertInto('referrals.board_match')
    .values({
      ...{ id: match, board_id: board, area_id, service_id: of.service, organisation_id: of.to },
      ...{ by_organisation_id: of.from, places: 4, made_at: now },
    })
    .execute();
  return { board, match };
}

/** It is the first step of a plan of group B, and group A would like to talk with whoever else helps. */
async function aPlan(owner: Db, of: { from: string; to: string; sender: string }, referral_id: string) {
  const [plan, talk] = [newId(), newId()];
  await owner
    .insertInto('referrals.plan')
    .values({
      ...{ id: plan, code: 'PQRT-4689', organisation_id: of.from, made_by_person_id: of.sender },
      made_at: now,
    })
    .execute();
  await owner
    .updateTable('referrals.referral')
    .set({ plan_id: plan })
    .where('id', '=', referral_id)
    .execute();
  await owner
    .insertInto('referrals.talk')
    .values({ id: talk, referral_id, organisation_id: of.to, state: 'asked', made_at: now })
    .execute();
  return { plan, talk };
}

/** Somebody asks group A for help; its lead was told of a worry about them, and has asked to read what they wrote. */
async function somebodyAsks(owner: Db, of: { to: string; sender: string; lead: string }) {
  const helpToken = newToken();
  const basis_id = await aBasis(
    owner,
    { from: of.to, sender: of.sender },
    { purpose: 'help', how: 'online', taken_by_person_id: null, link_hash: hashOf(helpToken) },
  );
  await named(owner, basis_id, of.to, null);
  const [helpRequest, concern, opening] = [newId(), newId(), newId()];
  const vault = vaultWith(fieldKey);
  const sealed = (id: string, field: string, words: string) =>
    vault.seal(Buffer.from(words), `referrals:${id}:${field}`);
  await owner
    .insertInto('referrals.help_request')
    .values({
      ...{ id: helpRequest, code: 'HJKM-4689', organisation_id: of.to, basis_id, taken_how: 'online' },
      ...{ for_whom: 'self', theme: 'food', area_code: 'V01', reply_by: 'phone', state: 'received' },
      ...{ made_at: now, story: sealed(helpRequest, 'story', 'Nothing warm since Monday.') },
      details: sealed(helpRequest, 'details', JSON.stringify({ name: 'Mr Finch', phone: '07700 900456' })),
    })
    .execute();
  await owner
    .insertInto('referrals.lead')
    .values({
      ...{ id: newId(), organisation_id: of.to, person_id: of.lead, phone: '01632 960700' },
      ...{ named_by_person_id: of.lead, named_at: now },
    })
    .execute();
  await owner
    .insertInto('referrals.concern')
    .values({
      ...{ id: concern, code: 'KMNP-4689', organisation_id: of.to, help_request_id: helpRequest },
      ...{ area_code: 'V01', made_at: now, facts: sealed(concern, 'facts', 'He sounded afraid.') },
    })
    .execute();
  await owner
    .insertInto('referrals.opening')
    .values({
      ...{ id: opening, concern_id: concern, organisation_id: of.to, asked_by_person_id: of.lead },
      ...{ reason: sealed(opening, 'reason', 'To ring him.'), asked_at: now },
    })
    .execute();
  return { helpRequest, helpToken, concern, opening };
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
