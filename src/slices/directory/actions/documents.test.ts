import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { smallTown } from '../../../../test/helpers/small-town.ts';
import { record } from '../../../platform/record.ts';
import { organisationChanged } from '../../register/events.ts';

function documents(town: Town) {
  return town.owner.selectFrom('directory.document').select(['name', 'kind']).orderBy('name').execute();
}

dbTest('a change is found from the moment it is made, with all that hangs on it', async (town) => {
  const made = await smallTown(town);
  const id = await made.group({ name: 'Tuesday Table', at: { east: 0, north: 0 } });
  await made.service({ of: id, name: 'Lunch club' });

  await town.ctx.db.transaction(async (tx) => {
    await tx
      .updateTable('register.organisation')
      .set({ name: 'Wednesday Table' })
      .where('id', '=', id)
      .execute();
    await record(tx, town.ctx, organisationChanged, { organisationId: id, fields: ['name'] });
  });

  expect(await documents(town)).toEqual([
    { name: 'Lunch club', kind: 'service' },
    { name: 'Wednesday Table', kind: 'organisation' },
  ]);
  const places = await town.owner.selectFrom('directory.place').select('document_id').execute();
  expect(places).toHaveLength(2);
});

dbTest('a change that fails leaves the documents as they were', async (town) => {
  const made = await smallTown(town);
  const id = await made.group({ name: 'Tuesday Table' });

  const failing = town.ctx.db.transaction(async (tx) => {
    await record(tx, town.ctx, organisationChanged, { organisationId: id, fields: [] });
    throw new Error('and then something broke');
  });

  await expect(failing).rejects.toThrow('broke');
  expect(await documents(town)).toEqual([]);
});

dbTest('two changes at once of one record both succeed', async (town) => {
  const made = await smallTown(town);
  const id = await made.group({ name: 'Tuesday Table' });
  const change = () =>
    town.ctx.db.transaction((tx) =>
      record(tx, town.ctx, organisationChanged, { organisationId: id, fields: [] }),
    );

  await Promise.all([change(), change(), change(), change()]);

  expect(await documents(town)).toHaveLength(1);
});

dbTest('what is paused, closed or not yet published is not found', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Open' });
  const id = await made.group({ name: 'Paused' });
  await made.group({ name: 'Submitted', state: 'submitted' });
  await made.open();

  await town.owner
    .updateTable('register.organisation')
    .set({ state: 'paused' })
    .where('id', '=', id)
    .execute();
  await made.open();

  expect(await documents(town)).toEqual([{ name: 'Open', kind: 'organisation' }]);
});

dbTest('nothing of a hidden address stands in a document', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Safe house', shown: 'hidden', at: { east: 120, north: 80 } });
  await made.group({ name: 'Quiet house', shown: 'area', at: { east: 120, north: 80 } });
  await made.open();

  const { rows } = await sql<{ text: string }>`
    select document::text || coalesce(place::text, '') as text
    from directory.document left join directory.place on document_id = id`.execute(town.owner);

  expect(rows).toHaveLength(2);
  expect(rows.map((row) => row.text).join(' ')).not.toMatch(/tansy/i);
});
