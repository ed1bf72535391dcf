import { expect, test } from 'vitest';
import { asOwner, urlsOf } from '../../../test/helpers/db.ts';
import { migrate } from './migrate.ts';
import { asOwner as asOwnerOf } from './owner.ts';

test('REL8 a first start that was killed while the job queue made its tables makes the others', async () => {
  const name = 'killed_in_the_queue';
  await asOwner(`create database ${name}`);
  const { owner } = urlsOf(name);
  try {
    await asOwnerOf(owner, (client) => client.query('create schema graphile_worker'));

    await migrate(owner);

    const { rows } = await asOwnerOf(owner, (client) =>
      client.query('select count(*)::int as jobs from graphile_worker._private_jobs'),
    );
    expect(rows).toEqual([{ jobs: 0 }]);
  } finally {
    await asOwner(`drop database ${name} with (force)`);
  }
});
