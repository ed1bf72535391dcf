import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Longer no page of ours takes. */
const patienceMs = 30_000;

/** A page as a tagged PDF, so that it can be read aloud and filed. Without Chromium there is none, and the page prints. */
export type MakePdf = (html: string) => Promise<Uint8Array>;

/** One at a time: each is a browser of its own. It reaches no network and leaves nothing behind. */
export function pdfsWith(chromium: string): MakePdf {
  let before: Promise<unknown> = Promise.resolve();
  return (html) => {
    const made = before.then(() => print(chromium, html));
    before = made.catch(() => undefined);
    return made;
  };
}

async function print(chromium: string, html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'joinery-pdf-'));
  const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
  try {
    await writeFile(page, html, { mode: 0o600 });
    await run(chromium, [...flags(folder), `--print-to-pdf=${pdf}`, pathToFileURL(page).href], {
      timeout: patienceMs,
      killSignal: 'SIGKILL',
    });
    return new Uint8Array(await readFile(pdf));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function flags(folder: string): string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-pdf-header-footer',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${join(folder, 'profile')}`,
    // Chromium refuses its sandbox to the super user.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
