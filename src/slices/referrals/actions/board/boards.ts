import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { Invalid, NotFound, Refused } from '../../../../platform/errors.ts';
import { permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { endLoop, openLoop } from '../../../loops/door.ts';
import { bankHolidays, dueAfterWorkingDays } from '../../../network/door.ts';
import { ownerAt, servicesOf, themes } from '../../../register/door.ts';
import { boardMade, matchAnswered, matchMade, memberJoined, noticePut, placesSaid } from '../../events.ts';
import { canMakeBoard, canSayPlaces, canUseBoard, memberOf } from '../../permits/board.ts';
import { board, couldJoin, matchInTurn, memberIds, spareOf } from '../../queries/board/boards.ts';
import type {
  AddMember,
  AnswerMatch,
  Board,
  MakeBoard,
  MakeMatch,
  PutNotice,
  SayPlaces,
} from '../../words/board.ts';

export async function makeBoard(ctx: Ctx, input: MakeBoard): Promise<string> {
  permit(canMakeBoard(ctx.actor, input.organisation_id), { hidden: true });
  if (!Object.hasOwn(themes, input.theme)) throw new Invalid({ theme: 'Choose one of the list.' });
  return ctx.db.transaction(async (tx) => {
    const [id, organisationId] = [ctx.newId(), input.organisation_id];
    const by = { made_by_person_id: ctx.actor.personId ?? null, made_at: ctx.now };
    const about = { name: input.name, theme: input.theme, area_id: input.area_id || null };
    await tx
      .insertInto('referrals.board')
      .values({ id, organisation_id: organisationId, ...about, ...by })
      .execute();
    await join(tx, ctx, id, organisationId);
    await record(tx, ctx, boardMade, { boardId: id }, { organisationId });
    return id;
  });
}

/** Any member may let another one join; from then on it is a member like the first. */
export async function addMember(ctx: Ctx, boardId: string, input: AddMember): Promise<void> {
  await onBoard(ctx, boardId, async (tx) => {
    const could = await couldJoin(tx, boardId);
    if (!could.some(({ id }) => id === input.organisation_id)) {
      throw new Invalid({
        organisation_id: 'They are a member already, or cannot join. Choose another one.',
      });
    }
    await join(tx, ctx, boardId, input.organisation_id);
    const about = { organisationId: input.organisation_id };
    await record(tx, ctx, memberJoined, { boardId, memberId: input.organisation_id }, about);
  });
}

async function join(tx: Tx, ctx: Ctx, board_id: string, organisation_id: string): Promise<void> {
  await tx
    .insertInto('referrals.board_member')
    .values({ board_id, organisation_id, added_by_person_id: ctx.actor.personId ?? null, added_at: ctx.now })
    .onConflict((same) => same.doNothing())
    .execute();
}

/** For today; tomorrow it is gone from the board. */
export async function putNotice(ctx: Ctx, boardId: string, input: PutNotice): Promise<void> {
  await onBoard(ctx, boardId, async (tx, by) => {
    const id = ctx.newId();
    await tx
      .insertInto('referrals.notice')
      .values({
        ...{ id, board_id: boardId, organisation_id: by, person_id: ctx.actor.personId ?? null },
        ...{ words: input.words, on_day: dayOf(ctx.now), made_at: ctx.now },
      })
      .execute();
    await record(tx, ctx, noticePut, { boardId, noticeId: id }, { organisationId: by });
  });
}

/** Free places for an area where some are missing: whoever has them is asked, and owes an answer. */
export async function makeMatch(ctx: Ctx, boardId: string, input: MakeMatch): Promise<void> {
  await onBoard(ctx, boardId, async (tx, by, one) => {
    const spare = (await spareOf(tx, one.theme)).find(({ serviceId }) => serviceId === input.service_id);
    if (!spare) throw new Invalid({ service_id: 'They have no free places any more. Choose another one.' });
    if (input.places > spare.places) {
      throw new Invalid({ places: `They said ${spare.places}. Ask for so many or fewer.` });
    }
    const [id, organisationId] = [ctx.newId(), spare.organisationId];
    const made = await tx
      .insertInto('referrals.board_match')
      .values({
        ...{ id, board_id: boardId, area_id: input.area_id, service_id: input.service_id },
        ...{ organisation_id: organisationId, by_organisation_id: by, places: input.places },
        ...{ by_person_id: ctx.actor.personId ?? null, made_at: ctx.now },
      })
      .onConflict((same) => same.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return;
    const dueAt = dueAfterWorkingDays(ctx.now, 2, await bankHolidays(tx));
    await openLoop(tx, ctx, { kind: 'match', thingId: id, dueAt, ...(await ownerAt(tx, organisationId)) });
    await record(tx, ctx, matchMade, { boardId, matchId: id }, { organisationId });
  });
}

/** A yes takes the places off what is free. */
export async function answerMatch(ctx: Ctx, id: string, { answer }: AnswerMatch): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await matchInTurn(tx, id);
    permit(canSayPlaces(ctx.actor, one.organisationId), { hidden: true });
    if (one.state !== 'asked') throw new Refused('answered', 'This has an answer already.');
    if (answer === 'agreed') {
      const taken = await tx
        .updateTable('referrals.capacity')
        .set((row) => ({ places: row('places', '-', one.places) }))
        .where('service_id', '=', one.serviceId)
        .where('places', '>=', one.places)
        .executeTakeFirst();
      if (taken.numUpdatedRows !== 1n) {
        throw new Refused(
          'fewer',
          'You have fewer places free than were asked for. Say how many, or decline.',
        );
      }
    }
    await tx
      .updateTable('referrals.board_match')
      .set({ state: answer, answered_at: ctx.now })
      .where('id', '=', id)
      .execute();
    await endLoop(tx, ctx, { kind: 'match', thingId: id, endReason: answer });
    const payload = { boardId: one.boardId, matchId: id, answer };
    await record(tx, ctx, matchAnswered, payload, { organisationId: one.organisationId });
  });
}

export async function sayPlaces(ctx: Ctx, organisationId: string, input: SayPlaces): Promise<void> {
  permit(canSayPlaces(ctx.actor, organisationId), { hidden: true });
  await ctx.db.transaction(async (tx) => {
    const own = await servicesOf(tx, organisationId);
    if (!own.some(({ id }) => id === input.service_id)) {
      throw new Invalid({ service_id: 'That is no service of yours. Choose one of the list.' });
    }
    const said = { places: input.places, said_at: ctx.now, said_by_person_id: ctx.actor.personId ?? null };
    await tx
      .insertInto('referrals.capacity')
      .values({ service_id: input.service_id, organisation_id: organisationId, ...said })
      .onConflict((same) => same.column('service_id').doUpdateSet(said))
      .execute();
    await record(tx, ctx, placesSaid, { serviceId: input.service_id }, { organisationId });
  });
}

/** For members alone, and in the name of one of them. */
async function onBoard(
  ctx: Ctx,
  boardId: string,
  work: (tx: Tx, by: string, one: Board) => Promise<void>,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await board(tx, boardId);
    const members = await memberIds(tx, boardId);
    permit(canUseBoard(ctx.actor, members), { hidden: true });
    const by = memberOf(ctx.actor, members);
    if (!by) throw new NotFound('board');
    await work(tx, by, one);
  });
}
