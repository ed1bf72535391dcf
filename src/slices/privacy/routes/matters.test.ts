import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { dataLead } from '../../../../test/helpers/some-matters.ts';
import { things } from '../../../../test/helpers/things.ts';
import { addDays, addMonths, dayWords } from '../../../platform/dates.ts';
import { postedMail } from '../../../platform/outbox.ts';
import { privacy } from '../urls.ts';

dbTest(
  'R139 C4-J5 a complaint about a group is answered by its centre, and followed without an account',
  async (town) => {
    const there = await things(town);
    const centre = await signedIn(town, there.people['centre A']);
    const visitor = await town.browser();
    const form = await visitor.get(privacy.complain(there.group));

    const empty = await visitor.submit(form, 'complain', { words: '' });
    const receipt = await visitor.submit(form, 'complain', {
      ...{
        topic: 'silence',
        words: 'WORDSCANARY I wrote three times.',
        name: 'Sam Roe',
        email: 'sam@roe.example',
      },
    });
    const id = await newestMatter(town);
    const asked = await centre.get(privacy.matter(id));
    const early = await centre.post(`/requests/${id}/answer`, {
      outcome: 'upheld',
      words: 'Sorry.',
      version: '0',
    });
    const taken = await centre.submit(asked, 'take-up-matter', { words: 'Jo looks into it.' });
    const question = await centre.submit(taken, 'tell-matter', { what: 'asked', words: 'On which days?' });
    const reply = await visitor.submit(await visitor.get(receipt.url), 'reply-matter', {
      words: 'On two Mondays.',
    });
    const answered = await centre.submit(await centre.get(privacy.matter(id)), 'answer-matter', {
      ...{ outcome: 'upheld', words: 'They changed their mailbox. It is right again.' },
    });
    const seen = await visitor.get(receipt.url);

    expect(form.text).toContain('About Tansy Street Kitchen');
    expect(empty.problems).toMatchObject({ topic: 'Choose what it is about.' });
    expect(receipt.text).toMatch(/Eastlock .* answers by/);
    expect(receipt.text).toContain('Keep the address of this page');
    expect(early.status).toBe(409);
    expect(question.text).toContain('The clock stands still');
    expect(reply.text).toContain('On two Mondays.');
    expect(answered.text).toContain('You were right');
    expect(seen.text).toContain('They changed their mailbox.');
    expect(seen.text).not.toContain('Jo Weaver');
    expect(
      await town.owner
        .selectFrom('loops.loop')
        .select('end_reason')
        .where('thing_id', '=', id)
        .where('ended_at', 'is', null)
        .execute(),
    ).toEqual([]);
  },
);

dbTest('R139 letters about a complaint say that there is something to read, and never what', async (town) => {
  const there = await things(town);
  const visitor = await town.browser();
  const sent = { topic: 'treated', words: 'WORDSCANARY they laughed at me.', email: 'sam@roe.example' };

  const receipt = await visitor.submit(await visitor.get(privacy.complain(there.group)), 'complain', sent);
  await town.source.house.jobs['write-messages']?.(town.jobCtx, { eventId: await newestEvent(town) });
  const mail = await postedMail(town.owner, {});

  expect(mail.map(({ to }) => to)).toContain('sam@roe.example');
  const own = mail.find(({ to }) => to === 'sam@roe.example');
  expect(own?.text).toContain(receipt.url.split('?')[0]);
  expect(JSON.stringify(mail)).not.toContain('CANARY');
});

dbTest('R139 C4-J5 about a centre the hub is asked, and about details its data lead', async (town) => {
  const there = await things(town);
  const visitor = await town.browser();
  await visitor.submit(await visitor.get(privacy.complain(there.centres.eastlock)), 'complain', {
    ...{ topic: 'treated', words: 'They hung up on me twice.' },
  });
  const aboutCentre = await newestMatter(town);
  await visitor.submit(await visitor.get(privacy.complain(there.group)), 'complain', {
    ...{ topic: 'data', words: 'They told my neighbour about me.' },
  });
  const aboutDetails = await newestMatter(town);

  const to = await town.owner
    .selectFrom('privacy.matter')
    .select(['id', 'organisation_id', 'due_at', 'got_at'])
    .where('id', 'in', [aboutCentre, aboutDetails])
    .execute();

  expect(to.map((one) => one.organisation_id)).toEqual([there.centres.hub, there.centres.hub]);
  expect(to.map((one) => one.due_at)).toEqual(to.map((one) => addDays(one.got_at, 30)));
  const centre = await signedIn(town, there.people['centre A']);
  expect((await centre.get(privacy.matter(aboutCentre))).status).toBe(404);
  expect(
    (await (await signedIn(town, there.people.coordinator)).get(privacy.matter(aboutCentre))).status,
  ).toBe(200);
});

