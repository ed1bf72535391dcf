import { expect, test } from 'vitest';
import { guessColumns } from './headings.ts';
import { organisationHeadings } from './organisation-headings.ts';
import { readOrganisation } from './organisation-row.ts';

function read(row: Record<string, string>) {
  const { columns } = guessColumns(Object.keys(row), organisationHeadings);
  return readOrganisation(Object.values(row), {
    columns,
    today: '2026-11-24',
    postcodeOf: (text) => (/^[A-Z]{2}\d \d[A-Z]{2}$/.test(text) ? text : undefined),
  });
}

test('a charity is read with its number, its words and its place', () => {
  const row = read({
    org_id: 'gb-chc-1090095',
    name: 'LANTERN TRUST',
    activities: 'Lunch on Tuesdays.',
    objects: 'To relieve loneliness.',
    postcode: 'AV3 4QT',
    web: 'www.lantern.example',
  });

  expect(row).toEqual({
    row: {
      sourceId: 'GB-CHC-1090095',
      identifiers: [{ scheme: 'GB-CHC', number: '1090095' }],
      otherNames: [],
      values: {
        name: 'LANTERN TRUST',
        state: 'active',
        legal_form: 'charity',
        summary: 'Lunch on Tuesdays.',
        description: 'Lunch on Tuesdays.\n\nObjects: To relieve loneliness.',
        website: 'https://www.lantern.example',
      },
      place: { venue: '', address: '', postcode: 'AV3 4QT', shown: 'area' },
    },
  });
});

test('a town in the postcode column is part of the address', () => {
  expect(read({ name: 'Lantern', postcode: 'WIRRAL' })).toMatchObject({
    row: { place: { address: 'WIRRAL', postcode: '' } },
  });
});

test('whoever left the register has closed, unless the day is still to come', () => {
  expect(read({ name: 'Lantern', removed_on: '3/5/2020' })).toMatchObject({
    row: { values: { state: 'closed', state_reason: 'Its register removed it on 2020-05-03.' } },
  });
  expect(read({ name: 'Lantern', removed_on: '2030-01-01' })).toMatchObject({
    row: { values: { state: 'active' } },
  });
  expect(read({ name: 'Lantern', 'Registered Status': 'Dead' })).toMatchObject({
    row: { values: { state: 'closed' } },
  });
});

test('a row that cannot be taken says why', () => {
  expect(read({ name: 'NA' })).toEqual({ reason: 'There is no name.' });
  expect(read({ name: 'x'.repeat(201) })).toEqual({ reason: 'The name is longer than 200 characters.' });
  expect(read({ name: 'Lantern', kind: 'hub' })).toMatchObject({
    reason: expect.stringContaining('no kind'),
  });
  expect(read({ name: 'Lantern', removed_on: '31/2/2020' })).toMatchObject({
    reason: expect.stringContaining('is no date'),
  });
  expect(read({ name: 'Lantern', latitude: '151', longitude: '0' })).toMatchObject({
    reason: expect.stringContaining('latitude'),
  });
});

test('phones and mailboxes of a register’s contacts are not read', () => {
  const row = read({
    name: 'Lantern',
    charity_contact_phone: '01632 960144',
    charity_contact_email: 'a@b.example',
  });

  expect(row).not.toHaveProperty('row.values.phone');
  expect(row).not.toHaveProperty('row.values.email');
});

test('what cannot be read is left out with a word, and the row is taken all the same', () => {
  const row = read({
    name: 'Vale Choir',
    website: 'ask Ann',
    phone: '12',
    email: 'ann at vale',
    reg_number: '12x',
  });
  const good = read({ name: 'Vale Choir', website: 'n/a', phone: '01632 960144' });

  expect(row).toMatchObject({
    row: { values: { name: 'Vale Choir' } },
    remark:
      'The register number cannot be read and was left out. The website is no address of the web and was left out. ' +
      'The e-mail address cannot be read and was left out. The telephone number cannot be read and was left out.',
  });
  expect(good).toMatchObject({ row: { values: { phone: '01632 960144' } } });
  expect(good).not.toHaveProperty('remark');
});
