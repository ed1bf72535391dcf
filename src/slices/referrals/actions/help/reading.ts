import type { Ctx } from '../../../../platform/ctx.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { permit } from '../../../../platform/permit.ts';
import { basis, noteLook } from '../../../privacy/door.ts';
import { canAnswerHelp, canSeeHelp } from '../../permits/help.ts';
import { helpRequest, sealedHelp } from '../../queries/help/requests.ts';
import { isHelpOver } from '../../rules/help.ts';
import type { HelpDetails, HelpRequest } from '../../words/help/request.ts';
import { fieldsFrom, unsealed } from '../sealing.ts';

export interface ReadHelp {
  readonly one: HelpRequest;
  readonly story: string | undefined;
  readonly details: HelpDetails | undefined;
  /** It may be read, but only with a second key. */
  readonly wantsKey: boolean;
  readonly mayAnswer: boolean;
  readonly wording: string;
}

/** Reads it and notes who looked; what cannot be noted is not shown. Over is over: then only dates are left. */
export function readHelp(ctx: Ctx, id: string): Promise<ReadHelp> {
  return ctx.db.transaction(async (tx) => {
    const one = await helpRequest(tx, id);
    permit(canSeeHelp(ctx.actor, one), { hidden: true });
    const mayAnswer = canAnswerHelp(ctx.actor, one.organisationId);
    const mayRead = mayAnswer && !isHelpOver(one.state);
    const isStrong = ctx.actor.strength === 'strong';
    const read = mayRead && isStrong ? await helpContent(tx, ctx, one) : undefined;
    const { wording } = await basis(tx, one.basisId);
    return {
      ...{ one, mayAnswer, wording, wantsKey: mayRead && !isStrong },
      ...{ story: read?.story, details: read?.details },
    };
  });
}

async function helpContent(tx: Tx, ctx: Ctx, one: HelpRequest) {
  const lies = await sealedHelp(tx, one.id);
  const story = unsealed(ctx, one.id, 'story', lies.story);
  const fields = fieldsFrom(unsealed(ctx, one.id, 'details', lies.details));
  if (story === '' && !fields) return undefined;
  const { basisId, organisationId } = one;
  await noteLook(tx, ctx, { basisId, thingId: one.id, what: 'details', organisationId });
  const of = (key: string) => fields?.get(key) ?? '';
  const details: HelpDetails = {
    ...{ name: of('name'), phone: of('phone'), email: of('email'), address: of('address') },
    ...{ postcode: of('postcode'), safe: of('safe'), asker: of('asker') },
  };
  return { story, details };
}
