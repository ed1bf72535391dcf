import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { beSomebody, browserForFile, entries, form, ways } from './browser.ts';

const browser = browserForFile();

for (const { how, scripts } of ways) {
  test(`C5-J2 C3-J5 ${how}: somebody is referred with consent, helped, and the link worker hears of it`, {
    timeout: 150_000,
  }, async () => {
    const desk = await browser.open({ scripts });
    await beSomebody(desk, 'link-worker');
    await refer(desk, 'A hot meal with others, and no stairs.', `Mrs Wren ${how}`);
    const address = desk.url();
    const code = await desk.locator('h1').innerText();

    const phone = await browser.open({ scripts, width: 360 });
    await beSomebody(phone, 'group-organiser');
    await phone.goto('/inbox');
    expect(await phone.locator('main').innerText()).not.toContain('Mrs Wren');
    await phone.goto(address);
    await phone.getByText('A hot meal with others').waitFor();
    expect(await phone.locator('main').innerText()).not.toContain('Mrs Wren');
    await form(phone, 'open-referral').getByRole('button').click();
    await phone.getByText('Mrs Wren').first().waitFor();
    await form(phone, 'answer-referral').locator('input[value=accept]').check();
    await form(phone, 'answer-referral').getByRole('button').click();
    await phone.locator('[data-state=accepted]').waitFor();
    await form(phone, 'tell-referral').locator('input[value=started]').check();
    await form(phone, 'tell-referral').getByLabel('In a sentence').fill('She came on Friday.');
    await form(phone, 'tell-referral').getByRole('button').click();
    await phone.locator('[data-state=started]').waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    await desk.goto(address);
    expect(code).toMatch(/^Referral [A-Z0-9]{4}-[A-Z0-9]{4}$/);
    expect(await desk.locator('[data-state=started]').innerText()).toBe('Started');
    await desk.getByText('She came on Friday.').waitFor();
    const paper = await desk.request.get(`${address}/message-back.pdf`);
    expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect((await paper.body()).toString('latin1')).toContain('/StructTreeRoot');
  });
}

test('C4-J2 C5-J2 the person opens the link of the letter, sees who has their details, and stops it', async () => {
  const desk = await browser.open({});
  await beSomebody(desk, 'link-worker');
  await refer(desk, 'Company at lunch.', 'Mr Teasel');
  const address = desk.url();
  await form(desk, 'make-letter').getByRole('button').click();
  const link = await desk.locator('.break').last().innerText();
  const person = await browser.open({ width: 360, scripts: false });
  await person.goto(link);
  await person.getByRole('heading', { name: 'Who has my details?' }).waitFor();
  await form(person, 'withdraw-basis').getByRole('button').click();
  await person.getByText('You stopped this').first().waitFor();

  await desk.goto(address);
  expect(await desk.locator('[data-state=withdrawn]').first().innerText()).toBe('Withdrawn');
  expect(await desk.locator('main').innerText()).not.toContain('Mr Teasel');
});

test('C5-J5 a doctor sees at one look how far the referrals of the practice are, and no name', async () => {
  const doctor = await browser.open({ width: 360 });
  await beSomebody(doctor, 'gp-practice');
  await doctor.goto('/me');
  await doctor.getByRole('link', { name: 'Made for us' }).click();
  const rows = await entries(doctor, 'referrals-behalf');

  expect(rows.length).toBeGreaterThan(5);
  expect(rows.join()).toMatch(/Started/);
  expect(rows.join()).not.toMatch(/Odile|Ostler|Marchetti|Webb/);
});

/** To lunch at the hall of Tuesday Table. */
async function refer(desk: Page, need: string, name: string): Promise<void> {
  await desk.goto('/search?q=lunch+at+the+hall&near=AV3+4QT&kind=service');
  await desk.locator('[data-list="results"] [data-id]').first().getByRole('link').first().click();
  await desk.getByRole('link', { name: 'Refer somebody, with their consent' }).click();
  const sheet = form(desk, 'send-referral');
  await sheet.getByLabel('What do they need?').fill(need);
  await sheet.getByLabel('What they want to be called').fill(name);
  await sheet.getByLabel(/^Telephone/).fill('01632 960555');
  await sheet.getByLabel(/^They agree that/).check();
  await sheet.getByRole('button').click();
  await desk.locator('[data-state=sent]').waitFor();
}
