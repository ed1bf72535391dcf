import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailTo, registered, signedInAs } from '../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import {
  dee,
  jo,
  mergeAs,
  noor,
  publicGroup,
  registeredTwice,
  ruth,
  sam,
} from '../../../../test/helpers/two-records.ts';
import { exportedOrganisations } from '../../register/door.ts';

dbTest('C2-J2 the same group under a new name becomes one, and the old name still finds it', async (town) => {
  const { kept, gone } = await twice(town);
  const home = await signedInAs(town, dee);
  const queue = await home.get((await home.get('/inbox')).list('inbox')[0]?.href ?? '');

  const page = await home.get(queue.list('like')[1]?.href ?? '');
  const compare = await home.get(`/organisations/${gone}/same/${kept}`);
  const done = await mergeAs(home, { gone, kept });

  expect(page.url).toContain(kept);
  expect(compare.list('beside').map((line) => line.text)).toContainEqual(
    expect.stringMatching(/Telephone.*01632 960177.*01632 960144/),
  );
  expect(compare.form('merge-records').values).toMatchObject({ take_name: 'gone', take_phone: 'gone' });
  expect([done.status, done.h1]).toEqual([
    200,
    'Saffron Street Lunch and Saffron Street Lunch Club are one record now',
  ]);
  const stranger = await town.browser();
  for (const name of ['saffron street lunch club', 'saffron street lunch', 'tuesday table']) {
    const found = await stranger.get(`/search?q=${name.replaceAll(' ', '+')}&kind=organisation`);
    expect(found.list('results').map((one) => one.id)).toEqual([kept]);
  }
  const record = await stranger.get(`/organisations/${kept}`);
  expect(record.text).toContain('01632 960177');
  expect(
    record
      .list('services')
      .map((one) => one.text)
      .join(),
  ).toContain('Thursday supper');
  const other = await signedInAs(town, jo);
  for (const worker of [home, other]) expect((await worker.get('/inbox')).html).not.toContain(gone);
});

dbTest(
  'C2-J2 whoever registered it is told plainly, gains no rights, and may ask for the page',
  async (town) => {
    const { kept, gone } = await twice(town);
    const browser = await signedInAs(town, sam);
    await mergeAs(await signedInAs(town, dee), { gone, kept });

    const [mail] = await mailTo(town, sam);
    const stands = await browser.get(`/organisations/${gone}/registration`);

    expect(mail?.body).toContain('I rang Noor: it is one kitchen.');
    expect(mail?.body).toContain(`/organisations/${kept}/claim`);
    expect(stands.text).toContain('Part of Saffron Street Lunch now');
    expect((await browser.get(`/organisations/${kept}/edit`)).status).toBe(403);
    expect((await browser.get(`/organisations/${gone}/edit`)).status).toBe(409);
    expect((await browser.get(`/organisations/${kept}/people`)).status).toBe(404);
    const claimed = await browser.submit(
      await browser.get(`/organisations/${kept}/claim`),
      'claim-organisation',
      {
        way: 'check',
        words: 'Ask for Sam at the hall.',
      },
    );
    expect(claimed.status).toBe(200);
    expect((await mailTo(town, jo)).map((one) => one.body).join()).toContain('You need not answer');
    expect((await mailTo(town, noor)).map((one) => one.subject)).toContain(
      'Saffron Street Lunch and Saffron Street Lunch Club are one record now',
    );
  },
);

dbTest(
  'C2-J2 a registration that was never public is known by its old address to nobody else',
  async (town) => {
    const { kept, gone } = await twice(town);
    await mergeAs(await signedInAs(town, dee), { gone, kept });

    const stranger = await town.browser();

    expect((await stranger.get(`/organisations/${gone}`)).status).toBe(404);
    expect((await stranger.get(`/api/v1/organisations/${gone}`)).status).toBe(404);
    expect((await (await signedInAs(town, sam)).get(`/organisations/${gone}`)).url).toContain(kept);
  },
);

