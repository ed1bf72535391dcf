import { machineNow } from '../../../platform/clock.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { Refused } from '../../../platform/errors.ts';
import { log } from '../../../platform/log.ts';
import { permit } from '../../../platform/permit.ts';
import { addJob, record } from '../../../platform/record.ts';
import { changedFields, nameOwner } from '../../register/door.ts';
import { importBegun } from '../events.ts';
import { canBringInLists, canImport } from '../permits.ts';
import { importById, listsInHand, standstills } from '../queries/imports.ts';
import { type ImportRow, type SeenRow, Unreadable } from '../words/import.ts';
import type { PageKind } from '../words/page.ts';
import { charityList } from './charities.ts';
import { keepSeen, type SeenChange } from './keep-seen.ts';
import { Left, type List, type RunOptions } from './list.ts';
import { type Given, organisationList } from './organisations.ts';
import { runList } from './run.ts';
import { kindOf, lockedImport, notNow } from './send-list.ts';
import { withSentFile } from './sent-file.ts';
import { serviceList } from './services.ts';
import { anotherInHand } from './undo.ts';

/** The job of each state in which a job has a list in hand. */
const jobOf: Readonly<Record<string, string>> = {
  looking: 'look-at-list',
  running: 'bring-in-list',
  undoing: 'take-back-list',
};

/** Has a list brought in that was looked at, or goes on with one that was stopped. */
export async function bringIn(ctx: Ctx, id: string): Promise<void> {
  permit(canBringInLists(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const one = await lockedImport(tx, id);
    if (!['looked', 'stopped'].includes(one.state)) throw new Refused('not_now', notNow(one));
    if ((await listsInHand(tx)) > 0) throw new Refused('list_in_hand', anotherInHand);
    await nameOwner(tx, ctx, one);
    await tx
      .updateTable('interchange.import')
      .set({
        state: 'running',
        problem: '',
        moved_at: ctx.machineNow,
        ...(one.state === 'looked' ? nothingDone : {}),
      })
      .where('id', '=', id)
      .execute();
    await record(tx, ctx, importBegun, { importId: id, kind: one.kind, source: one.source });
    await addJob(tx, 'bring-in-list', { importId: id }, `bring-in-list ${id}`);
  });
}

const nothingDone = { rows_done: 0, read: 0, new: 0, matched: 0, changed: 0, unchanged: 0, rejected: 0 };

/** Enough to see what kind of changes they are. */
const changesShown = 30;

/** A job: tells of each row what would come of it, by doing it and taking everything back. */
export async function lookAtList(ctx: Ctx, id: string, leaving?: AbortSignal): Promise<void> {
  permit(canImport(ctx.actor));

  await asJob(ctx, { id, state: 'looking', leaving }, async (one, list) => {
    const seen = new Map<number, SeenRow>();
    let changes: SeenChange[] = [];
    const looked: AnyList = {
      ...list,
      async settle(attempt, options) {
        await list.settle?.(attempt, options);
        changes = await attempt((tx) => changedFields(tx, id, changesShown));
      },
    };
    const done = await runList(ctx, looked, {
      ...quietly(leaving),
      dry: true,
      importId: id,
      note(rows) {
        for (const row of rows) seen.set(row.line, row);
      },
      progress: beating(ctx, id),
    });
    await ctx.db.transaction(async (tx) => {
      const now = await lockedImport(tx, id);
      if (now.state !== 'looking') return;
      await keepSeen(tx, id, { rows: [...seen.values()], changes });
      const { read, new: made, matched, changed, unchanged, rejected } = done;
      await tx
        .updateTable('interchange.import')
        .set({ ...{ state: 'looked', moved_at: machineNow(), rows_done: one.rowsInFile }, read, new: made })
        .set({ matched, changed, unchanged, rejected })
        .where('id', '=', id)
        .execute();
    });
  });
}

