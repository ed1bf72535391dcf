import { spawn } from 'node:child_process';
import { settings } from '../config.ts';

const hourMs = 3_600_000;

export interface Ended {
  readonly code: number | null;
  /** Empty when it ended well. */
  readonly trouble: string;
}

/** Runs the owner's program on a finished backup. Our settings are not its business: it has its own environment. */
export function runCommand(
  [program = '', ...words]: readonly string[],
  folder: string,
  { signal, mostMs = hourMs }: { signal?: AbortSignal | undefined; mostMs?: number } = {},
): Promise<Ended> {
  const ours = new Set(settings.map(({ name }) => name));
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.has(name)));
  const child = spawn(program, [...words, folder], { env, stdio: 'ignore', detached: true });
  let stopped = '';
  const stop = (why: string) => {
    stopped = why;
    // With all it started: a script waits for what it called.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  const timer = setTimeout(() => stop('It took too long and was stopped.'), mostMs);
  const leave = () => stop('The server was stopped meanwhile.');
  signal?.addEventListener('abort', leave);
  return new Promise<Ended>((resolve) => {
    child.on('error', (problem) =>
      resolve({ code: null, trouble: `It could not be run: ${problem.message}.` }),
    );
    child.on('exit', (code) => {
      const failed = code === 0 ? '' : `It ended with ${code ?? 'a signal'}.`;
      resolve({ code, trouble: stopped === '' ? failed : stopped });
    });
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  });
}
