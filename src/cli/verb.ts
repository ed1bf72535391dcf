import { type ParseArgsConfig, parseArgs } from 'node:util';

/** One command. `run` answers with the exit code. */
export interface Verb {
  readonly usage: string;
  readonly what: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was typed after the verb. An option that the verb does not have is wrong use. */
export function readArgs<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    throw new WrongUse(message.split('. ')[0] ?? message);
  }
}

const spoken = [
  'WrongUse',
  'Unreadable',
  'UnusableSetting',
  'CannotRun',
  'NotFound',
  'Invalid',
  'Refused',
  'Forbidden',
];

/** A sentence for what is foreseen; for a bug, everything there is to find it. */
export function explain(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  if (spoken.includes(problem.name)) return problem.message;
  if ('code' in problem && problem.code === 'EPIPE') return 'Nobody reads what is written.';
  return problem.stack ?? problem.message;
}

/** A line that is overwritten by the next, for somebody who watches; quiet in a script. */
export function progressLine(): { show(text: string): void; clear(): void } {
  const isWatched = process.stderr.isTTY;
  return {
    show(text) {
      if (isWatched) process.stderr.write(`\r\u001b[K${text}`);
    },
    clear() {
      if (isWatched) process.stderr.write('\r\u001b[K');
    },
  };
}

export function figure(value: number): string {
  return value.toLocaleString('en-GB');
}
