import { setPriority } from 'node:os';
import { log } from './log.ts';

const lowest = 19;

/** Has a process work only while no other wants to. Where that is not allowed all are equal, as before. */
export function giveWay(pid: number): void {
  try {
    setPriority(pid, lowest);
  } catch (problem) {
    log.info({ err: problem }, 'a process could not be made to give way');
  }
}
