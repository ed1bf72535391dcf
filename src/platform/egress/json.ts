import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../root.ts';
import { NotReached } from './words.ts';

const file = join(projectRoot, 'src/platform/egress/read-json.mjs');
const memory = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 1 };
const usualMs = 3000;

export interface JsonReader {
  /** `name` begins the sentence that says what is wrong: `The answer`. */
  read(bytes: Uint8Array, name: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Reads JSON that strangers wrote, in a thread that may neither take long nor much room. A killed one is replaced. */
export function jsonReader({ mostMs = usualMs } = {}): JsonReader {
  let thread: Worker | undefined;
  // One at a time, so that whoever is slow is the one that is killed.
  let before: Promise<unknown> = Promise.resolve();

  async function readNow(bytes: Uint8Array, name: string): Promise<unknown> {
    thread ??= new Worker(file, { resourceLimits: memory });
    thread.unref();
    const answer = await answerOf(thread, bytes, mostMs);
    if ('value' in answer) return answer.value;
    if (answer.isOver) {
      await thread.terminate();
      thread = undefined;
    }
    throw new NotReached('broken', `${name} ${answer.wrong}.`);
  }
  return {
    read(bytes, name) {
      const mine = before.then(() => readNow(bytes, name));
      before = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      await thread?.terminate();
      thread = undefined;
    },
  };
}

type Answer = { value: unknown } | { wrong: string; isOver?: boolean };

function answerOf(thread: Worker, bytes: Uint8Array, mostMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end({ wrong: 'takes too long to read', isOver: true }), mostMs);
    const fell = () => end({ wrong: 'needs too much memory to read', isOver: true });
    function end(answer: Answer): void {
      clearTimeout(timer);
      thread.off('message', end).off('error', fell).off('exit', fell);
      resolve(answer);
    }
    thread.on('message', end).on('error', fell).on('exit', fell);
    thread.postMessage(bytes);
  });
}
