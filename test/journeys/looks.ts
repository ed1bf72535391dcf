import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { z } from 'zod';

const small = { width: 360, height: 740 };
const wide = { width: 1280, height: 800 };
/** WCAG 1.4.10: a page still fits a window of 320 pixels, or of 1280 enlarged four times. */
const narrowest = { width: 320, height: 740 };
const Violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe finds on a small screen by day and on a wide one by night, and what sticks out of the narrowest one. */
export async function flaws(page: Page): Promise<string[]> {
  const path = new URL(page.url()).pathname;
  const found: string[] = [];
  await page.evaluate(axe.source);
  for (const [viewport, colorScheme] of [
    [small, 'light'],
    [wide, 'dark'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = Violations.parse(await page.evaluate(runAxe));
    found.push(
      ...violations.map(
        ({ id, nodes }) => `${path} at ${viewport.width}, ${colorScheme}: ${id} ${nodes[0]?.html}`,
      ),
    );
  }
  await page.setViewportSize(narrowest);
  const width = await page.evaluate('document.documentElement.scrollWidth');
  if (width !== narrowest.width) found.push(`${path} is ${width} wide at ${narrowest.width}`);
  return found;
}

/** Only what is wrong: to describe what is right takes as long as looking. A frame is a page of its own. */
const runAxe = `axe.run({ resultTypes: ['violations'], iframes: false, performanceTimer: false })
  .then((results) => results.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`;

/** What a page does that its rules forbid: code or pictures of others, and questions to other hosts. */
export function watch(page: Page, url: string): string[] {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) seen.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^data:/.test(request.url()) && !request.url().startsWith(url)) seen.push(request.url());
  });
  return seen;
}
