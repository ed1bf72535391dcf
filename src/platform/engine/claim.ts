import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { CannotRun } from './cannot-run.ts';
import { isLiving, thisProcess } from './living.ts';

/** A file that at most one living process owns; it names its owner, so one left by a dead process is nobody's. */
export interface Claim {
  release(): void;
}

const Owner = z.looseObject({ pid: z.number(), mark: z.string() });
export type Owner = z.infer<typeof Owner>;

/** The claim, or undefined when another living process has it. */
export function claim(file: string, details: Record<string, unknown> = {}): Claim | undefined {
  removeIfDead(file);
  const text = JSON.stringify({ ...thisProcess(), ...details });
  if (!writeNew(file, text)) return undefined;
  return { release: () => releaseOwn(file, text) };
}

export async function claimSoon(file: string): Promise<Claim> {
  for (;;) {
    const claimed = claim(file);
    if (claimed) return claimed;
    await pause(10);
  }
}

/** The living owner of a claim. */
export function ownerOf(file: string): Owner | undefined {
  const owner = readOwner(file);
  return owner && isLiving(owner) ? owner : undefined;
}

function readOwner(file: string): Owner | undefined {
  try {
    return Owner.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function writeNew(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (problem) {
    if (isExisting(problem)) return false;
    // It was made before there was no room to write into it.
    rmSync(file, { force: true });
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'ENOSPC')) throw problem;
    throw new CannotRun(
      `The disk is full: nothing can be written in ${dirname(file)}. Make some room first.`,
    );
  }
}

function releaseOwn(file: string, text: string): void {
  try {
    if (readFileSync(file, 'utf8') === text) rmSync(file, { force: true });
  } catch {
    // Somebody removed the folder under us: nothing is left to give back.
  }
}

/** Two that find the same dead claim must not each remove it: the second would remove the first one's new claim. */
function removeIfDead(file: string): void {
  if (!looksDead(file)) return;
  const guard = `${file}.clearing`;
  try {
    mkdirSync(guard);
  } catch (problem) {
    if (!isExisting(problem)) throw problem;
    if (ageInMs(guard) > 5000) rmdirSync(guard);
    return;
  }
  try {
    if (looksDead(file)) rmSync(file, { force: true });
  } finally {
    rmdirSync(guard);
  }
}

function looksDead(file: string): boolean {
  const owner = readOwner(file);
  if (owner) return !isLiving(owner);
  // Without a readable owner it is either being written just now, or was cut off by a power cut.
  return ageInMs(file) > 2000;
}

function ageInMs(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? Date.now() - found.mtimeMs : 0;
}

function isExisting(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'EEXIST';
}
