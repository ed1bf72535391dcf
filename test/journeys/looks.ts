import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const small = { width: 360, height: 740 };
const wide = { width: 1280, height: 800 };
/** WCAG 1.4.10: a page still fits a window of 320 pixels, or of 1280 enlarged four times. */
const narrowest = { width: 320, height: 740 };

/** What axe finds on a small screen by day and on a wide one by night, and what sticks out of the narrowest one. */
export async function flaws(page: Page): Promise<string[]> {
  const path = new URL(page.url()).pathname;
  const found: string[] = [];
  for (const [viewport, colorScheme] of [
    [small, 'light'],
    [wide, 'dark'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
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
