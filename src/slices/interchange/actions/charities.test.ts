import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { folderOfLists, listIn, networkFor, takeIn, textOf } from '../../../../test/helpers/lists.ts';

const lantern = {
  ...{ date_of_extract: '2026-11-20T00:00:00', organisation_number: 1, registered_charity_number: 1090095 },
  ...{ linked_charity_number: 0, charity_name: 'LANTERN {TRUST}', charity_type: 'CIO' },
  ...{
    charity_registration_status: 'Registered',
    date_of_registration: '2001-05-03T00:00:00',
    date_of_removal: null,
  },
  ...{ charity_contact_address1: '4 Tansy Street', charity_contact_address2: 'Eastlock' },
  ...{ charity_contact_postcode: 'av34qt', charity_contact_phone: '01632 960111' },
  ...{ charity_contact_email: 'jo.bloggs@home.example', charity_contact_web: 'lantern.example' },
  ...{ charity_activities: 'Lunch, "on" Tuesdays } and more.' },
};

dbTest('R1: the Commission’s extract as JSON is read, however it is cut into pieces', async (town) => {
  const { folder } = await start(town);
  const many = Array.from({ length: 3000 }, (_, index) => ({
    ...{ ...lantern, registered_charity_number: 200_000 + index, charity_name: `Charity ${index} “{x}”` },
    ...(index === 7 ? { linked_charity_number: 1 } : {}),
  }));
  const list = listIn(folder, 'publicextract.charity.json', `\uFEFF${JSON.stringify([lantern, ...many])}`);

  const result = await takeIn(town.jobCtx, 'charities', [list], { folder });
  const again = await takeIn(town.jobCtx, 'charities', [list], { folder });

  expect(result).toMatchObject({ read: 3000, new: 3000, rejected: 0 });
  expect(again).toMatchObject({ read: 3000, new: 0, changed: 0, unchanged: 3000 });
  expect(await record(town, '1090095')).toMatchObject({
    ...{ scheme: 'GB-CHC', name: 'LANTERN {TRUST}', legal_form: 'cio', is_removed: false },
    ...{ address: '4 Tansy Street, Eastlock', postcode: 'AV3 4QT', website: 'https://lantern.example' },
    ...{ registered_on: '2001-05-03', removed_on: null },
  });
});

dbTest('the same extract as TXT, then what changed in it; nothing of a person is read', async (town) => {
  const { folder } = await start(town);
  const heading = Object.keys(lantern).join('\t');
  const row = (more: object) =>
    Object.values({ ...lantern, charity_activities: 'A "stray quote', ...more }).join('\t');
  const first = listIn(folder, 'charity.txt', heading, row({}), row({ registered_charity_number: 'x' }));
  const removed = { charity_registration_status: 'Removed', date_of_removal: '2026-10-01T00:00:00' };
  const second = listIn(folder, 'later.txt', heading, row(removed));

  const result = await takeIn(town.jobCtx, 'charities', [first], { folder });
  const later = await takeIn(town.jobCtx, 'charities', [second], { folder });

  expect(result).toMatchObject({ read: 2, new: 1, rejected: 1 });
  expect(textOf(result.rejectsFile)).toContain('“x” is no number of this register.');
  expect(later).toMatchObject({ changed: 1 });
  const kept = await record(town, '1090095');
  expect(kept).toMatchObject({ is_removed: true, removed_on: '2026-10-01' });
  expect(JSON.stringify(kept)).not.toMatch(/960111|jo[.]bloggs/);
});

dbTest('the registers of Scotland and Northern Ireland are known by their headings', async (town) => {
  const { folder } = await start(town);
  const oscr = listIn(
    folder,
    'oscr.csv',
    'Charity Number,Charity Name,Registered Date,Known As,Charity Status,Postcode,Constitutional Form,Objectives,' +
      'Principal Office/Trustees Address,Website',
    'SC042386,Vale Choir,03/05/2011,,Active,AV3 4QT,SCIO (Scottish Charitable Incorporated Organisation),To sing,' +
      '"Jo Bloggs, 1 Home Lane",choir.example',
  );
  const ccni = listIn(
    folder,
    'ccni.csv',
    'Reg charity number,Sub charity number,Charity name,Date registered,Status,Public address,Website,Email,Telephone,' +
      'Company number,What the charity does',
    '100019,0,Lough Band,11/08/2014,Received: Up-to-date,"1 Quay, Lough, AV5 1AA",,jo@home.example,01632 960222,,Play',
    '100019,1,A branch,11/08/2014,Received,,,,,,',
  );
  const other = listIn(folder, 'other.csv', 'name,town', 'Choir,Eastlock');

  const result = await takeIn(town.jobCtx, 'charities', [oscr, ccni], { folder });

  expect(result).toMatchObject({ read: 2, new: 2 });
  expect(await record(town, 'SC042386')).toMatchObject({ scheme: 'GB-SC', legal_form: 'cio', address: '' });
  expect(await record(town, '100019')).toMatchObject({
    ...{ scheme: 'GB-NIC', name: 'Lough Band', postcode: 'AV5 1AA', registered_on: '2014-08-11' },
  });
  await expect(takeIn(town.jobCtx, 'charities', [other], { folder })).rejects.toThrow(
    'other.csv is not one of the charity registers we know',
  );
});

dbTest('an extract that breaks off is refused whole', async (town) => {
  const { folder } = await start(town);
  const text = JSON.stringify([lantern, lantern]);
  const list = listIn(folder, 'charity.json', text.slice(0, -40));

  const taking = takeIn(town.jobCtx, 'charities', [list], { folder });

  await expect(taking).rejects.toThrow('charity.json breaks off in row 2. Nothing was written.');
  expect(await town.owner.selectFrom('register.official_record').select('number').execute()).toEqual([]);
});

async function start(town: Town) {
  await networkFor(town.jobCtx);
  return { folder: folderOfLists() };
}

function record({ owner }: Town, number: string) {
  return owner
    .selectFrom('register.official_record')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
}
