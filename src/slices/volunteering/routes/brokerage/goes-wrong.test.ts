import { expect } from 'vitest';
import type { Client } from '../../../../../test/helpers/client.ts';
import { dayIn } from '../../../../../test/helpers/coming-days.ts';
import { dbTest, type Town } from '../../../../../test/helpers/db.ts';
import { mailTo } from '../../../../../test/helpers/register-story.ts';
import { pathIn } from '../../../../../test/helpers/two-boroughs.ts';
import {
  ask,
  groupMail,
  idIn,
  inboxLink,
  letPass,
  type VolunteerTown,
  volunteerMail,
  volunteerTown,
} from '../../../../../test/helpers/volunteer-town.ts';
import { addDays } from '../../../../platform/dates.ts';
import { enquiries, roles, volunteering } from '../../urls.ts';

dbTest(
  'R26 C4-J1 a silent group: an apology with other roles, a task for the centre, and an end',
  async (town) => {
    const it = await volunteerTown(town);
    await anotherRole(town, it);
    const own = await ask(it, { agree_group: 'yes' });

    await letPass(town, addDays(new Date(), 14));
    const [sorry] = await mailTo(town, volunteerMail);
    const seen = await it.volunteer.get(own.url);
    const task = (await it.centre.get('/inbox')).text;
    const rang = await it.centre.submit(await it.centre.get(enquiries.one(idIn(own))), 'note-enquiry', {
      said: 'I rang the kitchen.',
    });
    const after = (await it.centre.get('/inbox')).text;
    await letPass(town, addDays(new Date(), 31));
    const [over] = await mailTo(town, volunteerMail);
    const ended = await it.volunteer.get(own.url);

    expect(sorry?.subject).toBe('We are sorry: no answer yet about Soup stirrer');
    expect(sorry?.body).toContain('Soup carrier, with Tansy Street Kitchen');
    expect(seen.list('others')[0]?.text).toContain('Soup carrier');
    expect(task).toContain('Ring Tansy Street Kitchen');
    expect(rang.status).toBe(200);
    expect(after).not.toContain('Ring Tansy Street Kitchen');
    expect(over?.subject).toBe('Soup stirrer: this has come to an end');
    expect(ended.root.querySelector('[data-state=expired]')).not.toBeNull();
    expect(await promises(town)).toEqual([]);
  },
);

dbTest(
  'R26 C4-J1 the role is filled: it says so, with what is like it; whoever talks goes on',
  async (town) => {
    const it = await volunteerTown(town);
    await anotherRole(town, it);
    const own = await ask(it, { agree_centre: 'yes' });
    const other = await asOther(town, it);
    const theirs = await ask({ ...it, volunteer: other }, { agree_group: 'yes', name: 'Lee' });
    const opened = await it.group.submit(
      await it.group.get(await inboxLink(it.group, 'Soup')),
      'open-introduction',
    );
    await it.group.submit(opened, 'reply-to-introduction', { answer: 'talking' });

    await it.group.submit(await it.group.get(roles.one(it.there.role)), 'move-role', { to: 'full' });
    const [letter] = await mailTo(town, volunteerMail);
    const seen = await it.volunteer.get(own.url);
    const again = await it.volunteer.get(volunteering.ask(it.there.role));

    expect(letter?.body).toContain('The role is full.');
    expect(letter?.body).toContain('Soup carrier');
    expect(seen.text).toContain('The role is full.');
    expect(seen.list('others')[0]?.text).toContain('Soup carrier');
    expect((await other.get(theirs.url)).text).toContain('You and the group are talking');
    expect(again.hasForm('enquire')).toBe(false);
    expect(again.text).toContain('looks for nobody for this just now');
  },
);

