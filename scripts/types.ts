// Writes src/platform/db/tables.ts from a freshly migrated database: `npm run types`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/platform/db/migrate.ts';
import { openEngine } from '../src/platform/engine/engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'joinery-types-'));
const engine = await openEngine({ dataFolder: folder, durable: false });
try {
  await migrate(engine.urls.owner);
  execFileSync(
    'node_modules/.bin/kysely-codegen',
    [
      ['--dialect', 'postgres', '--url', engine.urls.owner, '--out-file', 'src/platform/db/tables.ts'],
      [
        '--include-pattern',
        '(platform|network|people|areas|loops|register|directory|notifications|interchange|hub|support|duplicates|referrals|privacy|neighbours|volunteering).*',
      ],
      ['--default-schema', 'none', '--date-parser', 'string', '--log-level', 'error'],
    ].flat(),
    { stdio: 'inherit' },
  );
} finally {
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
}
