import { expect } from 'vitest';
import type { Client, ShownPage } from '../../../../test/helpers/client.ts';
import { dbTest } from '../../../../test/helpers/db.ts';
import { mailTo, send, signedInAs } from '../../../../test/helpers/register-story.ts';
import { lunchClub, pathIn, twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';

const dee = 'centre-worker@practice.example';

dbTest('R140 a worker registers a caller, and the record says “taken by phone”', async (town) => {
  const { eastlock } = await twoBoroughs(town);
  const worker = await signedInAs(town, dee);
  const queue = await worker.get(`/centres/${eastlock}/registrations`);
  expect(queue.text).toContain('Register a group for somebody');

  const letter = await take(worker, eastlock, {});
  const id = /organisations\/([0-9a-f-]{36})/.exec(letter.url)?.[1] ?? '';
  const queued = await worker.get(`/centres/${eastlock}/registrations/${id}`);
  await worker.submit(queued, 'answer-registration', { answer: 'accepted' });
  const page = await (await town.browser()).get(`/organisations/${id}`);

  expect(letter.text).toMatch(/Taken by phone by Pat centre-worker at Eastlock Volunteer Centre on/);
  expect(letter.text).toContain('Dear Noor Bexley,');
  expect(page.text).toMatch(/Written down Taken by phone at Eastlock Volunteer Centre, \d+ \w+/);
  expect(page.text).toContain('This is our group');
  expect(page.text).not.toContain('Noor Bexley');
  expect((await worker.get('/me')).text).not.toContain(lunchClub.who.name);
});

dbTest('R140 a group with a mailbox is asked by mail, and runs its page from there', async (town) => {
  const { eastlock } = await twoBoroughs(town);
  const worker = await signedInAs(town, dee);

  const letter = await take(worker, eastlock, { how: 'paper', email: 'noor@saffron.example' });
  const [mail] = await mailTo(town, 'noor@saffron.example');
  const noor = await signedInAs(town, 'noor@saffron.example');
  const invited = await noor.get(pathIn(mail?.body ?? '', '/invitations/'));
  await noor.submit(invited, 'accept-invitation');

  expect(letter.text).toContain('Taken on paper by');
  expect(letter.text).toContain('A mail went to noor@saffron.example');
  const id = /organisations\/([0-9a-f-]{36})/.exec(letter.url)?.[1] ?? '';
  expect((await noor.get(`/organisations/${id}/edit`)).status).toBe(200);
});

dbTest('R140 a letter is printed, and that it came back is noted', async (town) => {
  const { eastlock } = await twoBoroughs(town);
  const worker = await signedInAs(town, dee);
  const letter = await take(worker, eastlock, {});

  const silent = await worker.submit(letter, 'confirm-taken');
  const noted = await worker.submit(letter, 'confirm-taken', { confirmed_how: 'letter' });

  expect(letter.text).toContain('There is no mailbox: print the letter');
  expect(silent.status).toBe(422);
  expect(noted.text).toMatch(/Confirmed on .*the letter came back signed/);
  const other = await signedInAs(town, 'other-centre-worker@practice.example');
  expect((await other.get(letter.url)).status).toBe(404);
});

dbTest('R140 nobody takes a form for a centre they do not work at', async (town) => {
  const { eastlock } = await twoBoroughs(town);
  const other = await signedInAs(town, 'other-centre-worker@practice.example');

  expect((await other.get(`/centres/${eastlock}/take`)).status).toBe(403);
  expect((await other.post(`/centres/${eastlock}/take`, { how: 'phone' })).status).toBe(403);
});

dbTest('R140 the form is there to print for whoever likes a pen', async (town) => {
  await twoBoroughs(town);
  const stranger = await town.browser();

  const start = await stranger.get('/register');
  const paper = await stranger.get('/register/paper');

  expect(start.text).toContain('Print the form');
  for (const words of ['Name of your group', 'Eastlock', '☐ Food', 'Postcode'])
    expect(paper.text).toContain(words);
});

/** Writes the one form for somebody, as they say it. */
async function take(
  worker: Client,
  centre: string,
  { how = 'phone', email = '' }: { how?: string; email?: string },
): Promise<ShownPage> {
  let page = await worker.submit(await worker.get(`/centres/${centre}/take`), 'take-registration', { how });
  page = await worker.submit(page, 'register-organisation', lunchClub.who);
  page = await worker.submit(page, 'register-organisation', lunchClub.where);
  page = await worker.submit(page, 'register-organisation', lunchClub.what);
  page = await worker.submit(page, 'register-organisation', { ...lunchClub.found, email });
  return send(worker, page);
}