dbTest('R5 undoing a merger restores both, and the centres are asked again', async (town) => {
  const { kept, gone } = await twice(town);
  const home = await signedInAs(town, dee);
  const stranger = await town.browser();
  const before = await stranger.get(`/organisations/${kept}`);
  const done = await mergeAs(home, { gone, kept });

  const silent = await home.submit(done, 'undo-merger');
  const undone = await home.submit(done, 'undo-merger', { reason: 'Another kitchen after all.' });

  expect(silent.problems.reason).toContain('Say why');
  expect(undone.h1).toBe('Saffron Street Lunch and Saffron Street Lunch Club are two');
  const after = await stranger.get(`/organisations/${kept}`);
  expect(after.text).toBe(before.text);
  expect((await stranger.get('/search?q=tuesday+table&kind=organisation')).html).not.toContain(kept);
  expect((await home.get('/inbox')).list('inbox')[0]?.text).toContain('Saffron Street Lunch');
  const other = await signedInAs(town, jo);
  expect((await other.get('/inbox')).list('inbox')[0]?.text).toContain('Saffron Street Lunch');
  expect((await home.get(`/organisations/${gone}/registration`)).text).toContain('It is sent');
  const [mail] = await mailTo(town, sam);
  expect(mail?.subject).toBe('Saffron Street Lunch and Saffron Street Lunch Club are two records again');
});

dbTest(
  'invariant 25: a later edit that conflicts is shown before a merger is undone, and stays',
  async (town) => {
    const { kept, gone } = await twice(town);
    const home = await signedInAs(town, dee);
    const done = await mergeAs(home, { gone, kept });
    const edit = await home.get(`/organisations/${kept}/edit`);
    await home.submit(edit, 'change-organisation', { phone: '01632 960188' });

    const shown = await home.get(done.url);
    const refused = await home.submit(shown, 'undo-merger', { reason: 'Two kitchens.' });
    const undone = await home.submit(shown, 'undo-merger', { reason: 'Two kitchens.', leave: 'yes' });

    expect(shown.list('later').map((line) => line.text)).toEqual([
      expect.stringMatching(/Telephone.*01632 960177.*01632 960188/),
    ]);
    expect([refused.status, refused.alert]).toEqual([409, expect.stringContaining('was changed since')]);
    expect(undone.h1).toContain('are two');
    const page = await (await town.browser()).get(`/organisations/${kept}`);
    expect([page.h1, page.text]).toEqual([
      'Saffron Street Lunch Club',
      expect.stringContaining('01632 960188'),
    ]);
  },
);

dbTest('why a record was paused is said again after a merger is undone', async (town) => {
  await twoBoroughs(town);
  const kept = await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
  const gone = await publicGroup(town, sam, { name: 'Saffron Street Lunch' });
  const values = { state: 'paused', state_reason: 'The hall is being mended.' };
  await town.owner.updateTable('register.organisation').set(values).where('id', '=', gone).execute();
  const home = await signedInAs(town, dee);

  const done = await mergeAs(home, { gone, kept });
  await home.submit(done, 'undo-merger', { reason: 'Two kitchens.' });

  const row = await town.owner
    .selectFrom('register.organisation')
    .select(['state', 'state_reason'])
    .where('id', '=', gone)
    .executeTakeFirstOrThrow();
  expect(row).toEqual(values);
});

dbTest('R9 a centre that does not keep the other record merges without changing it', async (town) => {
  await twoBoroughs(town);
  const kept = await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
  const { id: gone } = await registered(await signedInAs(town, sam), {
    who: { name: 'Saffron Street Lunch', also_called: '' },
    where: { postcode: 'AV2 1BD', areas: ['V02'] },
    found: { phone: '01632 960177' },
  });
  const neighbour = await signedInAs(town, jo);

  const page = await neighbour.get(`/organisations/${gone}/same/${kept}`);
  const forced = await neighbour.post(page.url, {
    ...page.form('merge-records').values,
    ...{ reason: 'One kitchen.', take_phone: 'gone', take_name: 'gone' },
  });

  expect(page.text).toContain('Another centre looks after Saffron Street Lunch Club');
  expect(forced.text).toContain('Nothing: Saffron Street Lunch Club stays as it is');
  const record = await (await town.browser()).get(`/organisations/${kept}`);
  expect([record.h1, record.text]).toEqual([
    'Saffron Street Lunch Club',
    expect.not.stringContaining('01632 960177'),
  ]);
});

