import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { smallTown } from '../../../../test/helpers/small-town.ts';
import { askForRemake, form, nextRemake, rebuildDocuments } from './remake.ts';

async function wordsOf(town: Town): Promise<string[]> {
  const rows = await town.owner.selectFrom('directory.word').select('word').orderBy('word').execute();
  return rows.map((row) => row.word);
}

function state(town: Town) {
  return town.owner.selectFrom('directory.remake').selectAll().executeTakeFirstOrThrow();
}

/** Many more than are made at once. */
async function manyGroups(town: Town): Promise<void> {
  const made = await smallTown(town);
  for (let number = 0; number < 3; number += 1) await made.group({ name: `Groupe ${number}` });
  const rows = Array.from({ length: 1100 }, (_, number) => ({
    ...{ id: town.ctx.newId(), name: `Heap ${number}`, kind: 'group', state: 'active' },
    ...{ created_at: town.ctx.now, changed_at: town.ctx.now },
  }));
  await town.owner.insertInto('register.organisation').values(rows).execute();
}

dbTest(
  'while all documents are made again the old ones are found, also when it is stopped half-way',
  async (town) => {
    await manyGroups(town);
    await rebuildDocuments(town.jobCtx);
    const count = () => town.owner.selectFrom('directory.document').select('id').execute();
    const before = (await count()).length;
    await town.owner.updateTable('register.organisation').set({ summary: 'Changed.' }).execute();

    const end = new AbortController();
    const stopping = rebuildDocuments(
      { ...town.jobCtx, db: { ...town.jobCtx.db, transaction: stopAfter(town, end, 3) } },
      end.signal,
    );

    await expect(stopping).rejects.toThrow('aborted');
    expect((await count()).length).toBe(before);
    expect((await state(town)).under_way).toBe(true);
    const changed = () =>
      town.owner.selectFrom('directory.document').select('id').where('summary', '=', 'Changed.').execute();
    const half = (await changed()).length;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(before);

    const madeAfter = await rebuildDocuments(town.jobCtx);

    expect(madeAfter).toBeLessThan(before);
    expect((await changed()).length).toBe(before);
    expect(await state(town)).toMatchObject({ under_way: false });
  },
);

function stopAfter(town: Town, end: AbortController, batches: number): typeof town.jobCtx.db.transaction {
  let left = batches;
  return async (work) => {
    const answer = await town.jobCtx.db.transaction(work);
    left -= 1;
    if (left === 0) end.abort();
    return answer;
  };
}

dbTest('words that no document has any more are forgotten, and new ones are known at once', async (town) => {
  const made = await smallTown(town);
  const id = await made.group({ name: 'Teasel Makers' });
  await made.group({ name: 'Plain Group' });
  await made.open();
  expect(await wordsOf(town)).toEqual(['group', 'makers', 'plain', 'teasel']);

  await town.owner
    .updateTable('register.organisation')
    .set({ name: 'Bramble Makers' })
    .where('id', '=', id)
    .execute();
  await made.open();

  expect(await wordsOf(town)).toEqual(['bramble', 'group', 'makers', 'plain']);
});

dbTest('documents of an older program are made again once, and only then', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Teasel Makers' });
  await made.open();
  expect(await nextRemake(town.owner, town.ctx.now)).toBeUndefined();

  await town.owner.updateTable('directory.remake').set({ form: 0 }).execute();

  expect(await nextRemake(town.owner, town.ctx.now)).toEqual(town.ctx.now);
  expect([await askForRemake(town.jobCtx), await askForRemake(town.jobCtx)]).toEqual([1, 0]);
  await rebuildDocuments(town.jobCtx);
  expect((await state(town)).form).toBe(form);
});
