import { type Bench, figure } from './tools/bench.ts';
import { startPractice } from './tools/practice.ts';

const pages = ['/', '/search?q=lunch&near=AV3+4QT', '/map?near=AV3+4QT', '/areas/V01', '/register'];
const goal = { response: 14 * 1024, view: 50 * 1024 };

/** G14: what a first view brings over the wire, gzipped: the page, its style sheet, its scripts and its icon. */
export const bench: Bench = {
  name: 'weight',
  what: 'bytes of a first view, against the goals of 14 KB for the answer and 50 KB in all',
  size: 1,
  async *run() {
    const practice = await startPractice();
    try {
      for (const path of pages) {
        const page = await weigh(practice.url + path);
        const parts = [...page.text.matchAll(/(?:href|src|data-\w+)="(\/(?:assets\/|mark)[^"]+)"/g)].map(
          (found) => found[1] ?? '',
        );
        let all = page.bytes;
        for (const part of new Set(parts)) all += (await weigh(practice.url + part)).bytes;
        yield figure(`${path}: answer, bytes gzipped, against the goal`, page.bytes, goal.response);
        yield figure(`${path}: whole first view, bytes, against the goal`, all, goal.view);
      }
    } finally {
      await practice.stop();
    }
  },
};

/** As it comes over the wire: `fetch` unpacks, so the length is taken from the raw answer. */
async function weigh(url: string): Promise<{ bytes: number; text: string }> {
  const raw = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  const text = await raw.text();
  const { gzipSync } = await import('node:zlib');
  const length = raw.headers.get('content-length');
  return { bytes: length === null ? gzipSync(text, { level: 4 }).byteLength : Number(length), text };
}
