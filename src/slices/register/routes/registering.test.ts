import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { lunchClub, twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';

async function organiser({ owner, signedIn }: Town) {
  const id = '018f0000-0000-7000-8000-000000000001';
  const at = new Date('2026-01-01T10:00:00Z');
  await owner
    .insertInto('people.person')
    .values({ id, email: 'noor@saffron.example', created_at: at, changed_at: at })
    .execute();
  return signedIn(id);
}

dbTest('R1 R3 one form reaches both centres, and the home centre is named with the reason', async (town) => {
  const { eastlock, hartlow } = await twoBoroughs(town);
  const browser = await town.browser((await organiser(town)).token);

  let page = await browser.submit(await browser.get('/register'), 'begin-registration');
  page = await browser.submit(page, 'register-organisation', lunchClub.who);
  page = await browser.submit(page, 'register-organisation', lunchClub.where);
  page = await browser.submit(page, 'register-organisation', lunchClub.what);
  page = await browser.submit(page, 'register-organisation', lunchClub.found);
  expect(page.text).toContain('Eastlock Volunteer Centre looks after you, because it covers Eastlock');
  const [question] = await town.owner.selectFrom('register.centre_question').select('id').execute();
  const unanswered = await browser.submit(page, 'register-organisation');
  expect(unanswered.status).toBe(422);
  page = await browser.submit(unanswered, 'register-organisation', { [`answer-${question?.id}`]: 'yes' });

  expect(page.status).toBe(200);
  expect(page.h1).toBe('How it stands: Saffron Street Lunch Club');
  const answers = await town.owner
    .selectFrom('register.centre_answer')
    .select(['centre_id', 'home', 'state'])
    .execute();
  expect(answers.map((one) => one.centre_id).sort()).toEqual([eastlock, hartlow].sort());
  expect(answers.find((one) => one.home)?.centre_id).toBe(eastlock);
});
