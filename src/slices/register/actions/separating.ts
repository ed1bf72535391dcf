import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { record } from '../../../platform/record.ts';
import { organisationSeparated } from '../events.ts';
import { mergeValues } from '../queries/merging.ts';
import { organisation } from '../queries/organisation.ts';
import { answersOn } from '../queries/registration.ts';
import { changedSince, isRegistration } from '../rules/merging.ts';
import type { MergeDone, MergeValues } from '../words/merging.ts';
import type { Organisation } from '../words/records.ts';
import { waitAgain } from './answer.ts';
import { lockBoth, setValues } from './merging.ts';
import { keepVersion } from './versions.ts';

export interface Separation {
  goneId: string;
  keptId: string;
  done: MergeDone;
  reason: string;
  /** What was changed since stays as it is now; without this word such a merger is not undone. */
  leaveChanged: boolean;
}

/** Makes two records again of what was two, in the transaction of whoever has asked already whether it may be. */
export async function separateRecords(tx: Tx, ctx: Ctx, input: Separation): Promise<void> {
  const { goneId, keptId, done, reason } = input;
  await lockBoth(tx, goneId, keptId);
  const [gone, kept] = [await organisation(tx, goneId), await organisation(tx, keptId)];
  if (gone.mergedInto !== keptId) {
    throw new Refused('merged_since', `${kept.name} was itself merged since. Take that apart first.`);
  }
  const later = changedSince(done, await mergeValues(tx, kept));
  if (later.length > 0 && !input.leaveChanged) {
    throw new Refused(
      'changed_since',
      `${kept.name} was changed since the two became one. Look at what differs.`,
    );
  }
  await setValues(tx, ctx, kept, without(done.before, later), { way: 'undo', reason });
  if (!later.includes('name')) await forgetNames(tx, keptId, done);
  await takeBack(tx, input);
  await keepVersion(tx, ctx, gone, { way: 'undo', reason });
  await tx
    .updateTable('register.organisation')
    .set({
      ...{ state: gone.mergedFrom, merged_from: '', merged_into: null, state_reason: done.stateReason },
      ...{ version: gone.version + 1, changed_at: ctx.now },
    })
    .where('id', '=', goneId)
    .execute();
  if (isRegistration({ state: gone.mergedFrom })) await askAgain(tx, ctx, gone);
  const organisationIds = [keptId, goneId];
  const payload = { organisationId: keptId, goneId, organisationIds, serviceIds: done.services };
  await record(tx, ctx, organisationSeparated, payload, { organisationId: keptId, reason });
}

/** The names that only the merger brought. */
async function forgetNames(tx: Tx, keptId: string, { before, set, namedOld }: MergeDone): Promise<void> {
  if (set.name === undefined) return;
  const names = namedOld ? [set.name, before.name ?? ''] : [set.name];
  await tx
    .deleteFrom('register.organisation_name')
    .where('organisation_id', '=', keptId)
    .where('name', 'in', names)
    .execute();
}

async function takeBack(tx: Tx, { goneId, keptId, done }: Separation): Promise<void> {
  await tx
    .updateTable('register.service')
    .set({ organisation_id: goneId })
    .where('organisation_id', '=', keptId)
    .where('id', 'in', [...done.services, goneId])
    .execute();
  for (const { service, location } of done.placed) {
    await tx
      .deleteFrom('register.service_location')
      .where('service_id', '=', service)
      .where('location_id', '=', location)
      .execute();
  }
  await tx
    .deleteFrom('register.organisation_area')
    .where('organisation_id', '=', keptId)
    .where('area_id', 'in', [...done.areas, goneId])
    .execute();
  await tx
    .updateTable('register.organisation')
    .set({ merged_into: goneId })
    .where('merged_into', '=', keptId)
    .where('id', 'in', [...done.carried, goneId])
    .where('id', '<>', goneId)
    .execute();
}

/** Centres that had not answered the registration are asked anew, with the time that was promised. */
async function askAgain(tx: Tx, ctx: Ctx, gone: Organisation): Promise<void> {
  for (const answer of await answersOn(tx, gone.id)) {
    if (answer.state === 'waiting') await waitAgain(tx, ctx, answer);
  }
}

function without(values: MergeValues, fields: readonly string[]): MergeValues {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !fields.includes(field)));
}
