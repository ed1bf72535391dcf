import { expect } from 'vitest';
import type { Client, ShownPage } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { folderOfLists, listIn, takeIn } from '../../../../test/helpers/lists.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { lunchClub, twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';

const heading =
  'registered_charity_number,linked_charity_number,charity_name,charity_type,charity_registration_status,' +
  'date_of_registration,date_of_removal,charity_contact_address1,charity_contact_postcode,charity_contact_web,' +
  'charity_activities';
const rows = [
  '1090095,0,THE SAFFRON STREET LUNCH CLUB,CIO,Registered,2001-05-03,,4 Saffron Street,AV3 4QT,saffron.example,Lunch.',
  '1090096,0,Vale Choir,Other,Registered,2002-05-03,,,,,',
  '1090097,0,Saffron Street Lunch Club,Other,Removed,1990-05-03,2024-03-04,,,,',
];

async function begin(town: Town): Promise<{ browser: Client; page: ShownPage }> {
  await twoBoroughs(town);
  const folder = folderOfLists();
  await takeIn(town.jobCtx, 'charities', [listIn(folder, 'charity.csv', heading, ...rows)], { folder });
  const browser = await signedInAs(town, 'noor@saffron.example');
  return { browser, page: await browser.submit(await browser.get('/register'), 'begin-registration') };
}

const who = { kind: 'group', legal_form: 'charity', your_name: 'Noor' };

dbTest('R1: a charity that types its number finds its name, address and web page filled in', async (town) => {
  const { browser, page } = await begin(town);

  const where = await browser.submit(page, 'register-organisation', {
    ...{ name: '', register_number: '1090095', your_name: 'Noor' },
  });
  const back = await browser.get(where.url.replace('/where', '/who'));

  expect(where.h1).toBe('Where you work');
  expect(where.text).toContain('We found you: “THE SAFFRON STREET LUNCH CLUB”');
  expect(where.form('register-organisation').values).toMatchObject({
    postcode: 'AV3 4QT',
    address: '4 Saffron Street',
  });
  expect(back.form('register-organisation').values).toMatchObject({
    name: 'THE SAFFRON STREET LUNCH CLUB',
    legal_form: 'cio',
  });
});

dbTest('what was typed stays, and what is still missing is said', async (town) => {
  const { browser, page } = await begin(town);

  const again = await browser.submit(page, 'register-organisation', {
    ...{ name: 'Saffron Lunch Club', register_number: '1090095', legal_form: 'charity', your_name: '' },
  });
  const where = await browser.submit(again, 'register-organisation', { your_name: 'Noor' });

  expect(again.status).toBe(422);
  expect(Object.keys(again.problems)).toEqual(['your_name']);
  expect(again.form('register-organisation').values).toMatchObject({
    name: 'Saffron Lunch Club',
    kind: 'group',
  });
  expect(where.h1).toBe('Where you work');
});

dbTest('a number of another charity, one that was removed and one of nobody are told apart', async (town) => {
  const { browser, page } = await begin(town);
  const { name } = lunchClub.who;
  const submit = (register_number: string) =>
    browser.submit(page, 'register-organisation', { ...who, name, register_number }, { follow: true });

  const other = await submit('1090096');
  const removed = await browser.submit(await browser.get(page.url), 'register-organisation', {
    register_number: '1090097',
  });
  const nobody = await browser.submit(await browser.get(page.url), 'register-organisation', {
    register_number: '1099999',
  });

  expect(other.text).toContain(`1090096 is “Vale Choir” So says`);
  expect(other.form('register-organisation').values.postcode).toBe('');
  expect(removed.text).toContain('was removed from the register on 4 March 2024');
  expect(nobody.text).toContain('We do not find the number 1099999');
});
