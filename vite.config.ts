import { existsSync, readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

/**
 * What every start loads and comes in hundreds of small files: reading those took longer than starting. The rest is
 * found in node_modules as usual.
 */
const bundled = ['kysely', 'zod', 'hono', '@hono/node-server', 'preact', 'preact-render-to-string'];

/** `--mode server` builds the program, `--mode browser` the style sheet and the islands. scripts/build.mjs runs both. */
export default defineConfig(({ mode }) => (mode === 'browser' ? browser() : server()));

function server(): UserConfig {
  return {
    oxc: jsx,
    publicDir: false,
    ssr: { noExternal: bundled },
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist',
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      rollupOptions: {
        input: entries({ main: 'src/main.ts', cli: 'src/cli.ts' }),
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  };
}

function browser(): UserConfig {
  return {
    oxc: jsx,
    publicDir: 'public',
    build: {
      target: 'es2022',
      outDir: 'dist/public',
      emptyOutDir: false,
      manifest: 'manifest.json',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: entries({ joinery: 'src/ui/joinery.css', ...islands() }),
        output: {
          format: 'es',
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/chunks/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  };
}

function islands(): Record<string, string> {
  const folder = 'src/islands';
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((file) => /^[^.]+[.]tsx?$/.test(file));
  return Object.fromEntries(files.map((file) => [`islands/${parse(file).name}`, `${folder}/${file}`]));
}

function entries(named: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(named).filter(([, file]) => existsSync(file)));
}