dbTest('R26 C4-J1 not right after two weeks: one press, and the reason is nobody else’s', async (town) => {
  const it = await volunteerTown(town);
  const own = await ask(it);
  const offered = await offer(it.group);
  await it.group.submit(offered, 'start-placement', { starts_on: dayIn(1), meet: 'Kim' });

  const page = await it.volunteer.get(own.url);
  const ended = await it.volunteer.submit(page, 'stop-own-enquiry', {
    reason: 'not_for_me',
    keep_private: 'yes',
  });
  const pressed = await it.volunteer.submit(page, 'stop-own-enquiry');

  expect(page.text).toContain('This is not right for me');
  expect(ended.text).toContain('This has ended');
  expect(pressed.status).toBe(409);
  const placements = town.owner.selectFrom('volunteering.placement').select('end_reason');
  expect(await placements.execute()).toEqual([{ end_reason: 'private' }]);
  expect((await it.centre.get(enquiries.one(idIn(own)))).text).not.toContain('not right');
});

dbTest(
  'the last place is given once, whoever presses first, and an answer sent twice is one',
  async (town) => {
    const it = await volunteerTown(town);
    await town.owner
      .updateTable('volunteering.role')
      .set({ places: 1 })
      .where('id', '=', it.there.role)
      .execute();
    await ask(it);
    const first = await offer(it.group);
    await ask({ ...it, volunteer: await asOther(town, it) }, { agree_group: 'yes', name: 'Lee' });
    const second = await offer(it.group);
    const start = { starts_on: dayIn(3), meet: 'Kim' };

    const both = await Promise.all([
      it.group.submit(first, 'start-placement', start),
      it.group.submit(second, 'start-placement', start),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const kept = await town.owner.selectFrom('volunteering.placement').select('id').execute();
    const role = await town.owner
      .selectFrom('volunteering.role')
      .select('state')
      .where('id', '=', it.there.role)
      .executeTakeFirstOrThrow();
    expect([kept.length, role.state]).toEqual([1, 'full']);
  },
);

dbTest(
  'R29 D5/26 C4-J3 somebody of 15 asks: a parent says yes by their own link, then the group hears',
  async (town) => {
    const it = await volunteerTown(town);
    await openToYoung(town, it);
    const young = {
      agree_group: 'yes',
      of_age: 'no',
      born_on: dayYearsAgo(15),
      parent_email: 'mum@home.example',
    };

    const own = await ask(it, young);
    const before = (await it.group.get('/introductions')).text;
    const [letter] = await mailTo(town, 'mum@home.example');
    const parent = await town.browser();
    const page = await parent.get(pathIn(letter?.body ?? '', '/permissions/'));
    const yes = await parent.submit(page, 'answer-permission', {}, { press: 'Yes, they may' });
    const twice = await parent.submit(page, 'answer-permission', {}, { press: 'No' });
    const [introduced] = await mailTo(town, groupMail);
    const offered = await offer(it.group);
    const alone = await it.group.submit(offered, 'start-placement', { starts_on: dayIn(3), meet: 'Kim' });
    const grown = await it.group.submit(offered, 'start-placement', {
      ...{ starts_on: dayIn(3), meet: 'Kim', supervisor: 'Ada', risk_checked: 'yes' },
    });

    expect(own.text).toContain('A parent or guardian is asked');
    expect(before).toContain('Nobody waits for you.');
    expect(page.text).toContain('NAMECANARY Robin is under 18');
    expect(page.text).not.toMatch(/07700900321|WISHCANARY/);
    expect(yes.text).toContain('You said yes');
    expect(twice.status).toBe(409);
    expect(introduced?.subject).toBe('Somebody would like to volunteer: Soup stirrer');
    expect(offered.text).toContain('Under 18; a parent or guardian has said yes');
    expect([alone.problems.supervisor, alone.problems.risk_checked].join()).toMatch(
      /who is with them.*risks first/,
    );
    expect(grown.text).toContain('Ada');
    const forged = town.owner.updateTable('volunteering.introduction').set({ permission_id: null }).execute();
    await expect(forged).rejects.toMatchObject({ constraint: 'nobody_young_without_permission' });
  },
);

dbTest('R29 C4-J3 a parent says no: it ends kindly, and nobody was told', async (town) => {
  const it = await volunteerTown(town);
  await openToYoung(town, it);
  const own = await ask(it, {
    ...{ agree_group: 'yes', of_age: 'no', born_on: dayYearsAgo(16), parent_email: 'dad@home.example' },
  });
  const [letter] = await mailTo(town, 'dad@home.example');
  const parent = await town.browser();
  const page = await parent.get(pathIn(letter?.body ?? '', '/permissions/'));

  await parent.submit(page, 'answer-permission', {}, { press: 'No' });
  const [over] = await mailTo(town, volunteerMail);

  expect(over?.body).toContain('A parent or guardian said no.');
  expect((await it.volunteer.get(own.url)).text).toContain('This has stopped');
  expect(await town.owner.selectFrom('volunteering.introduction').select('id').execute()).toEqual([]);
  expect(await promises(town)).toEqual([]);
});

dbTest(
  'C4-J4 rung up at one centre, asked at another: one account by the proved mailbox, and nobody is told',
  async (town) => {
    const it = await volunteerTown(town);
    const { hartlow } = it.there.centres;
    const said = { channel: 'phone', name: 'Robin', email: volunteerMail, agreed: 'yes' };
    const form = await it.otherCentre.get(enquiries.take(hartlow));

    const known = await it.otherCentre.submit(form, 'take-enquiry', said);
    const unknown = await it.otherCentre.submit(form, 'take-enquiry', {
      ...said,
      name: 'Lee',
      email: 'x@home.example',
    });
    const silent = await it.otherCentre.submit(form, 'take-enquiry', { channel: 'phone', name: 'Kim' });
    await ask(it, { agree_centre: 'yes' });
    const family = await ask(it, { agree_centre: 'yes', name: 'Robin’s sister' });
    const own = (await it.volunteer.get('/volunteering')).list('own-enquiries');
    const [letter] = await mailTo(town, 'x@home.example');
    const shared = await (await town.browser()).get(
      pathIn(letter?.body ?? '', '/who-has-my-details/by-link/'),
    );

    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect(known.text.replace('Robin', 'Lee').replaceAll(volunteerMail, 'x@home.example')).toBe(unknown.text);
    expect(silent.problems.agreed).toContain('Read the words to them first');
    expect(own).toHaveLength(3);
    expect(family.status).toBe(200);
    expect(shared.text).toContain('Hartlow Volunteer Centre');
    expect((await it.centre.get('/enquiries')).list('enquiries')).toHaveLength(2);
  },
);

async function offer(group: Client) {
  const sent = await group.get(await inboxLink(group, 'not opened yet'));
  const opened = await group.submit(sent, 'open-introduction');
  return group.submit(opened, 'reply-to-introduction', { answer: 'offered' });
}

async function asOther(town: Town, it: VolunteerTown): Promise<Client> {
  return town.browser((await town.signedIn(it.there.people.guest)).token);
}

async function openToYoung(town: Town, it: VolunteerTown): Promise<void> {
  await town.owner
    .updateTable('volunteering.role')
    .set({ minimum_age: 14, young_ready: true })
    .where('id', '=', it.there.role)
    .execute();
}

/** Another live role of the same activity. */
async function anotherRole({ owner, ctx }: Town, it: VolunteerTown): Promise<void> {
  const one = await owner
    .selectFrom('volunteering.role')
    .selectAll()
    .where('id', '=', it.there.role)
    .executeTakeFirstOrThrow();
  await owner
    .insertInto('volunteering.role')
    .values({ ...one, id: ctx.newId(), title: 'Soup carrier' })
    .execute();
}

function promises({ owner }: Town) {
  return owner
    .selectFrom('loops.loop')
    .select('kind')
    .where('ended_at', 'is', null)
    .where('kind', 'in', ['enquiry', 'introduction', 'placement'])
    .execute();
}

/** A birthday so many years ago, and half a year. */
function dayYearsAgo(years: number): string {
  const [year = '', rest = ''] = [dayIn(-180).slice(0, 4), dayIn(-180).slice(4)];
  return `${Number(year) - years}${rest === '-02-29' ? '-02-28' : rest}`;
}
