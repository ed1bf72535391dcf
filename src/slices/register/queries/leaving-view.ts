import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { personsByIds } from '../../people/door.ts';
import type { Leaving } from '../words/leaving.ts';
import { dutiesOf, leaving, openLeavings, runsAlone } from './leaving.ts';
import { organisation } from './organisation.ts';
import { holders } from './people.ts';

type Wanted = { organisationId: string; positionId: string } | { leavingId: string };

/** Somebody on the way out, what they answer for, and who might take it: for the page that plans it. */
export async function leavingView(ctx: Ctx, db: Db, wanted: Wanted) {
  const { organisationId, personId, leaving: one } = await whoLeaves(db, wanted);
  const [found, held] = [await organisation(db, organisationId), await holders(db, organisationId)];
  const asIf: Leaving = one ?? {
    ...{ id: ctx.newId(), organisationId, personId, leavesAt: ctx.now, note: '' },
    ...{ stuckAt: null, calledOffAt: null, endedAt: null },
  };
  const things = await dutiesOf(ctx, db, asIf);
  const ids = [...new Set([personId, ...held.map((position) => position.personId)])];
  const names = new Map((await personsByIds(db, ids)).map(({ id, name, email }) => [id, name || email]));
  const mine = things.flatMap(({ handover }) =>
    handover && handover.takerId === ctx.actor.personId ? [handover] : [],
  );
  return {
    organisation: { id: found.id, name: found.name },
    about: { organisationId, personId },
    person: { name: names.get(personId) ?? 'Somebody', own: personId === ctx.actor.personId },
    leaving: one,
    things,
    colleagues: ids
      .filter((id) => id !== personId)
      .map((id) => ({ id, name: names.get(id) ?? 'A colleague', roles: rolesOf(held, id) })),
    alone: one?.endedAt ? false : await runsAlone(db, organisationId, personId),
    offered: mine.filter((handover) => handover.state === 'offered'),
    took: mine.some((handover) => handover.state === 'accepted'),
    names,
    now: ctx.now,
  };
}

function rolesOf(held: readonly { personId: string; role: string }[], personId: string): string[] {
  return held.filter((position) => position.personId === personId).map((position) => position.role);
}

async function whoLeaves(
  db: Db,
  wanted: Wanted,
): Promise<{ organisationId: string; personId: string; leaving: Leaving | undefined }> {
  if ('leavingId' in wanted) {
    const one = await leaving(db, wanted.leavingId);
    return { organisationId: one.organisationId, personId: one.personId, leaving: one };
  }
  const { organisationId, positionId } = wanted;
  const held = (await holders(db, organisationId)).find((position) => position.id === positionId);
  if (!held) throw new NotFound('position');
  const open = (await openLeavings(db, organisationId)).find((one) => one.personId === held.personId);
  return { organisationId, personId: held.personId, leaving: open };
}
