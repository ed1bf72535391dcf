import { expect } from 'vitest';
import { dayIn } from '../../../../../test/helpers/coming-days.ts';
import { dbTest } from '../../../../../test/helpers/db.ts';
import { mailTo } from '../../../../../test/helpers/register-story.ts';
import {
  ask,
  centreMail,
  groupMail,
  idIn,
  inboxLink,
  letPass,
  volunteerMail,
  volunteerTown,
} from '../../../../../test/helpers/volunteer-town.ts';
import { addDays } from '../../../../platform/dates.ts';
import { enquiries, introductions, volunteering } from '../../urls.ts';

const canaries = /NAMECANARY|TIMESCANARY|WISHCANARY|07700900321/;

dbTest(
  'R26 C4-J1 from asking to a start: each hears whose turn it is, and only who was told sees who',
  async (town) => {
    const it = await volunteerTown(town);
    const { volunteer, group, there } = it;

    const own = await ask(it, { agree_group: 'yes' });
    const [holding] = await mailTo(town, volunteerMail);
    const [letter] = await mailTo(town, groupMail);
    const waiting = await group.get('/inbox');
    const sent = await group.get(await inboxLink(group, 'Soup stirrer'));
    const opened = await group.submit(sent, 'open-introduction');
    const talking = await group.submit(opened, 'reply-to-introduction', {
      answer: 'talking',
      said: 'I ring you.',
    });
    const bare = await group.submit(talking, 'reply-to-introduction', { answer: 'no' });
    const offered = await group.submit(talking, 'reply-to-introduction', { answer: 'offered' });
    const started = await group.submit(offered, 'start-placement', { starts_on: dayIn(5), meet: 'Kim' });
    const seen = await volunteer.get(own.url);

    expect(own.text).toMatch(/Tansy Street Kitchen has until \w+day \d+ \w+ to reply\./);
    expect(holding?.subject).toBe('We have your question about Soup stirrer');
    expect(holding?.body).toMatch(/Tansy Street Kitchen has until/);
    expect(letter?.subject).toBe('Somebody would like to volunteer: Soup stirrer');
    for (const closed of [waiting.text, sent.text, holding?.body, letter?.body])
      expect(closed).not.toMatch(canaries);
    expect(opened.text).toContain('NAMECANARY Robin');
    expect(opened.text).not.toContain('WISHCANARY');
    expect(bare.problems.reason).toContain('Choose why');
    expect(started.root.querySelector('[data-state=started]')).not.toBeNull();
    expect(seen.text).toContain('Kim');
    expect(seen.text).toContain('You have started');
    expect(seen.text).toContain('“I ring you.”');
    expect((await volunteer.get('/me')).text).toContain('What you asked, and how far it is');
    expect((await volunteer.get('/who-has-my-details')).text).toContain(
      'Tansy Street Kitchen looked at your details',
    );
    // The centre was not told: it sees how far it is, and nobody.
    const outline = await it.centre.get(enquiries.one(idIn(own)));
    expect(outline.text).toContain('They have not agreed that the centre knows');
    expect(outline.text + (await it.centre.get('/enquiries')).text).not.toMatch(canaries);
    expect((await it.otherCentre.get(enquiries.one(idIn(own)))).status).toBe(404);
    expect((await it.coordinator.get(enquiries.one(idIn(own)))).text).not.toMatch(canaries);
    expect(
      await town.owner
        .selectFrom('loops.loop')
        .select('kind')
        .where('ended_at', 'is', null)
        .where('kind', 'in', ['enquiry', 'introduction', 'placement'])
        .execute(),
    ).toEqual([]);
    expect(there.role).not.toBe('');
  },
);

