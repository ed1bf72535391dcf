import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { addDays } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound, Refused, Stale } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { spokenCode } from '../../../platform/secrets.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { breachFound, breachMoved } from '../events.ts';
import { canJudgeBreach, canReportBreach } from '../permits/breaches.ts';
import { basisInTurn } from '../queries/bases.ts';
import { breachInTurn } from '../queries/breaches.ts';
import { judgeBy, officeBy, whyNotEnd } from '../rules/breaches.ts';
import type { Breach, Risk } from '../words/breaches.ts';
import { withdrawAs } from './withdraw.ts';

/** Somebody of the organisation noticed it; the 72 hours run from now. Returns its id. */
export async function reportBreach(ctx: Ctx, organisationId: string, words: string): Promise<string> {
  permit(canReportBreach(ctx.actor, organisationId), { hidden: true });
  return ctx.db.transaction((tx) => insert(tx, ctx, { organisationId, words, basisId: null }));
}

/**
 * The details are those of somebody else: all that stands on the agreement stops at once, whoever got them is told to
 * let go, and whoever passed them on has a breach to judge.
 */
export async function wrongPerson(ctx: Ctx, basisId: string, words: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { organisationId } = await basisInTurn(tx, basisId);
    await withdrawAs(tx, ctx, basisId, 'The details of somebody else');
    await insert(tx, ctx, { organisationId, words, basisId });
  });
}

async function insert(
  tx: Tx,
  ctx: Ctx,
  of: { organisationId: string; words: string; basisId: string | null },
): Promise<string> {
  if (!isPerson(ctx.actor)) throw new NotFound();
  const id = ctx.newId();
  const { organisationId } = of;
  await tx
    .insertInto('privacy.breach')
    .values({
      ...{ id, code: spokenCode(ctx.newToken()), organisation_id: organisationId, basis_id: of.basisId },
      ...{ words: of.words, found_by_person_id: ctx.actor.personId, found_at: ctx.now },
    })
    .execute();
  const lead = await ctx.house.bodies.dataLeadOf(tx, organisationId);
  await openLoop(tx, ctx, { kind: 'breach', thingId: id, dueAt: judgeBy(ctx.now), ...lead });
  await record(tx, ctx, breachFound, { breachId: id }, { organisationId });
  return id;
}

export async function judgeBreach(
  ctx: Ctx,
  id: string,
  input: { risk: Risk; why: string; version: number },
): Promise<void> {
  await change(ctx, id, input.version, async (tx, one) => {
    if (one.state !== 'found') throw new Refused('judged', 'Somebody has judged this already.');
    const judged = { state: 'judged', risk: input.risk, judged_why: input.why, judged_at: ctx.now };
    await set(tx, one, { ...judged, judged_by_person_id: ctx.actor.personId ?? null });
    await endLoop(tx, ctx, { kind: 'breach', thingId: id, endReason: 'judged' });
    const lead = await ctx.house.bodies.dataLeadOf(tx, one.organisationId);
    await openLoop(tx, ctx, { kind: 'breach', thingId: id, dueAt: officeBy(one.foundAt), ...lead });
  });
}

/** What was told to whom stays told; it ends when everybody knows who has to. */
export async function tellOfBreach(
  ctx: Ctx,
  id: string,
  input: { office: boolean; people: boolean; learned: string; ends: boolean; version: number },
): Promise<void> {
  await change(ctx, id, input.version, async (tx, one) => {
    const officeToldAt = one.officeToldAt ?? (input.office ? ctx.now : null);
    const peopleToldAt = one.peopleToldAt ?? (input.people ? ctx.now : null);
    const told = { office: officeToldAt !== null, people: peopleToldAt !== null };
    const why = input.ends ? whyNotEnd(one, told) : undefined;
    if (why) throw new Refused('not_yet', why);
    await set(tx, one, {
      ...{
        office_told_at: officeToldAt,
        people_told_at: peopleToldAt,
        learned: input.learned || one.learned,
      },
      ...(input.ends && { state: 'ended', ended_at: ctx.now }),
    });
    if (input.ends) await endLoop(tx, ctx, { kind: 'breach', thingId: id, endReason: 'told' });
  });
}

/** Everybody whose details one account could have seen in these days. Returns how many. */
export async function gatherAffected(
  ctx: Ctx,
  id: string,
  by: { person: string; from: string; until: string },
): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const one = await breachInTurn(tx, id);
    permit(canJudgeBreach(ctx.actor, one.organisationId), { hidden: true });
    if (one.state === 'ended') throw new Refused('ended', 'This has ended already.');
    const until = addDays(new Date(by.until), 1);
    const found = await sql`insert into privacy.breach_affects (breach_id, basis_id)
      select ${id}, basis_id from privacy.looked_by(${by.person}, ${one.organisationId}, ${new Date(by.from)}, ${until})
      on conflict do nothing`.execute(tx);
    const about = { organisationId: one.organisationId };
    await record(tx, ctx, breachMoved, { breachId: id, state: one.state }, about);
    return Number(found.numAffectedRows ?? 0n);
  });
}

async function change(
  ctx: Ctx,
  id: string,
  version: number,
  act: (tx: Tx, one: Breach) => Promise<void>,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await breachInTurn(tx, id);
    permit(canJudgeBreach(ctx.actor, one.organisationId), { hidden: true });
    if (one.state === 'ended') throw new Refused('ended', 'This has ended already.');
    if (one.version !== version) throw new Stale({ version: one.version });
    await act(tx, one);
    const { state } = await breachInTurn(tx, id);
    await record(tx, ctx, breachMoved, { breachId: id, state }, { organisationId: one.organisationId });
  });
}

async function set(tx: Tx, one: Breach, to: Record<string, unknown>): Promise<void> {
  await tx
    .updateTable('privacy.breach')
    .set({ ...to, version: one.version + 1 })
    .where('id', '=', one.id)
    .execute();
}
