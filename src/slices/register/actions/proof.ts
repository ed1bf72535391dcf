import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid, NotFound, Refused } from '../../../platform/errors.ts';
import { mayMailUnproved } from '../../../platform/human/look.ts';
import { signsOfMailbox } from '../../../platform/human/signs.ts';
import { isWorked, workFor } from '../../../platform/human/work.ts';
import { post } from '../../../platform/outbox.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { network } from '../../network/door.ts';
import { suggestionProved } from '../events.ts';
import { canProveSent } from '../permits/keeping.ts';
import { suggestion } from '../queries/keeping.ts';
import { organisation } from '../queries/organisation.ts';
import { type OpenProof, openProofOptional } from '../queries/proof.ts';
import { letters } from '../words/letters.ts';
import { handToKeepers } from './keeping.ts';

const mostTries = 5;

/** The browser worked for it: what was held goes on its way. */
export async function proveByWork(ctx: Ctx, token: string, answer: string): Promise<void> {
  permit(canProveSent(ctx.actor));
  if (!isWorked(workFor('suggest-change', token), answer)) {
    throw new Refused('no_work', 'Your browser has not worked for it. Ask for a code by e-mail instead.');
  }
  await withProof(ctx, token, (tx, proof) => letThrough(tx, ctx, proof, 'work'));
}

/** Where no scripts run: a code to a mailbox. Nothing that was typed goes along, and not more than three a day. */
export async function mailProof(ctx: Ctx, token: string, email: string): Promise<void> {
  permit(canProveSent(ctx.actor));
  if (signsOfMailbox(email).length > 0) {
    throw new Invalid({ email: 'This mailbox is of the kind that lasts ten minutes. Use one that lasts.' });
  }
  await withProof(ctx, token, async (tx, proof) => {
    if (!(await mayMailUnproved(tx, ctx, email))) {
      throw new Refused('too_many_codes', 'Three codes went to this mailbox today. Use the newest one.');
    }
    const code = ctx.newCode();
    await tx
      .updateTable('register.held_proof')
      .set({ code_hash: hashOf(`${proof.suggestionId} ${code}`) })
      .where('suggestion_id', '=', proof.suggestionId)
      .execute();
    const { name } = await network(tx);
    await post(tx, ctx, 'proof', { to: email, ...letters.proof({ code, network: name }) });
  });
}

/** Five tries; the count goes up before the code is looked at. */
export async function proveByCode(ctx: Ctx, token: string, code: string): Promise<void> {
  permit(canProveSent(ctx.actor));
  const tried = await withProof(ctx, token, (tx, proof) => {
    const { suggestionId: id, tries } = proof;
    const counted = tx.updateTable('register.held_proof').set({ tries: tries + 1 });
    return counted.where('suggestion_id', '=', id).where('tries', '=', tries).executeTakeFirst();
  });
  await withProof(ctx, token, (tx, proof) => {
    if (tried.numUpdatedRows !== 1n || proof.tries > mostTries) {
      throw new Refused('too_many_tries', 'That was tried too often. Somebody looks at what you wrote.');
    }
    if (!proof.codeHash?.equals(hashOf(`${proof.suggestionId} ${code}`))) {
      throw new Invalid({ code: 'That is not the code. Look for the newest mail from us.' });
    }
    return letThrough(tx, ctx, proof, 'code');
  });
}

function withProof<Result>(
  ctx: Ctx,
  token: string,
  work: (tx: Tx, proof: OpenProof) => Promise<Result>,
): Promise<Result> {
  return ctx.db.withKeys({ link: hashOf(token) }).transaction(async (tx) => {
    const proof = await openProofOptional(tx, hashOf(token), ctx.machineNow);
    if (!proof) throw new NotFound('proof');
    return work(tx, proof);
  });
}

/** The proof goes with its use, so the same one proves nothing again. */
async function letThrough(tx: Tx, ctx: Ctx, proof: OpenProof, by: 'work' | 'code'): Promise<void> {
  const { suggestionId } = proof;
  const { organisationId } = await suggestion(tx, suggestionId);
  const passed = await tx
    .updateTable('register.suggestion')
    .set({ state: 'waiting' })
    .where('id', '=', suggestionId)
    .where('state', '=', 'held')
    .executeTakeFirst();
  if (passed.numUpdatedRows !== 1n) throw new NotFound('proof');
  await record(tx, ctx, suggestionProved, { organisationId, suggestionId, by }, { organisationId });
  await handToKeepers(tx, ctx, suggestionId, await organisation(tx, organisationId));
  await tx.deleteFrom('register.held_proof').where('suggestion_id', '=', suggestionId).execute();
}