dbTest('R4 C4-J1 a visitor joins by the e-mail link, and what was typed stays', async (town) => {
  const it = await volunteerTown(town);
  const visitor = await town.browser();
  const form = await visitor.get(volunteering.ask(it.there.role));

  const signIn = await visitor.submit(form, 'enquire', {
    ...{ name: 'Robin New', phone: '', times: 'Sundays', of_age: 'yes', agree_centre: 'yes' },
  });
  await visitor.submit(signIn, 'ask-for-sign-in', { email: 'new@home.example' });
  const [mail] = await mailTo(town, 'new@home.example');
  const code = /\d{3} \d{3}/.exec(mail?.subject ?? '')?.[0] ?? '';
  const back = await visitor.submit(await visitor.get('/sign-in/code'), 'enter-code', { code });
  const done = await visitor.submit(back, 'enquire');
  const next = await visitor.get(volunteering.askCentre(it.there.centres.hartlow));
  const second = await visitor.submit(next, 'enquire', { agree_centre: 'yes' });

  expect(signIn.h1).toBe('Sign in');
  expect(back.h1).toBe('Ask about “Soup stirrer”');
  expect(back.form('enquire').values).toMatchObject({ name: 'Robin New', times: 'Sundays', of_age: 'yes' });
  expect(done.text).toMatch(/Eastlock Volunteer Centre has until \w+day/);
  expect(await town.owner.selectFrom('volunteering.asking').select('id').execute()).toEqual([]);
  // R4: another centre is asked with no new form, and each sees only its own.
  expect(next.form('enquire').values).toMatchObject({ name: 'Robin New', times: 'Sundays' });
  expect(second.text).toContain('Hartlow Volunteer Centre has until');
  expect((await it.otherCentre.get('/enquiries')).list('enquiries')).toHaveLength(1);
  expect((await it.centre.get('/enquiries')).list('enquiries')[0]?.text).toContain('Robin New');
  expect((await it.otherCentre.get(enquiries.one(idIn(done)))).status).toBe(404);
});

dbTest('R23 D5/1 nothing is sent without a tick, and what was typed is kept', async (town) => {
  const it = await volunteerTown(town);

  const none = await ask(it, {});
  const young = await ask(it, { agree_group: 'yes', of_age: 'no' });
  const twice = await Promise.all([ask(it), ask(it)]);

  expect(none.status).toBe(422);
  expect(none.problems.agree_group).toContain('Nothing is sent until you say who may know');
  expect(none.form('enquire').values.wishes).toBe('WISHCANARY I like to cook');
  expect(young.problems.of_age).toContain('18 and over');
  expect(new Set(twice.map((page) => page.url)).size).toBe(1);
  const all = (table: 'volunteering.enquiry' | 'volunteering.introduction') =>
    town.owner.selectFrom(table).select('id').execute();
  expect([
    (await all('volunteering.enquiry')).length,
    (await all('volunteering.introduction')).length,
  ]).toEqual([1, 1]);
  // The database itself refuses an introduction to a role that the agreement does not name.
  const forged = town.owner
    .updateTable('volunteering.introduction')
    .set({ role_id: it.there.waitingRole })
    .execute();
  await expect(forged).rejects.toMatchObject({ constraint: 'its_basis_names_its_role' });
});

