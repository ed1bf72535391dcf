import { expect } from 'vitest';
import { dbTest, now, type Town } from '../../../../../test/helpers/db.ts';
import { idOf, type ReferralTown, referralTown } from '../../../../../test/helpers/referral-town.ts';
import { newId } from '../../../../platform/clock.ts';
import { boards } from '../../urls.ts';

async function signedIn(town: Town, personId: string) {
  return town.browser((await town.signedIn(personId)).token);
}

/** A council with an officer, and soup that comes to Eastlock; Hartlow and Nine Elders have nothing. */
async function meals(town: Town): Promise<ReferralTown & { council: string; officer: string }> {
  const there = await referralTown(town);
  const { owner } = town;
  await owner.deleteFrom('referrals.board').execute();
  const eastlock = await owner
    .selectFrom('areas.area')
    .select('id')
    .where('code', '=', 'V01')
    .executeTakeFirstOrThrow();
  await owner
    .insertInto('register.organisation_area')
    .values({ organisation_id: there.there.group, area_id: eastlock.id })
    .execute();
  const council = newId();
  await owner
    .insertInto('register.organisation')
    .values({
      ...{ id: council, name: 'Eastlock Council', state: 'active', kind: 'public', summary: 'The council.' },
      ...{ created_at: now, changed_at: now, freshness: 'ok' },
    })
    .execute();
  const officer = there.there.people.guest;
  await owner
    .insertInto('register.position')
    .values({ id: newId(), organisation_id: council, person_id: officer, role: 'admin', from_at: now })
    .execute();
  return { ...there, council, officer };
}

/** So many people asked in Hartlow, and there was nothing. */
async function unmet({ owner }: Town, { there }: ReferralTown, times: number): Promise<void> {
  const organisation_id = there.group;
  for (let nth = 0; nth < times; nth += 1) {
    const [id, basis_id] = [newId(), newId()];
    await owner
      .insertInto('privacy.basis')
      .values({
        ...{
          id: basis_id,
          purpose: 'help',
          ground: 'consent',
          organisation_id,
          items: ['name'],
          how: 'online',
        },
        ...{ given_on: '2026-11-20', made_at: now, wording_version: '1', wording: 'They may.' },
      })
      .execute();
    await owner
      .insertInto('privacy.receiver')
      .values({ id: newId(), basis_id, organisation_id, named_at: now })
      .execute();
    await owner
      .insertInto('referrals.help_request')
      .values({
        ...{ id, basis_id, code: id.slice(-9), organisation_id, taken_how: 'online', for_whom: 'self' },
        ...{ theme: 'food', area_code: 'V02', reply_by: 'phone', state: 'no_service', outcome: 'no_service' },
        ...{ made_at: new Date(), keeper_person_id: there.people['admin of A'] },
      })
      .execute();
  }
}

dbTest(
  'R39 the board for hot meals: areas with none, free places of two groups, and a match between them',
  async (town) => {
    const there = await meals(town);
    const { council, officer, receiver, next, soup, hens, there: things } = there;
    await town.owner.deleteFrom('referrals.talk').execute();
    const worker = await signedIn(town, things.people['centre A']);
    const delroy = await signedIn(town, officer);

    const made = await worker.submit(await worker.get(boards.list()), 'make-board', {
      name: 'Hot meals',
      theme: 'food',
    });
    const id = idOf(made);
    const before = await delroy.get(boards.one(id));
    await worker.submit(made, 'add-member', { organisation_id: council });
    const soupPlaces = await receiver.post(boards.places(things.group), { service_id: soup, places: '12' });
    await next.post(boards.places(things.otherGroup), { service_id: hens, places: '4' });
    await town.owner
      .updateTable('referrals.capacity')
      .set({ said_at: new Date(Date.now() - 8 * 86_400_000) })
      .where('service_id', '=', hens)
      .execute();
    const seen = await delroy.get(boards.one(id));
    const areas = seen.list('areas');
    const hartlow = areas.find(({ text }) => text.startsWith('Hartlow'));
    const tooMany = await delroy.submit(seen, 'make-match', {
      area_id: hartlow?.id ?? '',
      service_id: soup,
      places: '13',
    });
    const matched = await delroy.submit(tooMany, 'make-match', { places: '5' });
    const [asked] = matched.list('matches');
    const answer = await receiver.get(boards.match(asked?.id ?? ''));
    const twice = await Promise.all(
      [1, 2].map(() => receiver.submit(answer, 'answer-match', { answer: 'agreed' })),
    );
    const noticed = await delroy.submit(matched, 'put-notice', { words: 'The market hall is closed today.' });
    const after = await worker.get(boards.one(id));

    expect(before.status).toBe(404);
    expect(soupPlaces.text).toContain('12 free');
    expect(areas.find(({ text }) => text.startsWith('Eastlock'))?.text).toContain('Tansy Street Kitchen');
    expect(hartlow?.text).toContain('Nobody');
    expect(seen.list('spare').map(({ id: service }) => service)).toEqual([soup, hens]);
    expect(seen.list('spare').at(1)?.text).toContain('Older than a week');
    expect(tooMany.problems.places).toContain('They said 12');
    expect(asked?.text).toContain('Tansy Street Kitchen for Hartlow');
    expect((await receiver.get('/inbox')).text).not.toContain('free places');
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(noticed.text).toContain('The market hall is closed today');
    expect(after.list('matches').at(0)?.text).toContain('Agreed');
    expect(after.list('spare').at(0)?.text).toContain('7');
  },
);

dbTest('R39 D5/17 needs are counts that tell of nobody, and only members see a board', async (town) => {
  const there = await meals(town);
  const { there: things, officer } = there;
  const worker = await signedIn(town, things.people['centre A']);
  const id = idOf(
    await worker.submit(await worker.get(boards.list()), 'make-board', { name: 'Hot meals', theme: 'food' }),
  );

  await unmet(town, there, 3);
  const few = await worker.get(boards.one(id));
  await unmet(town, there, 9);
  const many = await worker.get(boards.one(id));
  const strangers = await Promise.all(
    [officer, things.people['admin of B'], things.people['passer-by'], things.people['centre B']].map(
      async (who) => (await signedIn(town, who)).get(boards.one(id)),
    ),
  );
  const noBoard = await (await signedIn(town, things.people['admin of B'])).post(boards.list(), {
    ...{ organisation_id: things.otherGroup, name: 'Ours', theme: 'food' },
  });

  expect(few.list('areas').find(({ text }) => text.startsWith('Hartlow'))?.text).toContain('1–7 people');
  expect(many.list('areas').find(({ text }) => text.startsWith('Hartlow'))?.text).toContain(
    'about 10 people',
  );
  expect(strangers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(noBoard.status).toBe(404);
});
