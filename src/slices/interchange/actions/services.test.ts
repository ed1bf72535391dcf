import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { folderOfLists, listIn, networkFor, takeIn, textOf } from '../../../../test/helpers/lists.ts';

dbTest('a directory of four files is joined by its ids', async (town) => {
  const { folder, paths } = await directory(town);

  const result = await takeIn(town.jobCtx, 'services', paths, { folder });

  expect(result).toMatchObject({ read: 8, new: 7, rejected: 1 });
  expect(textOf(result.rejectsFile)).toBe(
    'service_id,location_id,line,reason\r\ns9,l1,4,The service of this line was not taken in.\r\n',
  );
  expect(await services(town)).toEqual([
    {
      name: 'Choir',
      organisation: 'Lantern',
      status: 'open',
      cost_words: 'Free',
      age_from: 11,
      address: 'Hall, 1 High Street, Eastlock',
    },
    {
      name: 'Lunch',
      organisation: 'Lantern',
      status: 'paused',
      cost_words: '£2',
      age_from: null,
      address: '2 Low Road',
    },
  ]);
});

dbTest('the same directory again changes nothing', async (town) => {
  const { folder, paths } = await directory(town);
  await takeIn(town.jobCtx, 'services', paths, { folder });
  const before = await services(town);

  const again = await takeIn(town.jobCtx, 'services', paths, { folder });

  expect(again).toMatchObject({ read: 8, new: 0, changed: 0, unchanged: 7, rejected: 1 });
  expect(await services(town)).toEqual(before);
});

dbTest('a service that its directory words otherwise is renewed', async (town) => {
  const { folder, paths } = await directory(town);
  await takeIn(town.jobCtx, 'services', paths, { folder });
  listIn(folder, 'services.csv', serviceHeading, choir.replace('Choir', 'Vale Choir'), lunch);

  const result = await takeIn(town.jobCtx, 'services', paths, { folder });

  expect(result).toMatchObject({ new: 0, changed: 1, unchanged: 6 });
  expect((await services(town)).map((row) => row.name)).toEqual(['Lunch', 'Vale Choir']);
});

dbTest('a list in one file makes organisations, services and places', async (town) => {
  await networkFor(town.jobCtx);
  const folder = folderOfLists();
  const list = listIn(
    folder,
    'food.csv',
    'Name,Opening times,Address,Postcode',
    'Food Bank,Wednesday 10am - 4pm,"The Lodge, Green Lane",AV3 4QT',
  );

  const result = await takeIn(town.jobCtx, 'services', [list], { folder });
  const again = await takeIn(town.jobCtx, 'services', [list], { folder });

  expect(result).toMatchObject({ read: 1, new: 1 });
  expect(again).toMatchObject({ read: 1, unchanged: 1 });
  const times = await town.owner.selectFrom('register.schedule').select(['days', 'note']).execute();
  expect(times).toEqual([{ days: ['WE'], note: 'Wednesday 10am - 4pm' }]);
});

dbTest('a page of an Open Referral feed is taken in, nested as it is', async (town) => {
  await networkFor(town.jobCtx);
  const folder = folderOfLists();
  const location = {
    id: 'l1',
    location_type: 'physical',
    name: 'Hall',
    addresses: [{ address_1: '1 High Street', city: 'Eastlock' }],
  };
  const organization = {
    id: 'o1',
    name: 'Lantern',
    description: 'Light.',
    organization_identifiers: [{ identifier_scheme: 'GB-CHC', identifier: '1090095' }],
  };
  const service = {
    id: 's1',
    name: 'Choir',
    status: 'active',
    minimum_age: 12,
    organization,
    service_at_locations: [{ id: 'x', location }],
    schedules: [{ byday: 'TH,FR', opens_at: '10:00:00', closes_at: '12:00:00' }],
  };
  const contents = [service, { ...service, id: 's2', name: 'Lunch' }, { id: 's3', name: 'Nobody’s' }];
  const page = listIn(folder, 'feed.json', JSON.stringify({ total_items: 3, contents }));

  const result = await takeIn(town.jobCtx, 'services', [page], { folder });
  const again = await takeIn(town.jobCtx, 'services', [page], { folder });

  expect(result).toMatchObject({ read: 3, new: 2, rejected: 1, rejectsFile: null });
  expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 2, rejected: 1 });
  expect((await services(town)).map(({ name, address }) => [name, address])).toEqual([
    ['Choir', '1 High Street, Eastlock'],
    ['Lunch', '1 High Street, Eastlock'],
  ]);
  const times = await town.owner.selectFrom('register.schedule').select(['days', 'opens']).limit(1).execute();
  expect(times).toEqual([{ days: ['TH', 'FR'], opens: '10:00:00' }]);
});

dbTest('files without a service are no directory', async (town) => {
  await networkFor(town.jobCtx);
  const folder = folderOfLists();
  const paths = [
    listIn(folder, 'a.csv', 'id,name,description', 'o1,Lantern,Light'),
    listIn(folder, 'b.csv', 'id,phone', 'p,1'),
  ];

  await expect(takeIn(town.jobCtx, 'services', paths, { folder })).rejects.toThrow('None of these files');
});

const serviceHeading = 'id,organisation_id,name,status,is_free,fees_text,critera_-_age_group';
const choir = 's1,o1,Choir,active,Yes,,11+';
const lunch = 's2,o1,Lunch,inactive,No,£2,';

async function directory(town: Town) {
  await networkFor(town.jobCtx);
  const folder = folderOfLists();
  const paths = [
    listIn(folder, 'organisations.csv', 'id,name,description', 'o1,Lantern,No description available'),
    listIn(folder, 'services.csv', serviceHeading, choir, lunch),
    listIn(
      folder,
      'locations.csv',
      'id,address_line_1,address_line_2,city,postcode',
      'l1,Hall,1 High Street,Eastlock,AV3 4QT',
      'l2,2 Low Road,,,',
    ),
    listIn(folder, 'service_locations.csv', 'service_id,location_id', 's1,l1', 's2,l2', 's9,l1'),
  ];
  return { folder, paths };
}

function services({ owner }: Town) {
  return owner
    .selectFrom('register.service as service')
    .innerJoin('register.organisation as record', 'record.id', 'service.organisation_id')
    .leftJoin('register.service_location as held', 'held.service_id', 'service.id')
    .leftJoin('register.location as place', 'place.id', 'held.location_id')
    .select(['service.name', 'record.name as organisation', 'service.status', 'service.cost_words'])
    .select(['service.age_from', 'place.address'])
    .orderBy('service.name')
    .execute();
}
