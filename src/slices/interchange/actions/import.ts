import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { canImport, canImportAreas } from '../permits.ts';
import { type ImportKind, type ImportResult, Unreadable } from '../words/import.ts';
import { areaList } from './areas.ts';
import { charityList } from './charities.ts';
import type { RunOptions } from './list.ts';
import { type Given, organisationList } from './organisations.ts';
import { postcodeList } from './postcodes.ts';
import { roleList } from './roles.ts';
import { type Done, runList } from './run.ts';
import { serviceList } from './services.ts';

export interface ImportCommand extends RunOptions {
  kind: ImportKind;
  /** Files, or one folder. */
  paths: readonly string[];
  map: ReadonlyMap<string, string>;
  /** How the list is to be called; without it, like its file. */
  source?: string | undefined;
  /** For whoever gave the command: how the files were understood. */
  say(line: string): void;
}

/** Takes in one list: reads it whole first, so that one that cannot be read writes nothing. */
export async function importList(ctx: Ctx, command: ImportCommand): Promise<ImportResult> {
  permit(canImport(ctx.actor) || (command.kind === 'areas' && canImportAreas(ctx.actor)));

  const began = performance.now();
  const paths = await filesOf(command.paths, command.kind);
  const source = command.source ?? nameOf(paths);
  const done = await importKind(ctx, command, { paths, source, map: command.map, say: command.say });
  return { ...done, seconds: Math.round(performance.now() - began) / 1000 };
}

async function importKind(ctx: Ctx, command: ImportCommand, given: Given): Promise<Done> {
  switch (command.kind) {
    case 'organisations':
      return runList(ctx, await organisationList(ctx, given), command);
    case 'postcodes':
      return runList(ctx, await postcodeList(ctx, given), command);
    case 'areas':
      return runList(ctx, await areaList(ctx, given), command);
    case 'charities':
      return runList(ctx, await charityList(ctx, given), command);
    case 'services':
      return runList(ctx, await serviceList(ctx, given), command);
    case 'roles':
      return runList(ctx, await roleList(ctx, given), command);
  }
}

const fittingNames: Partial<Record<ImportKind, RegExp>> = {
  areas: /[.](csv|geojson|json)([.]gz)?$/i,
  charities: /[.](csv|txt|json)([.]gz)?$/i,
  roles: /[.]json(ld)?([.]gz)?$/i,
};

/** Of a folder, the files that can hold such a list: outlines are JSON, everything else a table. */
async function filesOf(paths: readonly string[], kind: ImportKind): Promise<string[]> {
  const fitting = fittingNames[kind] ?? /[.](csv|txt)([.]gz)?$/i;
  const all: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found) throw new Unreadable(`There is no file ${path}.`);
    if (!found.isDirectory()) {
      all.push(resolve(path));
      continue;
    }
    const inside = await readdir(path);
    const lists = inside.filter((name) => fitting.test(name)).sort();
    all.push(...lists.map((name) => resolve(join(path, name))));
  }
  if (all.length === 0) throw new Unreadable('There is no file to import.');
  return all;
}

/** One file is called by its name, several by that of their folder. */
function nameOf(paths: readonly string[]): string {
  const [first = ''] = paths;
  const name =
    paths.length === 1 ? basename(first).replace(/([.]\w+)?([.]gz)?$/, '') : basename(dirname(first));
  return name.replace(/[-_]+/g, ' ').trim() || 'list';
}
