import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, inject } from 'vitest';
import { z } from 'zod';
import { launchChromium } from '../helpers/chromium.ts';
import { openPracticeNetwork, type PracticeNetwork } from './start.ts';

export interface Looks {
  /** CSS pixels; 360 is a small phone. */
  width?: number;
  scripts?: boolean;
}

/** Each once, for what has to work both ways. */
export const ways = [
  { how: 'with scripts', scripts: true },
  { how: 'without scripts', scripts: false },
] as const;

interface Where {
  /** A network of its own, for whoever moves its clock; the others share one. */
  own?: boolean;
}

/** A Chromium for the tests of one file. */
export function browserForFile({ own = false }: Where = {}): { open(looks?: Looks): Promise<Page> } {
  let browser: Browser;
  let network: PracticeNetwork | undefined;
  beforeAll(async () => {
    network = own ? await openPracticeNetwork(inject('filledFolder')) : undefined;
    browser = await launchChromium();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await network?.close();
  });
  return {
    async open({ width = 1280, scripts = true } = {}) {
      const context = await browser.newContext({
        baseURL: network?.url ?? inject('journeyUrl'),
        viewport: { width, height: 740 },
        javaScriptEnabled: scripts,
      });
      return context.newPage();
    },
  };
}

/** Becomes somebody of the cast, by the button a visitor would press. */
export async function beSomebody(page: Page, person: string): Promise<void> {
  await page.goto('/practice');
  await page.locator(`form[data-form="practice-sign-in"] button[value="${person}"]`).click();
}

export function form(page: Page, name: string) {
  return page.locator(`form[data-form="${name}"]`);
}

const Mail = z.array(
  z.object({ to: z.string(), subject: z.string(), text: z.string(), links: z.array(z.string()) }),
);

/** The newest mail to somebody, as the practice network shows it. */
export async function newestMail(page: Page, to: string): Promise<z.infer<typeof Mail>[number]> {
  const answer = await page.request.get(`/practice/mail?format=json&to=${encodeURIComponent(to)}`);
  const [newest] = Mail.parse(await answer.json());
  if (!newest) throw new Error(`There is no mail to ${to}.`);
  return newest;
}

/** What a list of the page holds, entry by entry. */
export function entries(page: Page, list: string): Promise<string[]> {
  return page.locator(`[data-list="${list}"] [data-id]`).allInnerTexts();
}
