import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../root.ts';
import type { StaticFile } from './server.ts';

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
};

const Assets = z.record(z.string(), z.string());

/** The built static files, few and small, held in memory with their gzipped twins. */
export function staticFiles(): {
  files: Map<string, StaticFile>;
  assets: { stylesheet: string; scripts: Record<string, string> };
} {
  const folder = join(projectRoot, 'dist/public');
  const files = new Map<string, StaticFile>();
  for (const path of existsSync(folder) ? filesIn(folder) : []) {
    const type = types[path.split('.').at(-1) ?? ''];
    if (!type) continue;
    const address = `/${relative(folder, path)}`;
    const zipped = existsSync(`${path}.gz`) ? { gzip: readFileSync(`${path}.gz`) } : {};
    files.set(address, {
      body: readFileSync(path),
      type,
      forever: address.startsWith('/assets/'),
      ...zipped,
    });
  }
  return { files, assets: builtAddresses() };
}

function builtAddresses() {
  const path = join(projectRoot, 'dist/assets.json');
  const assets = existsSync(path) ? Assets.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
  const scripts = Object.entries(assets).filter(([name]) => name.startsWith('islands/'));
  return {
    stylesheet: assets['joinery.css'] ?? '/joinery.css',
    scripts: Object.fromEntries(scripts.map(([name, address]) => [name.slice('islands/'.length), address])),
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
