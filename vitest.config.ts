import { defineConfig } from 'vitest/config';
import { Order } from './test/helpers/order.ts';
import { scratch } from './test/helpers/scratch.ts';

const staticLaws = 'test/law/static/**/*.test.ts';
// The older PostgreSQL is for migrations, queries, actions and laws. The engine's own tests are about the embedded
// binaries; how a page is drawn, a command is read, a key is shown or another server is asked depends on no engine. What
// is said through pages is asked there by the laws: the matrix sends every form and opens every page.
const embeddedOnly = [
  'src/platform/{engine,egress}/**',
  'src/platform/backup/{nightly,upgrade}.test.ts',
  'src/platform/{mail,pdf}.test.ts',
  'src/{cli,islands,ui}/**',
  'src/cli.test.ts',
  'src/slices/practice/**',
  'src/slices/*/routes/**',
  'src/slices/*/routes.test.ts',
  'test/helpers/**',
  'test/law/pages.test.ts',
  'test/law/canary-in-chromium.test.ts',
];
// Read by this process and by all it starts.
process.env.TMPDIR = scratch();
const onPostgres15 = process.env.TEST_ENGINE === '15';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Nothing of ours lives longer than a request or a database of its own, so files share their modules: loading the
    // product anew for each took a third of the time.
    isolate: false,
    sequence: { sequencer: Order },
    testTimeout: 40_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'static', include: [staticLaws] } },
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'test/law/**/*.test.{ts,tsx}',
            'test/helpers/**/*.test.{ts,tsx}',
          ],
          exclude: onPostgres15 ? [staticLaws, ...embeddedOnly] : [staticLaws],
          globalSetup: 'test/helpers/engine.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          globalSetup: 'test/journeys/server.ts',
          testTimeout: 60_000,
        },
      },
    ],
  },
});
