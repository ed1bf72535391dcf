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
  const now = markOf(pid);
  return now !== undefined && isSameMark(now, mark);
}

/**
 * The identity of a boot alone is not enough: a container may show another one to a service whose view of the system is
 * protected, and whoever is taken for dead has its database stopped. The moment of the boot, to a few seconds, tells, too.
 */
export function isSameMark(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [fromProc.exec(one)?.groups, fromProc.exec(other)?.groups];
  if (!a || !b || a.born !== b.born) return false;
  return a.boot === b.boot || Math.abs(Number(a.bootedAt) - Number(b.bootedAt)) <= 5;
}

const fromProc = /^(?<boot>\S+) (?<born>\d+) (?<bootedAt>\d+)$/;

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
  const bootedAt = /^btime (\d+)$/m.exec(readOptional('/proc/stat') ?? '')?.[1] ?? '';
  return `${boot} ${fields[18]} ${bootedAt}`;
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
