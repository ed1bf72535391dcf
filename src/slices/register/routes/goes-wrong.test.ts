import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { fillIn, mailTo, registered, send, signedInAs } from '../../../../test/helpers/register-story.ts';
import { lunchClub, twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';

const noor = 'noor@saffron.example';
const worker = 'centre-worker@practice.example';
const other = 'other-centre-worker@practice.example';

dbTest(
  'C3-J1 a postcode with a typing error comes back with what is wrong, and nothing is lost',
  async (town) => {
    await twoBoroughs(town);
    const browser = await signedInAs(town, noor);
    let page = await browser.submit(await browser.get('/register'), 'begin-registration');
    page = await browser.submit(page, 'register-organisation', lunchClub.who);

    const back = await browser.submit(page, 'register-organisation', {
      ...lunchClub.where,
      postcode: 'AV3 4Q',
    });

    expect(back.status).toBe(422);
    expect(back.text).toContain(
      'AV3 4Q is not a whole postcode. It ends in a number and two letters, like AV3 4QT.',
    );
    expect(back.form('register-organisation').values).toMatchObject({
      postcode: 'AV3 4Q',
      venue: 'Tansy Street Hall',
    });
  },
);

dbTest(
  'C3-J1 when the network drops, what was typed is kept and gone on with on another device',
  async (town) => {
    await twoBoroughs(town);
    const phone = await signedInAs(town, noor);
    const page = await phone.submit(await phone.get('/register'), 'begin-registration');
    const { action, values } = page.form('register-organisation');
    await phone.post(`${action}/keep`, { ...values, name: 'Saffron Street', kind: 'informal' });

    const laptop = await signedInAs(town, noor);
    const again = await laptop.get((await laptop.get('/register')).list('drafts')[0]?.href ?? '');

    expect(again.form('register-organisation').values).toMatchObject({
      name: 'Saffron Street',
      kind: 'informal',
    });
  },
);

dbTest('C3-J1 a similar record is offered while writing, and “none of these” takes it away', async (town) => {
  await twoBoroughs(town);
  await registered(await signedInAs(town, noor));
  const browser = await signedInAs(town, 'sam@elsewhere.example');
  const page = await browser.submit(await browser.get('/register'), 'begin-registration');

  const offered = await browser.submit(page, 'register-organisation', lunchClub.who);
  const taken = await browser.submit(offered, 'none-of-these');

  expect(offered.hasForm('none-of-these')).toBe(true);
  expect([taken.status, taken.h1, taken.hasForm('none-of-these')]).toEqual([200, 'Where you work', false]);
});

dbTest('two windows lose nothing: the second is shown what the first wrote', async (town) => {
  await twoBoroughs(town);
  const browser = await signedInAs(town, noor);
  const page = await browser.submit(await browser.get('/register'), 'begin-registration');
  const first = await browser.submit(page, 'register-organisation', lunchClub.who);
  expect(first.h1).toBe('Where you work');

  const second = await browser.submit(page, 'register-organisation', {
    ...lunchClub.who,
    name: 'Saffron Lane Lunches',
  });

  expect(second.status).toBe(409);
  expect(second.alert).toContain('Saffron Street Lunch Club');
  expect(second.form('register-organisation').values).toMatchObject({ name: 'Saffron Lane Lunches' });
});

dbTest('pressing twice makes one record', async (town) => {
  await twoBoroughs(town);
  const browser = await signedInAs(town, noor);
  const last = await fillIn(browser);

  const [one, two] = await Promise.all([send(browser, last), send(browser, last)]);

  expect([one.status, two.status]).toEqual([200, 200]);
  expect(two.url).toBe(one.url);
  const made = await town.owner
    .selectFrom('register.organisation')
    .select('id')
    .where('kind', '=', 'informal')
    .execute();
  expect(made).toHaveLength(1);
});

dbTest('R1 a second form with the same register number is led to the first record', async (town) => {
  await twoBoroughs(town);
  const who = { register_number: '9912345', legal_form: 'charity' };
  await registered(await signedInAs(town, noor), { who });

  const second = await registered(await signedInAs(town, 'sam@elsewhere.example'), {
    who: { ...who, name: 'Another Name' },
  });

  expect(second.page.status).toBe(409);
  expect(second.page.alert).toContain(
    'Saffron Street Lunch Club is listed with this register number already.',
  );
});

dbTest(
  'a register number that stands at a refused record is said no to, and is no fault of ours',
  async (town) => {
    await twoBoroughs(town);
    const who = { register_number: '9912345', legal_form: 'charity' };
    const first = await registered(await signedInAs(town, noor), { who });
    await town.owner
      .updateTable('register.organisation')
      .set({ state: 'refused' })
      .where('id', '=', first.id)
      .execute();

    const again = await registered(await signedInAs(town, 'sam@elsewhere.example'), { who });

    expect(again.page.status).toBe(409);
    expect(again.page.text).toContain('written down already');
  },
);

dbTest('R3 a group in a borough without a centre is looked after by the one that stands in', async (town) => {
  await twoBoroughs(town);
  const where = { postcode: 'AV5 2AB', areas: ['V05'] };

  const last = await fillIn(await signedInAs(town, noor), { where });

  expect(last.text).toContain('Hartlow Volunteer Centre looks after you, because it answers for Nine Elders');
});

dbTest('C2-J2 a like record is compared side by side before the home centre can say yes', async (town) => {
  const { eastlock } = await twoBoroughs(town);
  const first = await registered(await signedInAs(town, noor));
  const group = await signedInAs(town, 'sam@elsewhere.example');
  const second = await registered(group, { who: { name: 'The Saffron Street Lunch Club' } });
  const centre = await signedInAs(town, worker);
  const page = await centre.get(`/centres/${eastlock}/registrations/${second.id}`);
  expect(page.list('like').map((row) => row.id)).toEqual([second.id, first.id]);

  const tooSoon = await centre.submit(page, 'answer-registration', { answer: 'accepted' });
  expect(tooSoon.status).toBe(409);
  expect(tooSoon.alert).toContain('Look at the like records first');
  const kept = await centre.submit(page, 'not-the-same', {
    why: 'I rang both; one cooks, the other delivers.',
  });
  const yes = await centre.submit(kept, 'answer-registration', { answer: 'accepted' });

  expect(yes.status).toBe(200);
  const why = await town.owner
    .selectFrom('platform.event')
    .select('reason')
    .where('name', '=', 'register.found_not_the_same')
    .execute();
  expect(why).toEqual([{ reason: 'I rang both; one cooks, the other delivers.' }]);
});

dbTest('C2-J2 sent back with a condition, put right, sent again', async (town) => {
  const { eastlock } = await twoBoroughs(town);
  const group = await signedInAs(town, noor);
  const { id } = await registered(group);
  const centre = await signedInAs(town, worker);
  const queue = `/centres/${eastlock}/registrations/${id}`;
  const noWord = await centre.submit(await centre.get(queue), 'answer-registration', { answer: 'returned' });
  expect(noWord.status).toBe(422);
  await centre.submit(noWord, 'answer-registration', { reason: 'Say on which day you cook.' });

  const state = await group.get(`/organisations/${id}/registration`);
  expect(state.text).toContain('Say on which day you cook.');
  await group.submit(state, 'resend-registration');

  const again = await centre.submit(await centre.get(queue), 'answer-registration', { answer: 'accepted' });
  expect(again.status).toBe(200);
  expect((await group.get(`/organisations/${id}/registration`)).text).toContain('The page is public');
});

dbTest(
  'C2-J2 a false group is refused with a reason, the other centre is told, and the hub can be asked',
  async (town) => {
    const { eastlock } = await twoBoroughs(town);
    const group = await signedInAs(town, noor);
    const { id } = await registered(group);
    const centre = await signedInAs(town, worker);
    const page = await centre.get(`/centres/${eastlock}/registrations/${id}`);
    await centre.submit(page, 'answer-registration', {
      answer: 'refused',
      reason: 'The hall has never heard of you.',
    });
    expect((await mailTo(town, other))[0]?.subject).toBe(
      'Saffron Street Lunch Club was refused by Eastlock Volunteer Centre',
    );

    const state = await group.get(`/organisations/${id}/registration`);
    await group.submit(state, 'appeal-refusal', { what: 'We moved there last week.' });
    const hub = await signedInAs(town, 'coordinator@practice.example');
    const appeal = await hub.get((await hub.get('/inbox')).list('inbox')[0]?.href ?? '');
    await hub.submit(appeal, 'answer-appeal', { answer: 'upheld', reason: 'The hall says so, too.' });

    const again = await centre.submit(await centre.get(page.url), 'answer-registration', {
      answer: 'accepted',
    });
    expect(again.status).toBe(200);
  },
);

dbTest('whoever was signed out meanwhile can copy what was written', async (town) => {
  await twoBoroughs(town);
  const group = await signedInAs(town, noor);
  const { id } = await registered(group);
  const form = await group.get(`/organisations/${id}/edit`);
  await group.submit(await group.get('/me'), 'sign-out');

  const out = await group.submit(form, 'change-organisation', {
    description: 'Written with care, and long.',
  });

  expect(out.status).toBe(401);
  expect(out.text).toContain('Written with care, and long.');
  const signIn = out.root.querySelector('main a')?.getAttribute('href');
  expect(signIn).toBe(`/sign-in?next=${encodeURIComponent(form.url)}`);
});

dbTest('a centre answers for itself only, and not twice', async (town) => {
  const { eastlock, hartlow } = await twoBoroughs(town);
  const { id } = await registered(await signedInAs(town, noor));
  const [centre, neighbour] = [await signedInAs(town, worker), await signedInAs(town, other)];
  const page = await neighbour.get(`/centres/${hartlow}/registrations/${id}`);

  const forAnother = await neighbour.post(`/centres/${eastlock}/registrations/${id}`, {
    answer: 'accepted',
    version: '0',
  });
  const refusing = await neighbour.post(page.url, { answer: 'refused', reason: 'No.', version: '0' });
  await neighbour.submit(page, 'answer-registration', { answer: 'not_for_us', reason: 'Too far.' });
  const twice = await neighbour.submit(page, 'answer-registration', { answer: 'accepted' });

  expect([forAnother.status, refusing.status, twice.status]).toEqual([403, 422, 409]);
  expect((await centre.get(`/centres/${hartlow}/registrations/${id}`)).status).toBe(403);
});

dbTest(
  'R9 nobody but its keepers changes a record, and of two who write at once none is lost',
  async (town) => {
    const { eastlock } = await twoBoroughs(town);
    const group = await signedInAs(town, noor);
    const { id } = await registered(group);
    const centre = await signedInAs(town, worker);
    await centre.submit(await centre.get(`/centres/${eastlock}/registrations/${id}`), 'answer-registration', {
      answer: 'accepted',
    });
    const [mine, theirs] = [
      await group.get(`/organisations/${id}/edit`),
      await centre.get(`/organisations/${id}/edit`),
    ];
    expect((await (await signedInAs(town, other)).get(`/organisations/${id}/edit`)).status).toBe(403);

    await centre.submit(theirs, 'change-organisation', { name: 'Saffron Lunches Eastlock' });
    const stale = await group.submit(mine, 'change-organisation', { summary: 'Lunch for anybody.' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Saffron Lunches Eastlock');
    const merged = await group.submit(stale, 'change-organisation', { name: 'Saffron Lunches Eastlock' });

    expect(merged.h1).toBe('Saffron Lunches Eastlock');
    expect(merged.text).toContain('Lunch for anybody.');
    const stranger = await town.browser();
    expect((await stranger.get('/search?q=Saffron+Street+Lunch+Club')).text).toContain(
      'Saffron Lunches Eastlock',
    );
  },
);