dbTest(
  'R20 C2-J1 the centre advises, reads the words out, introduces, and asks after six weeks',
  async (town) => {
    const it = await volunteerTown(town);
    const { centre, group } = it;
    const own = await ask(it, { agree_centre: 'yes' });
    const id = idIn(own);

    const [word] = await mailTo(town, centreMail);
    const page = await centre.get(enquiries.one(id));
    const advised = await centre.submit(page, 'note-enquiry', { said: 'Likes to cook for many.' });
    const unread = await centre.submit(advised, 'introduce', { how: 'spoken', given_on: dayIn(0) });
    const tomorrow = await centre.submit(advised, 'introduce', {
      how: 'spoken',
      given_on: dayIn(2),
      agreed: 'yes',
    });
    const early = await group.get(introductions.list());
    const sent = await centre.submit(advised, 'introduce', {
      how: 'spoken',
      given_on: dayIn(0),
      agreed: 'yes',
    });
    const again = await centre.submit(advised, 'introduce', {
      how: 'spoken',
      given_on: dayIn(0),
      agreed: 'yes',
    });
    const opened = await group.submit(await group.get(await inboxLink(group, 'Soup')), 'open-introduction');
    const offered = await group.submit(opened, 'reply-to-introduction', { answer: 'offered' });
    await group.submit(offered, 'start-placement', { starts_on: dayIn(1), meet: 'Kim' });
    await letPass(town, addDays(new Date(), 50));
    const [after] = await mailTo(town, volunteerMail);
    const list = await centre.get('/enquiries');

    expect(word?.subject).toBe('Somebody asks about Soup stirrer');
    expect(page.text).toContain('WISHCANARY');
    expect(page.text).toContain('They asked about it');
    expect(advised.text).toContain('“Likes to cook for many.”');
    expect(unread.problems.agreed).toContain('Nothing can be sent until they agree');
    expect(tomorrow.problems.given_on).toContain('has not come yet');
    expect(early.text).toContain('Nobody waits for you.');
    expect(sent.root.querySelector('[data-state=introduced]')).not.toBeNull();
    expect(again.status).toBe(409);
    expect(after?.subject).toBe('Six weeks of Soup stirrer: how is it?');
    expect(list.text).toContain('Started: 1');
    expect(list.text).toContain('Half of them heard from somebody within the hour.');
    const basis = town.owner.selectFrom('privacy.basis').select(['how', 'wording', 'taken_by_person_id']);
    const { how, wording, taken_by_person_id } = await basis
      .where('purpose', '=', 'introduction')
      .executeTakeFirstOrThrow();
    expect([how, taken_by_person_id]).toEqual(['spoken', it.there.people['centre A']]);
    expect(wording).toContain('Tansy Street Kitchen may have your name');
    expect(wording).toContain('for the role “Soup stirrer” and for nothing else');
  },
);

dbTest(
  'C2-J1 the volunteer agrees on their own page; withdrawn, the link is dead and a stub is left',
  async (town) => {
    const it = await volunteerTown(town);
    const { centre, volunteer, group } = it;
    const own = await ask(it, { agree_centre: 'yes' });
    const advised = await centre.get(enquiries.one(idIn(own)));

    await centre.submit(
      advised,
      'match-enquiry',
      { role_id: it.there.role },
      { press: 'Ask them on their own page' },
    );
    const [question] = await mailTo(town, volunteerMail);
    const untouched = await volunteer.submit(await volunteer.get(own.url), 'agree-to-introduction');
    const agreed = await volunteer.submit(await volunteer.get(own.url), 'agree-to-introduction', {
      agreed: 'yes',
    });
    const link = await inboxLink(group, 'Soup stirrer');
    await group.submit(await group.get(link), 'open-introduction');
    const stopped = await volunteer.submit(await volunteer.get(own.url), 'stop-own-enquiry', {
      ...{ reason: 'found_else', keep_private: 'yes' },
    });
    const dead = await group.get(link);
    const inbox = await group.get('/inbox');

    expect(question?.subject).toBe('May Tansy Street Kitchen have your name?');
    expect(untouched.problems.agreed).toContain('Nothing was sent');
    expect(agreed.text).toContain('Tansy Street Kitchen has until');
    expect(stopped.text).toContain('You stopped this');
    expect(dead.text).not.toMatch(canaries);
    expect(dead.text).toContain('nothing is left of it here but the dates');
    expect(inbox.text).toContain('Details of a volunteer');
    expect((await centre.get(enquiries.one(idIn(own)))).text).not.toContain('found something else');
    expect(
      await town.owner.selectFrom('volunteering.introduction').select(['name', 'email']).execute(),
    ).toEqual([{ name: '', email: '' }]);
  },
);