/** A job: takes a list in, batch by batch, until it is done or somebody stops it. */
export async function bringInList(ctx: Ctx, id: string, leaving?: AbortSignal): Promise<void> {
  permit(canImport(ctx.actor));

  await asJob(ctx, { id, state: 'running', leaving }, async (_, list) => {
    await runList(ctx, list, { ...quietly(leaving), dry: false, importId: id, progress: () => undefined });
  });
}

/** Goes on with what stood still: its process was killed, and nobody else has it in hand. */
export async function rouse(ctx: Ctx, since: Date): Promise<number> {
  permit(canImport(ctx.actor));

  const still = await standstills(ctx.db.open, since);
  await ctx.db.transaction(async (tx) => {
    for (const { id, state } of still) {
      await tx
        .updateTable('interchange.import')
        .set({ moved_at: machineNow() })
        .where('id', '=', id)
        .where('state', '=', state)
        .execute();
      const job = jobOf[state];
      if (job) await addJob(tx, job, { importId: id }, `${job} ${id}`);
    }
  });
  return still.length;
}

interface InHand {
  id: string;
  state: string;
  leaving: AbortSignal | undefined;
}

type AnyList = List<unknown>;

const listOf: Readonly<Record<PageKind, (ctx: Ctx, given: Given) => Promise<AnyList>>> = {
  organisations: organisationList,
  services: serviceList,
  charities: charityList,
};

/** What ends a job early: a stop by somebody, the end of the process, a file that says nothing, or a fault of ours. */
async function asJob(
  ctx: Ctx,
  { id, state, leaving }: InHand,
  work: (one: ImportRow, list: AnyList) => Promise<void>,
): Promise<void> {
  const one = await importById(ctx.db.open, id).catch(() => undefined);
  if (one?.state !== state) return;
  try {
    await withSentFile(ctx, id, async (path, { columns }) => {
      const given = {
        paths: [path],
        source: one.source,
        map: new Map(Object.entries(columns)),
        say: () => undefined,
      };
      const list = listOf[kindOf(one)](ctx, given);
      await work(one, await list);
    });
  } catch (problem) {
    if (problem instanceof Refused && problem.code === 'moved_elsewhere') return;
    if (problem instanceof Left && leaving?.aborted) {
      await ctx.db.transaction((tx) =>
        addJob(tx, jobOf[state] ?? '', { importId: id }, `${jobOf[state]} ${id}`),
      );
      return;
    }
    await setAside(ctx, one, problem);
  }
}

/** Nobody waits for a list that fails each time: it waits for somebody to look, who finds the reason. */
async function setAside(ctx: Ctx, one: ImportRow, problem: unknown): Promise<void> {
  const isOurs = !(problem instanceof Unreadable);
  if (isOurs) log.error({ err: problem, importId: one.id }, 'a list could not be taken in');
  await ctx.db.transaction((tx) =>
    tx
      .updateTable('interchange.import')
      .set({
        state: one.state === 'looking' ? 'sent' : 'stopped',
        problem: isOurs ? ourFault : problem.message,
        moved_at: machineNow(),
      })
      .where('id', '=', one.id)
      .where('state', '=', one.state)
      .execute(),
  );
}

const ourFault =
  'Something went wrong on our side, and nothing is lost. Try again; if it stays, tell whoever runs the server.';

function quietly(leaving: AbortSignal | undefined): Pick<RunOptions, 'rejectsFolder' | 'leaving'> {
  return { rejectsFolder: undefined, leaving };
}

const beatMs = 2000;

/** A look writes nothing that others see, so it says beside it how far it is. */
function beating(ctx: Ctx, id: string): RunOptions['progress'] {
  let next = 0;
  return ({ read }) => {
    const now = machineNow().getTime();
    if (now < next) return;
    next = now + beatMs;
    const beat = ctx.db.transaction((tx) =>
      tx
        .updateTable('interchange.import')
        .set({ rows_done: read, moved_at: machineNow() })
        .where('id', '=', id)
        .where('state', '=', 'looking')
        .execute(),
    );
    beat.catch(() => undefined);
  };
}
