import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { log } from '../log.ts';

const lowest = 19;

/**
 * Runs a command in a process of its own that gives way to whoever makes pages. It is told to end when the signal comes,
 * and hears by the channel between us when we are gone. Throws when it did not end well; it says itself why.
 */
export async function apart(command: readonly string[], signal: AbortSignal): Promise<void> {
  const [program = '', ...words] = command;
  const child = spawn(program, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  if (child.pid !== undefined) giveWay(child.pid);
  const leave = () => void child.kill('SIGTERM');
  signal.addEventListener('abort', leave);
  try {
    await new Promise<void>((done, fail) => {
      child.on('error', fail);
      child.on('exit', (code, by) =>
        code === 0 ? done() : fail(new Error(`The process ended with ${code ?? by}.`)),
      );
    });
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** Where that is not allowed all are equal. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, lowest);
  } catch (problem) {
    log.info({ err: problem }, 'a backup could not be made to give way');
  }
}
