import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CannotRun } from './cannot-run.ts';

/** What the engine must remember between starts; kept in `engine.json`, which only its owner may read. */
const EngineFile = z.object({
  socketFolder: z.string(),
  passwords: z.object({ owner: z.string(), web: z.string(), jobs: z.string() }),
});
export type EngineFile = z.infer<typeof EngineFile>;
export type Passwords = EngineFile['passwords'];

export function newPasswords(): Passwords {
  return { owner: newPassword(), web: newPassword(), jobs: newPassword() };
}

export function readEngineFile(dataFolder: string): EngineFile | undefined {
  try {
    return EngineFile.parse(JSON.parse(readFileSync(join(dataFolder, 'engine.json'), 'utf8')));
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EACCES') {
      throw new CannotRun(
        `${dataFolder}/engine.json belongs to another user; run this as the user of the server.`,
      );
    }
    return undefined;
  }
}

/** Whole or not at all, also in a power cut: the passwords stand nowhere else. */
export function writeEngineFile(dataFolder: string, content: EngineFile): void {
  const file = join(dataFolder, 'engine.json');
  const draft = `${file}.new`;
  const handle = openSync(draft, 'w', 0o600);
  writeFileSync(handle, JSON.stringify(content, undefined, 2));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, file);
}

function newPassword(): string {
  return randomBytes(24).toString('hex');
}
