import { readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memory = '/dev/shm';
/** What the databases of a whole run need at most, in bytes, with room to spare. */
const room = 4 * 1024 ** 3;

/** Where tests keep their files: in memory if there is room, because each test copies some fourteen hundred of them. */
export function scratch(): string {
  return hasMemory() ? memory : tmpdir();
}

/** An engine that belongs to root is run from a copy beside its data, so the place has to allow programs. */
function hasMemory(): boolean {
  try {
    const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
    const options = mounts.map((line) => line.split(' ')).find(([, place]) => place === memory)?.[3];
    if (options === undefined || options.split(',').some((one) => one === 'noexec' || one === 'ro'))
      return false;
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > room;
  } catch {
    return false;
  }
}
