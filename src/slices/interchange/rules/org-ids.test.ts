import { expect, test } from 'vitest';
import { charityNumber, companyNumber, readOrgId } from './org-ids.ts';

test('a number tells its register', () => {
  expect(charityNumber('1090095')).toEqual({ scheme: 'GB-CHC', number: '1090095' });
  expect(charityNumber('sc042386')).toEqual({ scheme: 'GB-SC', number: 'SC042386' });
  expect(charityNumber('NI100019')).toEqual({ scheme: 'GB-NIC', number: '100019' });
  expect(charityNumber('NA')).toBeUndefined();
});

test('a company number gets its noughts back', () => {
  expect(companyNumber('2398586.0')).toEqual({ scheme: 'GB-COH', number: '02398586' });
  expect(companyNumber('ce012345')).toEqual({ scheme: 'GB-COH', number: 'CE012345' });
  expect(companyNumber('0')).toBeUndefined();
});

test('an org-id is read in any case', () => {
  expect(readOrgId('gb-coh-9506232')).toEqual({ scheme: 'GB-COH', number: '09506232' });
  expect(readOrgId('GB-SC-SC042386')).toEqual({ scheme: 'GB-SC', number: 'SC042386' });
  expect(readOrgId('R000001')).toBeUndefined();
});
