import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { type TwoBoroughs, twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { importOrganisations } from '../actions/import.ts';

const dee = 'centre-worker@practice.example';
const jo = 'other-centre-worker@practice.example';
const noor = 'noor@saffron.example';

dbTest('R141 a record can be shown as it was on a date, and what differs between two', async (town) => {
  const { group } = await aGroup(town);
  const own = await signedInAs(town, noor);
  await change(town, group, { phone: '01632 960155' }, '2026-11-10T10:00:00Z');
  await change(town, group, { phone: '01632 960166', summary: 'Soup.' }, '2026-11-17T10:00:00Z');
  const at = `/organisations/${group}/history`;

  const first = await own.get(`${at}?from=2026-11-05`);
  const second = await own.get(`${at}?from=2026-11-12`);
  const between = await own.get(`${at}?from=2026-11-05&to=2026-11-20`);
  const before = await own.get(`${at}?from=2020-01-01`);

  expect(first.html).toContain('01632 960144');
  expect(second.text).toMatch(/On 12 November.*Telephone 01632 960155/);
  expect(between.text).toMatch(/What differs between 5 November and 20 November/);
  expect(between.text).toMatch(/Telephone 01632 960144 01632 960166/);
  expect(before.text).toContain('it was not there yet');
  expect(before.html).not.toContain('What stood there');
});

dbTest('R141 the history says who, when, by what way, and which values', async (town) => {
  const { group } = await aGroup(town);
  const [own, centre, neighbour] = [
    await signedInAs(town, noor),
    await signedInAs(town, dee),
    await signedInAs(town, jo),
  ];
  await centre.submit(await centre.get(`/organisations/${group}/edit`), 'change-organisation', {
    phone: '01632 960155',
  });
  const form = await neighbour.get(`/organisations/${group}/suggest/edit`);
  const sent = await neighbour.submit(form, 'suggest-edit', { summary: 'Soup.' });
  await own.submit(await own.get(sent.url), 'answer-suggestion');

  const history = await own.get(`/organisations/${group}/history`);

  const [newest, oldest] = history.list('history').map((one) => one.text);
  expect(newest).toContain('As somebody suggested');
  expect(newest).toContain('In a sentence Saffron for all. Soup.');
  expect(oldest).toContain('By a centre: Eastlock Volunteer Centre');
  expect(oldest).toContain('Telephone 01632 960144 01632 960155');
  expect((await (await signedInAs(town, 'x@else.example')).get(history.url)).status).toBe(403);
});

dbTest(
  'R141 one change is taken back where nobody touched it since, and refused with the reason otherwise',
  async (town) => {
    const { group } = await aGroup(town);
    const own = await signedInAs(town, noor);
    await change(town, group, { phone: '01632 960155' }, '2026-11-10T10:00:00Z');
    await change(town, group, { summary: 'Soup.' }, '2026-11-12T10:00:00Z');
    await change(town, group, { phone: '01632 960166' }, '2026-11-14T10:00:00Z');
    const at = `/organisations/${group}/history`;
    const [, soup, first] = (await own.get(at)).list('history').map((one) => one.id);

    const undone = await own.post(at, { version_id: soup ?? '' });
    const refused = await own.post(at, { version_id: first ?? '' });

    expect(undone.list('history')[0]?.text).toContain('An undoing');
    const page = await own.get(`/organisations/${group}`);
    expect(page.text).toContain('Saffron for all.');
    expect(page.text).toContain('01632 960166');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Telephone: changed again since.');
    const other = await signedInAs(town, jo);
    expect((await other.post(at, { version_id: soup ?? '' })).status).toBe(403);
  },
);

dbTest('R141 an address that is hidden now is hidden in the past from everybody else', async (town) => {
  const { group } = await aGroup(town);
  const [own, neighbour] = [await signedInAs(town, noor), await signedInAs(town, jo)];
  const place = { postcode: 'AV3 4RB', venue: 'A kitchen', address: '4 Tansy Street' };
  const edit = async (values: Record<string, string>) =>
    own.submit(await own.get(`/organisations/${group}/edit`), 'change-organisation', values);
  await edit({ ...place, address_shown: 'public' });
  await edit({ ...place, address: '6 Tansy Street', address_shown: 'public' });
  const open = await neighbour.get(`/organisations/${group}/history`);
  await edit({ ...place, address: '6 Tansy Street', address_shown: 'hidden' });

  const hidden = await neighbour.get(`/organisations/${group}/history?from=2026-11-24`);
  const kept = await own.get(`/organisations/${group}/history`);

  expect(open.text).toContain('4 Tansy Street');
  expect(hidden.html).not.toContain('Tansy');
  expect(hidden.html).not.toContain('AV3 4RB');
  expect(kept.text).toContain('4 Tansy Street');
});

dbTest('R141 what a service said is kept, and taken back with its times', async (town) => {
  const { group } = await aGroup(town);
  const own = await signedInAs(town, noor);
  await trust(town, group);
  const added = await own.submit(await own.get(`/organisations/${group}/new-service`), 'add-service', {
    ...{ name: 'Lunch', summary: 'A lunch.', days: ['TU'], opens: '11.30', closes: '14.00', age_from: '60' },
    ...{ taking_referrals: 'yes' },
  });
  const id = added.list('services')[0]?.id ?? '';
  await own.submit(await own.get(`/services/${id}/edit`), 'change-service', {
    opens: '12.00',
    summary: 'Late.',
  });
  const history = await own.get(`/services/${id}/history`);

  await own.submit(history, 'undo-change');

  expect(history.list('history')[0]?.text).toMatch(/In a sentence A lunch\. Late\./);
  const service = await own.get(`/services/${id}`);
  expect(service.text).toContain('A lunch.');
  const rows = await town.owner.selectFrom('register.schedule').select(['opens', 'closes']).execute();
  expect(rows).toEqual([{ opens: '11:30:00', closes: '14:00:00' }]);
  const kept = town.owner.selectFrom('register.service').select(['age_from', 'taking_referrals']);
  expect(await kept.execute()).toEqual([{ age_from: 60, taking_referrals: true }]);
});

dbTest('R141 days that a service did not have before are taken back as well', async (town) => {
  const { group } = await aGroup(town);
  const own = await signedInAs(town, noor);
  await trust(town, group);
  const added = await own.submit(await own.get(`/organisations/${group}/new-service`), 'add-service', {
    ...{ name: 'Lunch', summary: 'A lunch.' },
  });
  const id = added.list('services')[0]?.id ?? '';
  await own.submit(await own.get(`/services/${id}/edit`), 'change-service', { days: ['TU'] });
  const schedules = town.owner.selectFrom('register.schedule').select('id');
  expect(await schedules.execute()).toHaveLength(1);

  await own.submit(await own.get(`/services/${id}/history`), 'undo-change');

  expect(await schedules.execute()).toEqual([]);
});

dbTest(
  'R141 a list that comes in again keeps what it replaced, and what is new costs nothing',
  async (town) => {
    await twoBoroughs(town);
    const given = { line: 2, source: 'a list', sourceId: '7', identifiers: [], otherNames: [] };
    const row = (name: string, digest: string) => ({
      ...given,
      digest: Buffer.from(digest),
      values: { name },
    });
    const take = (name: string, digest: string) =>
      town.jobCtx.db.transaction((tx) => importOrganisations(tx, town.jobCtx, [row(name, digest)]));

    await take('Weir Lane Breakfast', 'a');
    const none = await town.owner.selectFrom('register.version').select('id').execute();
    await take('Weir Lane Breakfasts', 'b');

    const kept = await town.owner.selectFrom('register.version').select(['way', 'was', 'reason']).execute();
    expect(none).toEqual([]);
    expect(kept).toEqual([
      { way: 'import', reason: 'a list', was: expect.objectContaining({ name: 'Weir Lane Breakfast' }) },
    ]);
  },
);

async function aGroup(town: Town): Promise<TwoBoroughs & { group: string }> {
  const bodies = await twoBoroughs(town);
  const { owner, ctx } = town;
  const group = ctx.newId();
  const at = { created_at: new Date('2026-11-01T09:00:00Z'), changed_at: ctx.now };
  await owner
    .insertInto('register.organisation')
    .values({
      ...{ id: group, name: 'Saffron Street', kind: 'informal', state: 'active', ...at },
      ...{ summary: 'Saffron for all.', phone: '01632 960144', home_centre_id: bodies.eastlock },
      ...{ themes: ['food'], people_served: ['everyone'] },
    })
    .execute();
  await signedInAs(town, noor);
  const person = owner.selectFrom('people.person').select('id').where('email', '=', noor);
  const { id: person_id } = await person.executeTakeFirstOrThrow();
  await owner
    .insertInto('register.position')
    .values({ id: ctx.newId(), organisation_id: group, person_id, role: 'admin', from_at: ctx.now })
    .execute();
  return { ...bodies, group };
}

/** By its own page, as if on that day. */
/** What it adds is published without another look. */
async function trust(town: Town, group: string): Promise<void> {
  await town.owner
    .updateTable('register.organisation')
    .set({ trusted: true, trusted_at: new Date() })
    .where('id', '=', group)
    .execute();
}

async function change(town: Town, group: string, values: Record<string, string>, on: string): Promise<void> {
  const own = await signedInAs(town, noor);
  await own.submit(await own.get(`/organisations/${group}/edit`), 'change-organisation', values);
  const newest = town.owner
    .selectFrom('register.version')
    .select('id')
    .orderBy('until_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1);
  await town.owner
    .updateTable('register.version')
    .set({ until_at: new Date(on) })
    .where('id', 'in', newest)
    .execute();
}