dbTest(
  'two public groups become one when the keepers of both say so; the old address leads on',
  async (town) => {
    const { kept, gone } = await twoGroups(town);
    const [own, other] = [await signedInAs(town, sam), await signedInAs(town, noor)];
    await other.post(`/organisations/${gone}/follow`, { how: 'at_once' });

    const asked = await mergeAs(own, { gone, kept });
    const early = await own.post(asked.url, { answer: 'merged', reason: '' });
    const twice = await mergeAs(own, { gone, kept }).catch((error: Error) => error.message);
    const question = await other.get((await other.get('/inbox')).list('inbox')[0]?.href ?? '');
    const done = await other.submit(question, 'answer-merger', { answer: 'merged' });

    expect(asked.h1).toBe('Is Table Talk the same as Saffron Street Lunch Club?');
    expect(early.status).toBe(404);
    expect(twice).toContain('merge-records');
    expect(question.list('beside').length).toBeGreaterThan(4);
    expect(done.h1).toContain('are one record now');
    const stranger = await town.browser();
    const old = await stranger.get(`/organisations/${gone}/table-talk`);
    expect(old.url).toContain(kept);
    const json = (await stranger.get(`/api/v1/organisations/${kept}`)).json();
    expect(json).toMatchObject({ other_names: expect.arrayContaining(['Saffron Street Lunch Club']) });
    expect((await other.get('/following')).text).toContain('Table Talk');
    const people = await other.get(`/organisations/${kept}/people`);
    expect(people.list('before').map((one) => one.text)).toEqual([expect.stringContaining('of Table Talk')]);
    expect((await own.get(`/organisations/${kept}/edit`)).status).toBe(403);
  },
);

dbTest('the keepers of the other record say no, and say why', async (town) => {
  const { kept, gone } = await twoGroups(town);
  const [own, other] = [await signedInAs(town, sam), await signedInAs(town, noor)];
  const asked = await mergeAs(own, { gone, kept });
  const question = await other.get(asked.url);

  const silent = await other.submit(question, 'answer-merger', { answer: 'declined' });
  const no = await other.submit(question, 'answer-merger', { answer: 'declined', reason: 'Never met them.' });
  const late = await other.post(asked.url, { answer: 'merged', reason: '' });

  expect(silent.problems.reason).toContain('Say why not');
  expect(no.text).toContain('Never met them.');
  expect(late.status).toBe(409);
  expect((await mailTo(town, sam))[0]?.body).toContain('Never met them.');
  expect((await (await town.browser()).get(`/organisations/${gone}`)).h1).toBe('Table Talk');
});

dbTest('the hub merges with a reason; without one, or after a change, nothing happens', async (town) => {
  const { kept, gone } = await twoGroups(town);
  const hub = await signedInAs(town, ruth);
  const page = await hub.get(`/organisations/${gone}/same/${kept}`);
  const edit = await (await signedInAs(town, noor)).get(`/organisations/${kept}/edit`);

  const silent = await hub.submit(page, 'merge-records', { reason: '' });
  await (await signedInAs(town, noor)).submit(edit, 'change-organisation', { phone: '01632 960188' });
  const stale = await hub.submit(page, 'merge-records', { reason: 'Their trustees merged.' });
  const done = await mergeAs(hub, { gone, kept });

  expect(silent.problems.reason).toContain('Say how you know');
  expect([stale.status, stale.alert]).toEqual([
    409,
    expect.stringContaining('was changed while you compared'),
  ]);
  expect(done.h1).toContain('are one record now');
});

