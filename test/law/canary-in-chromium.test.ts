import type { BrowserContext } from '@playwright/test';
import { expect } from 'vitest';
import { serveTown } from '../helpers/bare-app.ts';
import { cells } from '../helpers/cells.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { dbTest, type Town } from '../helpers/db.ts';
import { hostileTown } from '../helpers/hostile-town.ts';
import type { Somebody, Things } from '../helpers/things.ts';

dbTest(
  'T-XSS nothing that anybody wrote runs in a browser, and no page asks another host',
  async (town) => {
    const there = await hostileTown(town);
    const site = await serveTown(town);
    const chromium = await launchChromium();

    try {
      for (const who of ['nobody', 'admin of A', 'centre A', 'coordinator'] as const) {
        const context = await chromium.newContext({ baseURL: site.url });
        await signIn(context, { town, there, who, url: site.url });

        const seen = await walkThrough(context, pagesOf(there, who), site.url);

        expect(seen).toEqual([]);
        await context.close();
      }
    } finally {
      await chromium.close();
      await site.close();
    }
  },
  { timeout: 120_000 },
);

const own = /^\/(me|inbox|hub|register\/|centres|claims|suggestions|appeals|organisations|services)/;

/** All pages for whoever is signed out, and for the others those that may look otherwise to them. */
function pagesOf(there: Things, who: Somebody | 'nobody'): string[] {
  const paths = cells(there)
    .filter(({ method, name }) => method === 'GET' && !name.endsWith('(absent)'))
    .map(({ path }) => path);
  if (who !== 'nobody') return paths.filter((path) => own.test(path));
  const pages = paths.filter((path) => !path.startsWith('/api') && !/[.](txt|xml)$/.test(path));
  return [...pages, '/search?q=svg', '/map?q=svg'];
}

/** Opens each page and says what ran, what the browser complained about, and who else was asked. */
async function walkThrough(
  context: BrowserContext,
  paths: readonly string[],
  url: string,
): Promise<string[]> {
  const seen: string[] = [];
  const page = await context.newPage();
  page.on(
    'console',
    (message) => /Content Security Policy|Refused/.test(message.text()) && seen.push(message.text()),
  );
  page.on('pageerror', (error) => seen.push(error.message));
  page.on(
    'request',
    (request) =>
      request.url().startsWith(url) || request.url().startsWith('data:') || seen.push(request.url()),
  );
  for (const path of paths) {
    // What is taken along as a file is no page.
    await page.goto(path).catch((problem: Error) => {
      if (!problem.message.includes('Download is starting')) throw problem;
    });
    if (await page.evaluate('window.__x !== undefined')) seen.push(`ran on ${path}`);
  }
  return seen;
}

async function signIn(
  context: BrowserContext,
  as: { town: Town; there: Things; who: Somebody | 'nobody'; url: string },
): Promise<void> {
  if (as.who === 'nobody') return;
  const { token } = await as.town.signedIn(as.there.people[as.who]);
  await context.addCookies([{ name: 's', value: token, url: as.url }]);
}
