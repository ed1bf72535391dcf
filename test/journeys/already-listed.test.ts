import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { beSomebody, browserForFile, form } from './browser.ts';
import { signIn } from './registering.ts';

const name = 'Wicket Passage Menders';
const browser = browserForFile();

test('C3-J1 R53 whoever is on the council’s list already says so, is rung, and keeps the page', async () => {
  await importCouncilList();
  const kofi = await browser.open({ width: 360, scripts: false });
  await kofi.goto('/search?q=wicket+menders');
  await kofi.getByRole('link', { name, exact: true }).click();
  await kofi.getByRole('link', { name: 'This is our group' }).click();
  await kofi.locator('main').getByRole('link', { name: 'Sign in' }).click();
  await signIn(kofi, 'kofi@wicket.example');
  expect(await kofi.locator('h1').textContent()).toBe(`Is ${name} yours?`);
  await form(kofi, 'claim-organisation').getByLabel('Who else can be asked?').fill('Abena, at the passage.');
  await form(kofi, 'claim-organisation').getByRole('button').click();
  await kofi.goto('/me');
  expect(await kofi.locator('main').textContent()).not.toContain(name);

  const dee = await browser.open();
  await beSomebody(dee, 'centre-worker');
  await dee.goto('/inbox');
  await dee.getByRole('link', { name, exact: true }).click();
  await form(dee, 'answer-claim').locator('[value="accepted"]').check();
  await form(dee, 'answer-claim')
    .getByLabel('How you checked')
    .fill('Rang the number on the list; Kofi answered.');
  await form(dee, 'answer-claim').getByRole('button').click();

  await kofi.goto('/me');
  await kofi.getByRole('link', { name, exact: true }).click();
  await kofi.goto(kofi.url().replace(/[^/]+$/, 'edit'));
  expect(await kofi.locator('h1').textContent()).toBe(`Change the page of ${name}`);
});

async function importCouncilList(): Promise<void> {
  const file = join(inject('journeyData'), 'council.csv');
  writeFileSync(
    file,
    `org_id,name,postcode,activities,phone\nC-77,${name},AV3 4QT,Mends things,01632 960155\n`,
  );
  const env = { ...process.env, JOINERY_DATA: inject('journeyData') };
  await promisify(execFile)('bin/joinery', ['import', 'organisations', file, '--source', 'council'], { env });
}