dbTest(
  'R139 a request about details shows its due day; more time is asked for once, and in time',
  async (town) => {
    const there = await things(town);
    const lead = await dataLead(town, there.centres.hub, there.people['passer-by']);
    const guest = await signedIn(town, there.people.guest);
    const form = await guest.get(privacy.ask());
    const sent = await guest.submit(form, 'ask-about-data', {
      topic: 'see',
      words: 'Everything that you keep, please.',
    });
    const id = await newestMatter(town);

    const unsure = await lead.submit(await lead.get(privacy.matter(id)), 'take-up-matter', { identity: '' });
    const sure = await lead.submit(unsure, 'take-up-matter', { identity: 'They were signed in.' });
    const longer = await lead.submit(sure, 'more-time', { words: 'It is in four places.' });
    const again = await lead.post(`/requests/${id}/more-time`, { words: 'Once more.', version: '2' });
    const refused = await lead.submit(longer, 'answer-matter', {
      outcome: 'refused',
      words: 'We keep nothing of you.',
    });
    const own = await guest.get(privacy.matter(id));
    const me = await guest.get('/me');
    const desk = await lead.get(privacy.desk(there.centres.hub));

    const now = new Date();
    expect(sent.text).toContain(dayWords(addMonths(now, 1), now));
    expect(unsure.problems.identity).toContain('how you made sure');
    expect(longer.text).toContain(dayWords(addMonths(addMonths(now, 1), 2), now));
    expect(again.status).toBe(409);
    expect(again.text).toContain('There is no second time.');
    expect(refused.text).toContain('Not done');
    expect(own.text).toContain('ico.org.uk');
    expect(me.text).toContain('Show me what you keep about me');
    expect(desk.list('matters').map((one) => one.id)).toEqual([id]);
    const coordinator = await signedIn(town, there.people.coordinator);
    expect((await coordinator.get(privacy.matter(id))).status).toBe(404);
  },
);

dbTest('R139 what somebody says on the telephone is written down with who heard it', async (town) => {
  const there = await things(town);
  const centre = await signedIn(town, there.people['centre A']);
  const form = await centre.get(privacy.logMatter(there.centres.eastlock));

  const nobody = await centre.submit(form, 'log-matter', {
    topic: 'erase',
    how: 'phone',
    words: 'Take me off, please.',
  });
  const logged = await centre.submit(nobody, 'log-matter', { name: 'Mr Lark' });
  const row = await town.owner
    .selectFrom('privacy.matter')
    .selectAll()
    .where('id', '=', await newestMatter(town))
    .executeTakeFirstOrThrow();

  expect(nobody.problems.name).toContain('Write who it was');
  expect(logged.text).toContain('Keep the address of this page');
  expect(row).toMatchObject({
    ...{ kind: 'rights-request', topic: 'erase', how: 'phone', name: 'Mr Lark', person_id: null },
    ...{ taken_by_person_id: there.people['centre A'], organisation_id: there.centres.eastlock },
  });
});

dbTest('R139 of two who answer at once one does, and the other is told', async (town) => {
  const there = await things(town);
  const [one, other] = [
    await signedIn(town, there.people['centre A']),
    await signedIn(town, there.people['admin of centre A']),
  ];
  const answer = { outcome: 'upheld', words: 'We are sorry.' };
  const open = await one.submit(await one.get(privacy.matter(there.matter)), 'take-up-matter', {});
  const theirs = await other.get(privacy.matter(there.matter));

  const both = await Promise.all([
    one.submit(open, 'answer-matter', answer),
    other.submit(theirs, 'answer-matter', { ...answer, outcome: 'not-upheld' }),
  ]);

  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const events = await town.owner
    .selectFrom('platform.event')
    .select('id')
    .where('name', '=', 'privacy.matter_answered')
    .execute();
  expect(events).toHaveLength(1);
});

async function signedIn(town: Town, personId: string): Promise<Client> {
  return town.browser((await town.signedIn(personId)).token);
}

async function newestMatter({ owner }: Town): Promise<string> {
  const { id } = await owner
    .selectFrom('privacy.matter')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}

async function newestEvent({ owner }: Town): Promise<string> {
  const { id } = await owner
    .selectFrom('platform.event')
    .select('id')
    .where('name', '=', 'privacy.matter_received')
    .executeTakeFirstOrThrow();
  return id;
}