dbTest('what somebody still waits for is answered first, and centres are not merged', async (town) => {
  const { kept, gone } = await twoGroups(town);
  const hub = await signedInAs(town, ruth);
  const visitor = await town.browser();
  await visitor.submit(await visitor.get(`/organisations/${gone}/suggest`), 'suggest-change', {
    what: 'It is on Mondays now.',
  });
  const { eastlock } = await bodies(town);

  const refused = await mergeAs(hub, { gone, kept });
  const centre = await hub.get(`/organisations/${gone}/same/${eastlock}`);

  expect([refused.status, refused.alert]).toEqual([
    409,
    expect.stringContaining('still waits for an answer'),
  ]);
  expect(centre.text).toContain('Centres and the hub are not merged');
});

dbTest('whoever keeps neither record does not see the comparison', async (town) => {
  const { kept, gone } = await twoGroups(town);
  const [stranger, passer] = [await town.browser(), await signedInAs(town, 'pat@elsewhere.example')];

  expect((await stranger.get(`/organisations/${gone}/same/${kept}`)).status).toBe(401);
  expect((await passer.get(`/organisations/${gone}/same/${kept}`)).status).toBe(404);
  expect((await passer.get(`/organisations/${gone}/same`)).status).toBe(404);
  const forged = await passer.post(`/organisations/${gone}/same/${kept}`, {
    reason: 'Mine.',
    versions: '0.0',
  });
  expect(forged.status).toBe(404);
});

dbTest('what was merged before goes along, and every name finds the one that is left', async (town) => {
  const { kept, gone } = await twoGroups(town);
  const third = await publicGroup(town, 'kit@lamp.example', { name: 'Lamp and Ladle' });
  const hub = await signedInAs(town, ruth);
  const first = await mergeAs(hub, { gone, kept: third }, { take_name: 'kept' });
  const second = await mergeAs(hub, { gone: third, kept }, { take_name: 'kept' });
  const stranger = await town.browser();

  const found = await stranger.get('/search?q=table+talk&kind=organisation');
  const early = await hub.submit(await hub.get(first.url), 'undo-merger', { reason: 'They are two.' });
  await hub.submit(await hub.get(second.url), 'undo-merger', { reason: 'They are two.' });
  await hub.submit(await hub.get(first.url), 'undo-merger', { reason: 'They are two.' });

  expect(found.list('results').map((one) => one.id)).toEqual([kept]);
  expect([early.status, early.alert]).toEqual([409, expect.stringContaining('Take that apart first')]);
  for (const [id, name] of [
    [gone, 'Table Talk'],
    [third, 'Lamp and Ladle'],
  ]) {
    expect((await stranger.get(`/organisations/${id}`)).h1).toBe(name);
  }
});

dbTest('what is written about one is read at the other: the support log and the history', async (town) => {
  const { kept, gone } = await twoGroups(town);
  const home = await signedInAs(town, dee);
  const log = await home.get(`/organisations/${gone}/support`);
  await home.submit(log, 'add-support-entry', { words: 'They asked about insurance.', kind: 'call' });

  await mergeAs(home, { gone, kept });

  expect((await home.get(`/organisations/${kept}/support`)).text).toContain('They asked about insurance.');
  expect((await home.get(`/organisations/${kept}/history`)).text).toContain('Two records became one');
  expect((await home.get(`/organisations/${gone}/history`)).text).toContain('Two records became one');
  const rows = [];
  for await (const row of exportedOrganisations(town.db.open)) rows.push(row);
  expect(rows.find((row) => row.id === kept)).toMatchObject({ merged_ids: [gone] });
  expect(rows.map((row) => row.id)).not.toContain(gone);
});

async function twice(town: Town) {
  await twoBoroughs(town);
  return registeredTwice(town);
}

async function twoGroups(town: Town): Promise<{ kept: string; gone: string }> {
  await twoBoroughs(town);
  const kept = await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
  const gone = await publicGroup(town, sam, { name: 'Table Talk' }, { phone: '01632 960177' });
  return { kept, gone };
}

async function bodies(town: Town): Promise<{ eastlock: string }> {
  const row = await town.owner
    .selectFrom('register.organisation')
    .select('id')
    .where('name', '=', 'Eastlock Volunteer Centre')
    .executeTakeFirstOrThrow();
  return { eastlock: row.id };
}
