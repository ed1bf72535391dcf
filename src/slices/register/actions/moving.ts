import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Forbidden, Invalid, Refused, Stale } from '../../../platform/errors.ts';
import { hasPositionAt, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { promisesLeft } from '../../loops/door.ts';
import { organisationChanged, organisationStateChanged } from '../events.ts';
import { canChangeRecord } from '../permits.ts';
import { partsOf } from '../queries/belonging.ts';
import { organisation } from '../queries/organisation.ts';
import { idsOf } from '../queries/standing.ts';
import { whyNotMove } from '../rules/registration.ts';
import type { ChangeKind } from '../words/belonging.ts';
import type { Organisation } from '../words/records.ts';
import { link } from './belonging.ts';
import { keepVersion } from './versions.ts';

interface Move {
  to: string;
  reason: string;
  /** What becomes of its branches, when it closes. */
  branches?: 'stay' | 'close' | undefined;
}

/**
 * Pauses, closes or opens a record again. Nothing that still owes somebody an answer can close (model D5, 4), and a body
 * with branches says what becomes of them.
 */
export async function moveOrganisation(ctx: Ctx, id: string, input: Move): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await organisation(tx, id);
    permit(canChangeRecord(ctx.actor, before));
    if (input.to === 'closing') await settleBranches(tx, ctx, before, input);
    await move(tx, ctx, before, input);
  });
}

async function move(tx: Tx, ctx: Ctx, before: Organisation, input: Move): Promise<void> {
  const { id } = before;
  const byHomeCentre = hasPositionAt(ctx.actor, before.homeCentreId);
  const why = whyNotMove(before.state, input.to, byHomeCentre);
  if (why) throw new Refused('no_such_move', why);
  if (input.to === 'closing' || input.to === 'closed') {
    const open = await promisesLeft(tx, ctx, await idsOf(tx, id));
    if (open > 0) {
      throw new Refused('open_promises', whyStaysOpen(before.name, open));
    }
  }
  await keepVersion(tx, ctx, before, { reason: input.reason });
  await tx
    .updateTable('register.organisation')
    .set({ state: input.to, state_reason: input.reason, version: before.version + 1, changed_at: ctx.now })
    .where('id', '=', id)
    .execute();
  const about = { organisationId: id, reason: input.reason };
  await record(tx, ctx, organisationStateChanged, { organisationId: id, state: input.to }, about);
}

/** What was passed up to somebody else is still this organisation’s to answer. */
function whyStaysOpen(name: string, open: number): string {
  const people = open === 1 ? 'One person still waits' : `${open} people still wait`;
  return `${people} for an answer from ${name}. Answer them first, those that went to the home centre or the hub, too.`;
}

async function settleBranches(tx: Tx, ctx: Ctx, whole: Organisation, input: Move): Promise<void> {
  const parts = await partsOf(tx, whole.id);
  const branches = parts.filter((part) => part.parent_link === 'branch' && part.state === 'active');
  if (branches.length === 0) return;
  if (!input.branches) {
    throw new Invalid({ branches: `It has ${branches.length} branches. Say what becomes of them.` });
  }
  for (const { id } of branches) {
    const branch = await organisation(tx, id);
    if (input.branches === 'stay') {
      await link(tx, ctx, branch, { parentId: null, link: 'member' });
      continue;
    }
    if (!canChangeRecord(ctx.actor, branch) && !canChangeRecord(ctx.actor, whole)) throw new Forbidden();
    await move(tx, ctx, branch, { to: 'closing', reason: input.reason });
    await move(tx, ctx, await organisation(tx, id), { to: 'closed', reason: input.reason });
  }
}

export async function changeKind(ctx: Ctx, id: string, input: ChangeKind): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await organisation(tx, id);
    permit(canChangeRecord(ctx.actor, before));
    if (before.kind === 'centre' || before.kind === 'hub') {
      throw new Refused(
        'kind_stays',
        'A centre stays a centre. The coordinator looks after the list of centres.',
      );
    }
    if (before.version !== input.version) throw new Stale({ kind: before.kind, version: before.version });
    if (before.kind === input.kind) return;
    await keepVersion(tx, ctx, before);
    await tx
      .updateTable('register.organisation')
      .set({ kind: input.kind, version: before.version + 1, changed_at: ctx.now })
      .where('id', '=', id)
      .execute();
    const payload = { organisationId: id, fields: ['kind'] };
    await record(tx, ctx, organisationChanged, payload, { organisationId: id });
  });
}
