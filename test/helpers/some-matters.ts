import { newId } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db/open.ts';
import { hashOf, newToken } from '../../src/platform/secrets.ts';
import type { Client } from './client.ts';
import { now, type Town } from './db.ts';

const month = 30 * 86_400_000;

/** A guest complains about a group to its centre, and the group has a breach to judge. */
export async function someMatters(
  owner: Db,
  of: { group: string; centre: string; guest: string; finder: string },
): Promise<{ matter: string; matterToken: string; breach: string }> {
  const [matter, breach, matterToken] = [newId(), newId(), newToken()];
  await owner
    .insertInto('privacy.matter')
    .values({
      ...{ id: matter, kind: 'complaint', topic: 'silence', code: 'CMPL-3467', how: 'online' },
      ...{ words: 'I wrote to them twice.', person_id: of.guest, link_hash: hashOf(matterToken) },
      ...{ about_organisation_id: of.group, organisation_id: of.centre },
      ...{ got_at: now, due_at: new Date(now.getTime() + month) },
    })
    .execute();
  await owner
    .insertInto('privacy.breach')
    .values({
      ...{
        id: breach,
        code: 'BRCH-3467',
        organisation_id: of.group,
        words: 'A list went to the wrong mailbox.',
      },
      ...{ found_by_person_id: of.finder, found_at: now },
    })
    .execute();
  return { matter, matterToken, breach };
}

/** A data lead is somebody who holds that position. */
export async function dataLead(town: Town, organisationId: string, personId: string): Promise<Client> {
  await town.owner
    .insertInto('register.position')
    .values({
      ...{ id: town.ctx.newId(), organisation_id: organisationId, person_id: personId },
      ...{ role: 'data-lead', from_at: town.ctx.now },
    })
    .execute();
  return town.browser((await town.signedIn(personId)).token);
}
