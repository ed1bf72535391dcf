import { expect } from 'vitest';
import type { Client, ShownPage } from './client.ts';
import type { Town } from './db.ts';
import { registered, signedInAs } from './register-story.ts';

export const dee = 'centre-worker@practice.example';
export const jo = 'other-centre-worker@practice.example';
export const ruth = 'coordinator@practice.example';
export const noor = 'noor@saffron.example';
export const sam = 'sam@table.example';

/** A group that its home centre, Eastlock, said yes to. */
export async function publicGroup(
  town: Town,
  email: string,
  who: { name: string; also_called?: string },
  found: { phone?: string } = {},
): Promise<string> {
  const { id } = await registered(await signedInAs(town, email), {
    who: { also_called: '', ...who },
    where: { areas: ['V01'] },
    what: { summary: `${who.name} cooks.`, service_name: `${who.name} lunch` },
    found,
  });
  const worker = await signedInAs(town, dee);
  const queue = (await worker.get('/inbox')).list('inbox');
  const page = await worker.get(queue.find((row) => row.text.includes(who.name))?.href ?? '');
  if (page.hasForm('not-the-same')) await worker.submit(page, 'not-the-same', { why: 'I rang both.' });
  const answered = await worker.submit(await worker.get(page.url), 'answer-registration', {
    answer: 'accepted',
    reason: '',
  });
  expect(answered.status).toBe(200);
  return id;
}

/** Saffron Street Lunch Club is public; somebody registers it again under another name. */
export async function registeredTwice(town: Town): Promise<{ kept: string; gone: string }> {
  const kept = await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
  const { id: gone } = await registered(await signedInAs(town, sam), {
    who: { name: 'Saffron Street Lunch', also_called: 'The Tuesday Table', your_name: 'Sam Ash' },
    where: { areas: ['V01', 'V02'] },
    what: { service_name: 'Thursday supper' },
    found: { phone: '01632 960177' },
  });
  return { kept, gone };
}

/** Opens the comparison and says that they are the same. */
export async function mergeAs(
  browser: Client,
  { gone, kept }: { gone: string; kept: string },
  values: Record<string, string | string[]> = {},
): Promise<ShownPage> {
  const page = await browser.get(`/organisations/${gone}/same/${kept}`);
  return browser.submit(page, 'merge-records', { reason: 'I rang Noor: it is one kitchen.', ...values });
}
