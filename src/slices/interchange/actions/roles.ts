import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import {
  accessibility,
  causes,
  type GivenRole,
  importRoles,
  requirements,
  skills,
  times,
} from '../../volunteering/door.ts';
import { readRoleFile } from '../rules/role-file.ts';
import { thingsAt } from '../rules/role-parts.ts';
import { type Item, Unreadable } from '../words/import.ts';
import type { List } from './list.ts';
import { digestOf, type Given } from './organisations.ts';
import { tallyOf } from './tally.ts';

const lists = { causes, skills, requirements, accessibility, times };

/** Adverts as JSON. Such files are small enough to be held; organisations that stand in another file count, too. */
export async function roleList(ctx: Ctx, given: Given): Promise<List<GivenRole>> {
  const things = [];
  for (const path of given.paths) {
    const found = thingsAt(await parseJson(path), '@graph', 'graph');
    if (found.length === 0) throw new Unreadable(`${basename(path)} holds no list of roles.`);
    things.push(...found);
  }
  const reading = { today: dayOf(ctx.now), now: ctx.now, ownAddress: ctx.publicUrl, lists };
  const items = readRoleFile(things, reading).map((read, index): Item<GivenRole> => {
    const place = { file: 0, line: index + 1 };
    if ('reason' in read) return { ...place, reason: read.reason };
    const digest = digestOf(read.row);
    return { ...place, ...read, row: { ...read.row, source: given.source, digest } };
  });
  return {
    kind: 'roles',
    source: given.source,
    fileNames: given.paths.map((path) => basename(path)),
    files: [],
    digest: digestOf(items),
    rowsAtOnce: 100,
    items: () => items,
    take: async (tx, rows) => tallyOf(await importRoles(tx, ctx, rows)),
    titleOf: (row) => row.title,
  };
}

async function parseJson(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new Unreadable(`There is no file ${path}.`);
  try {
    return JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch {
    throw new Unreadable(`${basename(path)} is no JSON.`);
  }
}
