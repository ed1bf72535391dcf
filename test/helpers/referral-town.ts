import { newId } from '../../src/platform/clock.ts';
import { rebuildDocuments } from '../../src/slices/directory/actions/remake.ts';
import { referrals } from '../../src/slices/referrals/urls.ts';
import type { Client, ShownPage } from './client.ts';
import { now, type Town } from './db.ts';
import { type Things, things } from './things.ts';

export interface ReferralTown {
  readonly there: Things;
  /** Lockside Surgery, in whose name the link worker refers people. */
  readonly surgery: string;
  /** Thursday soup of group A, and Hen visits of group B: both take referrals. */
  readonly soup: string;
  readonly hens: string;
  readonly sender: Client;
  readonly receiver: Client;
  readonly next: Client;
  readonly linkWorker: string;
}

/** What nobody but the two sides and the person may read anywhere. */
export const canaries = {
  need: 'NEEDCANARY a warm meal with others',
  story: 'STORYCANARY she misses cooking for others',
  name: 'NAMECANARY Mrs Wren',
  phone: '07700900123',
  safe: 'SAFECANARY no voicemail',
};

/** Two groups and a surgery that have accepted the sharing terms, each with somebody signed in with a second key. */
export async function referralTown(town: Town): Promise<ReferralTown> {
  const { owner } = town;
  const there = await things(town);
  const surgery = newId();
  await owner
    .insertInto('register.organisation')
    .values({
      ...{ id: surgery, name: 'Lockside Surgery', state: 'active', kind: 'practice', summary: 'A surgery.' },
      ...{ home_centre_id: there.centres.eastlock, created_at: now, changed_at: now, freshness: 'ok' },
    })
    .execute();
  const linkWorker = there.people['passer-by'];
  await owner
    .insertInto('register.position')
    .values({
      id: newId(),
      organisation_id: surgery,
      person_id: linkWorker,
      role: 'link-worker',
      from_at: now,
    })
    .execute();
  await owner
    .updateTable('register.service')
    .set({ taking_referrals: true, themes: ['food'] })
    .where('id', '=', there.service)
    .execute();
  const hens = newId();
  await owner
    .insertInto('register.service')
    .values({
      ...{
        id: hens,
        organisation_id: there.otherGroup,
        name: 'Hen visits',
        status: 'open',
        themes: ['food'],
      },
      ...{ taking_referrals: true, created_at: now, changed_at: now, freshness: 'ok' },
    })
    .execute();
  await acceptTerms(town, surgery, there);
  await town.owner.deleteFrom('volunteering.enquiry').execute();
  await town.owner.deleteFrom('privacy.basis').execute();
  await rebuildDocuments(town.jobCtx);
  const signedIn = async (personId: string) => town.browser((await town.signedIn(personId)).token);
  return {
    ...{ there, surgery, soup: there.service, hens, linkWorker },
    sender: await signedIn(linkWorker),
    receiver: await signedIn(there.people['admin of A']),
    next: await signedIn(there.people['admin of B']),
  };
}

async function acceptTerms({ owner }: Town, organisation_id: string, there: Things): Promise<void> {
  await owner
    .insertInto('referrals.terms')
    .values({
      organisation_id,
      version: 1,
      accepted_at: now,
      accepted_by_person_id: there.people['admin of A'],
    })
    .execute();
}

/** What a link worker types who has somebody before them. */
export const filled = {
  ...canaries,
  agreed: 'yes',
  how: 'spoken',
  given_on: '2026-11-24',
};

/** Refers somebody to Thursday soup, and comes to the page of the referral. */
export async function refer(
  { sender, soup }: ReferralTown,
  more: Record<string, string> = {},
): Promise<ShownPage> {
  return sender.submit(await sender.get(referrals.refer(soup)), 'send-referral', { ...filled, ...more });
}

export function idOf(page: ShownPage): string {
  return page.url.split('/')[2]?.split('?')[0] ?? '';
}
