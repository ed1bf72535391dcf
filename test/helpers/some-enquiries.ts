import { newId } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db/open.ts';
import { hashOf, newToken } from '../../src/platform/secrets.ts';
import { now } from './db.ts';

const month = 30 * 86_400_000;

/** Somebody asked group A about its live role and told centre A, too; of somebody young a parent is asked. */
export async function someEnquiries(
  owner: Db,
  of: { person: string; centre: string; group: string; role: string },
): Promise<{ enquiry: string; introduction: string; permissionToken: string }> {
  const [enquiry, young, introduction, permissionToken] = [newId(), newId(), newId(), newToken()];
  const [advice, consent] = [await aBasis(owner, of, 'advice'), await aBasis(owner, of, 'introduction')];
  const at = { made_at: now, changed_at: now, channel: 'web', centre_id: of.centre, role_id: of.role };
  await owner
    .insertInto('volunteering.enquiry')
    .values([
      {
        id: enquiry,
        person_id: of.person,
        state: 'opened',
        advice_basis_id: advice,
        centre_sees: true,
        ...at,
      },
      { id: young, state: 'new', young: true, ...at },
    ])
    .execute();
  await owner
    .insertInto('volunteering.asker')
    .values([
      { enquiry_id: enquiry, name: 'Robin Asker', phone: '07700 900321' },
      { enquiry_id: young, name: 'Lee Young', born_on: '2011-02-14' },
    ])
    .execute();
  await owner
    .insertInto('volunteering.permission')
    .values({
      ...{ id: newId(), enquiry_id: young, role_id: of.role, for_name: 'Lee Young', wants_group: true },
      ...{ to_email: 'parent@things.example', link_hash: hashOf(permissionToken), asked_at: now },
    })
    .execute();
  const named = { enquiry_id: enquiry, role_id: of.role, basis_id: consent };
  await owner.insertInto('volunteering.role_consent').values(named).execute();
  await owner
    .insertInto('volunteering.introduction')
    .values({
      ...{ id: introduction, receiver_id: of.group, name: 'Robin Asker', phone: '07700 900321', ...named },
      ...{ young: false, sent_at: now, opened_at: now, expires_at: new Date(now.getTime() + month) },
    })
    .execute();
  return { enquiry, introduction, permissionToken };
}

async function aBasis(
  owner: Db,
  of: { person: string; centre: string; group: string },
  purpose: 'advice' | 'introduction',
): Promise<string> {
  const id = newId();
  const receiver = purpose === 'advice' ? of.centre : of.group;
  await owner
    .insertInto('privacy.basis')
    .values({
      ...{ id, purpose, ground: 'consent', organisation_id: of.centre, items: ['name', 'phone'] },
      ...{ how: 'online', given_on: '2026-11-20', made_at: now, person_id: of.person },
      ...{ wording_version: 'volunteer-2026-1', wording: 'They may have your name.' },
    })
    .execute();
  await owner
    .insertInto('privacy.receiver')
    .values({ id: newId(), basis_id: id, organisation_id: receiver, named_at: now })
    .execute();
  return id;
}
