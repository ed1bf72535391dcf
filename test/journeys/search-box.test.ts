import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { browserForFile } from './browser.ts';

const browser = browserForFile();
let server: Server;
let elsewhere = '';

/** The page of a centre, on another origin, with the pasted line and an attempt to frame a page of ours. */
beforeAll(async () => {
  const ours = inject('journeyUrl');
  const frame = (name: string, path: string) =>
    `<iframe name="${name}" src="${ours}${path}" title="${name}" width="340" height="620"></iframe>`;
  server = createServer((_request, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end(
      `<!doctype html><html lang="en"><title>A centre</title><h1>A centre</h1>
      ${frame('box', '/embed/search?near=AV3+4QT&fixed=near&colour=7a1f5c')}${frame('page', '/search')}</html>`,
    );
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const address = server.address();
  elsewhere = typeof address === 'object' ? `http://127.0.0.1:${address?.port}/` : '';
});

afterAll(() => new Promise((closed) => server.close(closed)));

test.each([true, false])(
  'R30 a centre shows the shared search on its own site (scripts: %s)',
  async (scripts) => {
    const visitor = await browser.open({ scripts });
    await visitor.goto(elsewhere);
    const box = visitor.frameLocator('iframe[name=box]');

    await box.getByLabel('What are you looking for?').fill('lunch');
    await box.getByRole('button', { name: 'Search' }).click();
    await box.getByRole('heading', { level: 1, name: 'Lunch near AV3 4QT' }).waitFor();
    const shown = await box.locator('[data-list="results"] [data-id]').count();
    const refused = visitor.frames().find((frame) => frame.name() === 'page');

    expect(shown).toBeGreaterThan(0);
    expect(visitor.url()).toBe(elsewhere);
    expect(await visitor.context().cookies()).toEqual([]);
    expect(refused?.url()).not.toContain('/search');
    await box.locator('[data-list="results"] a').first().click();
    await visitor.waitForURL(/\/(services|organisations)\//);
  },
);
