import { expect, test } from 'vitest';
import { equalHeadings, guessColumns } from './headings.ts';
import { organisationHeadings } from './organisation-headings.ts';
import { roleOf, serviceHeadings } from './service-headings.ts';

function guess(headings: string[], map?: Map<string, string>) {
  return Object.fromEntries(guessColumns(headings, organisationHeadings, map).columns);
}

test('the headings of real lists are known', () => {
  expect(guess(['CUK Organisation ID', 'Registered Name', 'Trading Name', 'Registered Postcode'])).toEqual({
    id: 0,
    name: 1,
    other_names: 2,
    postcode: 3,
  });
  expect(guess(['name', 'location', 'lat', 'lng'])).toEqual({
    name: 0,
    address: 1,
    latitude: 2,
    longitude: 3,
  });
});

test('a misspelt heading is still known', () => {
  const { columns } = guessColumns(['critera_-_age_group'], serviceHeadings);

  expect(Object.fromEntries(columns)).toEqual({ ages: 0 });
});

test('what is said goes before what is guessed', () => {
  const map = new Map([
    ['Title', 'name'],
    ['name', ''],
  ]);

  expect(guess(['name', 'Title', 'postcode'], map)).toEqual({ name: 1, postcode: 2 });
});

test('a heading that is not there, and a column that we have not, are said', () => {
  expect(() => guess(['name'], new Map([['Titel', 'name']]))).toThrow('There is no heading “Titel”');
  expect(() => guess(['name'], new Map([['name', 'nom']]))).toThrow('“nom” is no column here.');
});

test('two equal headings are found, empty ones are not', () => {
  expect(equalHeadings(['name', 'Name'])).toBe('Name');
  expect(equalHeadings(['name', '', ''])).toBeUndefined();
});

test('the files of a directory are known by their headings', () => {
  const files = [
    ['id', 'name', 'description'],
    ['id', 'organisation_id', 'name', 'status', 'intro'],
    ['id', 'address_line_1', 'city', 'postcode'],
    ['service_id', 'location_id'],
    ['id', 'location_id', 'service_id', 'organization_id', 'number'],
    ['id', 'name', 'description', 'uri', 'version'],
  ];

  const roles = files.map((headings) => roleOf(headings, files.length));

  expect(roles).toEqual(['organisations', 'services', 'locations', 'links', undefined, undefined]);
});
