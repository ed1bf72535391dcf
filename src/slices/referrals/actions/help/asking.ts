import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import { inTurn } from '../../../../platform/db/in-turn.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { Refused } from '../../../../platform/errors.ts';
import { permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { hashOf, spokenCode } from '../../../../platform/secrets.ts';
import { countUnmet } from '../../../directory/door.ts';
import { giveBasis, type Item, wordingOf, wordingVersion } from '../../../privacy/door.ts';
import { cardsByIds } from '../../../register/door.ts';
import { helpAsked } from '../../events.ts';
import { canAskForHelp, canTakeHelpFor } from '../../permits/help.ts';
import { helpByLinkOptional } from '../../queries/help/requests.ts';
import { isGap } from '../../rules/help.ts';
import type { AskForHelp, Sorted } from '../../words/help/request.ts';
import { sealed } from '../sealing.ts';
import { promiseHelp } from './promising.ts';
import { knownNeed, needWords, sortHelp } from './sorting.ts';

/** Asked is what people are told before they agree; each request says which of it they wrote. */
const allItems: readonly Item[] = ['name', 'phone', 'email', 'address', 'needs'];

interface Asked {
  readonly id: string;
  readonly code: string;
  readonly sorted: Sorted;
}

/**
 * Somebody asks, or a worker writes for a caller: the agreement that names who answers, the request and the promise of
 * an answer in one transaction. What looks as if no person had sent it goes there all the same, with the doubts beside
 * it: a cry for help is never held back.
 */
export async function askForHelp(ctx: Ctx, input: AskForHelp, doubts: readonly string[]): Promise<Asked> {
  permit(canAskForHelp(ctx.actor));
  const isTaken = input.organisation_id !== '';
  if (isTaken) permit(canTakeHelpFor(ctx.actor, input.organisation_id), { hidden: true });
  const sorted = await sortHelp(ctx.db.open, input);
  if (sorted.id !== input.receiver_id) {
    throw new Refused(
      'goes_elsewhere',
      `This goes to ${sorted.name}. Look at the words again, then send it.`,
    );
  }
  const hash = hashOf(input.token);
  const asked = await ctx.db.withKeys({ link: hash }).transaction(async (tx) => {
    await inTurn(tx, `help ${hash.toString('hex')}`);
    const sent = await helpByLinkOptional(tx, hash);
    if (sent) return { id: sent.id, code: sent.code, isNew: false };
    return { ...(await keep(tx, ctx, { input, sorted, hash, doubts })), isNew: true };
  });
  const need = knownNeed(input.need);
  if (asked.isNew && isGap(sorted, need)) {
    const areaCode = sorted.areaCode || undefined;
    await countUnmet(ctx, { q: needWords(need), areaCode, askedFor: true });
  }
  return { id: asked.id, code: asked.code, sorted };
}

interface Kept {
  readonly input: AskForHelp;
  readonly sorted: Sorted;
  readonly hash: Buffer;
  readonly doubts: readonly string[];
}

async function keep(tx: Tx, ctx: Ctx, { input, sorted, hash, doubts }: Kept) {
  const id = ctx.newId();
  const code = spokenCode(ctx.newToken());
  const basisId = await agree(tx, ctx, { input, sorted, hash });
  const by = input.organisation_id || null;
  const details = JSON.stringify({
    ...{ name: input.name, phone: input.phone, email: input.email, address: input.address },
    ...{ postcode: input.near, safe: input.safe, asker: input.for_whom === 'other' ? input.asker : '' },
  });
  await tx
    .insertInto('referrals.help_request')
    .values({
      ...{ id, code, organisation_id: sorted.id, basis_id: basisId, state: 'received' },
      ...{ taken_how: by ? takenHow(input) : 'online', taken_by_organisation_id: by },
      taken_by_person_id: by ? (ctx.actor.personId ?? null) : null,
      ...{ for_whom: input.for_whom, theme: knownNeed(input.need), area_code: sorted.areaCode },
      ...{ reply_by: input.reply_by, doubts: [...doubts], made_at: ctx.now },
      ...{ story: sealed(ctx, id, 'story', input.story), details: sealed(ctx, id, 'details', details) },
    })
    .execute();
  await promiseHelp(tx, ctx, { id, organisationId: sorted.id, state: 'received', keeperPersonId: null });
  await record(tx, ctx, helpAsked, { requestId: id }, { organisationId: sorted.id });
  return { id, code };
}

function takenHow({ taken_how }: AskForHelp): 'phone' | 'desk' {
  return taken_how === 'desk' ? 'desk' : 'phone';
}

async function agree(tx: Tx, ctx: Ctx, { input, sorted, hash }: Omit<Kept, 'doubts'>): Promise<string> {
  const isTaken = input.organisation_id !== '';
  const own = !isTaken && input.for_whom === 'self' ? ctx.actor.personId : undefined;
  const items: Item[] = ['name', 'needs'];
  if (input.phone !== '') items.push('phone');
  if (input.email !== '') items.push('email');
  if (input.address !== '') items.push('address');
  return giveBasis(tx, ctx, {
    ...{ purpose: 'help', ground: 'consent', organisationId: input.organisation_id || sorted.id, items },
    ...{ how: isTaken ? 'spoken' : 'online', givenOn: dayOf(ctx.now), wordingVersion, linkHash: hash },
    ...(own !== undefined && { personId: own }),
    ...(isTaken && ctx.actor.personId && { takenByPersonId: ctx.actor.personId }),
    wording: await wordsForHelp(tx, sorted, input.organisation_id),
    ...{ coversNext: false, receivers: [sorted.id] },
  });
}

/** What is read out or shown, with everybody it names. */
export async function wordsForHelp(
  db: Tx | Ctx['db']['open'],
  sorted: Pick<Sorted, 'id' | 'name'>,
  takenBy: string,
): Promise<string> {
  if (takenBy === '' || takenBy === sorted.id) {
    const network = 'This site';
    return wordingOf({ ...forHelp, from: network, receivers: [sorted.name] });
  }
  const from = (await cardsByIds(db, [takenBy])).get(takenBy)?.name ?? '';
  return wordingOf({ ...forHelp, from, receivers: [sorted.name] });
}

const forHelp = { items: allItems, why: 'so that they can help you', coversNext: false };
