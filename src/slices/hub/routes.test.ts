import { expect } from 'vitest';
import { demoTest } from '../../../test/helpers/demo-town.ts';

demoTest('the coordinator starts the day with what is late', async ({ browser }) => {
  const ruth = await browser();
  await ruth.post('/practice/sign-in', { person: 'coordinator' });

  const page = await ruth.get('/hub');

  expect(page.h1).toMatch(/^Good (morning|afternoon|evening), Ruth$/);
  expect(page.list('queues').map((queue) => queue.id)).toContain('late-answers');
  expect(page.list('late-answers').length).toBeGreaterThan(0);
  expect(page.list('centres').length).toBe(13);
  const registrations = page.list('registrations').map((row) => row.text.includes('Late'));
  expect(registrations).toEqual([...registrations].sort((a, b) => Number(b) - Number(a)));
});

demoTest('everything the hub’s page leads to opens for the coordinator', async ({ browser }) => {
  const ruth = await browser();
  await ruth.post('/practice/sign-in', { person: 'coordinator' });
  await ruth.get('/hub');

  expect(await ruth.deadLinks()).toEqual([]);
});

demoTest('whoever does not coordinate the network is not let in', async ({ browser }) => {
  const visitor = await browser();
  const dee = await browser();
  await dee.post('/practice/sign-in', { person: 'centre-worker' });
  const amrit = await browser();
  await amrit.post('/practice/sign-in', { person: 'data-lead' });

  expect((await visitor.get('/hub')).status).toBe(401);
  expect((await dee.get('/hub')).status).toBe(403);
  expect((await amrit.get('/hub')).status).toBe(403);
});
