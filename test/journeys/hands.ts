import type { Locator, Page } from '@playwright/test';

/** How somebody works a page: with a pointer, or with keys alone. */
export interface Hand {
  fill(field: Locator, text: string): Promise<void>;
  choose(box: Locator): Promise<void>;
  press(what: Locator): Promise<void>;
}

export const pointer: Hand = {
  fill: (field, text) => field.fill(text),
  choose: (box) => box.check(),
  press: (what) => what.click(),
};

/** More stops than any page has. */
const stopsMax = 250;

/** Tab, arrows, space and enter; what cannot be reached by them fails. */
export function keys(page: Page): Hand {
  return {
    async fill(field, text) {
      await reach(page, field);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
    async choose(box) {
      const name = await box.getAttribute('name');
      if ((await box.getAttribute('type')) !== 'radio') {
        await reach(page, box);
        if (!(await box.isChecked())) await page.keyboard.press('Space');
        return;
      }
      await reach(page, page.locator(`input[type="radio"][name="${name}"]`));
      if (await hasFocus(box)) await page.keyboard.press('Space');
      for (let stop = 0; stop < 20 && !(await box.isChecked()); stop += 1)
        await page.keyboard.press('ArrowDown');
    },
    async press(what) {
      await reach(page, what);
      await page.keyboard.press('Enter');
    },
  };
}

async function reach(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor();
  for (let stop = 0; stop < stopsMax; stop += 1) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No key reaches ${wanted}.`);
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluateAll((found) => found.some((one) => one === document.activeElement));
}
