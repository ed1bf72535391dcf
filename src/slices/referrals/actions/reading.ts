import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { hasPositionAt, permit } from '../../../platform/permit.ts';
import { basis, noteLook } from '../../privacy/door.ts';
import { canReadDetails, canReadNeed, canSeeNamesOnBehalf, canSeeReferral } from '../permits/referral.ts';
import { referral, sealedOf, sealedSteps } from '../queries/referrals.ts';
import type { Details, Referral, Step } from '../words/referral.ts';
import { detailsFrom, unsealed } from './sealing.ts';

/** A referral as far as its reader may know it. */
export interface ReadReferral {
  readonly one: Referral;
  readonly steps: readonly Step[];
  /** Undefined where the reader may not read it, or nothing is left. */
  readonly need: string | undefined;
  readonly story: string | undefined;
  readonly details: Details | undefined;
  /** It may be read, but only with a second key. */
  readonly wantsKey: boolean;
  readonly agreed: { how: string; givenOn: string; ground: string; coversNext: boolean } | undefined;
  readonly side: 'sender' | 'receiver' | 'behalf';
}

/** Reads it, and notes who looked at what; what cannot be noted is not shown. */
export function readReferral(ctx: Ctx, id: string): Promise<ReadReferral> {
  return ctx.db.transaction(async (tx) => {
    const one = await referral(tx, id);
    permit(canSeeReferral(ctx.actor, one), { hidden: true });
    const side = sideOfActor(ctx, one);
    const isStrong = ctx.actor.strength === 'strong';
    const mayNeed = canReadNeed(ctx.actor, one);
    const mayDetails =
      canReadDetails(ctx.actor, one) ||
      (side === 'behalf' && one.state !== 'on_hold' && canSeeNamesOnBehalf(ctx.actor, one.behalfId ?? ''));
    const seen = { need: mayNeed && isStrong, details: mayDetails && isStrong };
    const given = one.basisId ? await basis(tx, one.basisId) : undefined;
    const read = await opened(tx, ctx, one, seen);
    const what = seen.details ? 'details' : 'need';
    if (one.basisId && (seen.need || seen.details) && (read.need !== undefined || read.details)) {
      await noteLook(tx, ctx, { basisId: one.basisId, thingId: id, what, organisationId: bodyOf(one, side) });
    }
    return {
      ...{ one, side, ...read },
      wantsKey: !isStrong && (mayNeed || mayDetails),
      agreed: given && {
        ...{ how: given.how, givenOn: given.givenOn, ground: given.ground, coversNext: given.coversNext },
      },
    };
  });
}

async function opened(tx: Tx, ctx: Ctx, one: Referral, seen: { need: boolean; details: boolean }) {
  const lies = await sealedOf(tx, one.id);
  const rows = await sealedSteps(tx, one.id);
  const steps = rows.map((row) => ({
    ...{ what: row.what, at: row.at, organisationId: row.organisation_id, reason: row.reason },
    ...{ onDay: row.on_day, said: seen.need ? unsealed(ctx, row.id, 'said', row.said) : '' },
  }));
  const need = seen.need ? unsealed(ctx, one.id, 'need', lies.need) : '';
  const story = seen.need && seen.details ? unsealed(ctx, one.id, 'story', lies.story) : '';
  const details = seen.details ? detailsFrom(unsealed(ctx, one.id, 'details', lies.details)) : undefined;
  return { steps, need: need || undefined, story: story || undefined, details };
}

function sideOfActor(ctx: Ctx, one: Referral): 'sender' | 'receiver' | 'behalf' {
  if (hasPositionAt(ctx.actor, one.organisationId)) return 'sender';
  return hasPositionAt(ctx.actor, one.receiverId) ? 'receiver' : 'behalf';
}

function bodyOf(one: Referral, side: 'sender' | 'receiver' | 'behalf'): string {
  if (side === 'sender') return one.organisationId;
  return side === 'receiver' ? one.receiverId : (one.behalfId ?? one.organisationId);
}
