import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process by its pid and the moment it was born: pids are used again, in a container after every start. */
export interface Process {
  pid: number;
  mark: string;
}

export function thisProcess(): Process {
  return { pid: process.pid, mark: markOf(process.pid) ?? '' };
}

export function isLiving({ pid, mark }: Process): boolean {
  return markOf(pid) === mark;
}

/** Undefined when no such process runs. One that is dead and only waits for its parent runs no more. */
export function markOf(pid: number): string | undefined {
  return process.platform === 'linux' ? markFromProc(pid) : markFromPs(pid);
}

function markFromProc(pid: number): string | undefined {
  const stat = readOptional(`/proc/${pid}/stat`);
  // The name in brackets may hold spaces and brackets of its own; fields are counted from its end.
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  if (state === undefined || state === 'Z' || state === 'X') return undefined;

  const boot = readOptional('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return `${boot}:${fields[18]}`;
}

function markFromPs(pid: number): string | undefined {
  const line = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
  }).stdout.trim();
  if (line === '' || line.startsWith('Z')) return undefined;
  return line.split(/\s+/).slice(1).join(' ');
}

function readOptional(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
