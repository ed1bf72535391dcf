import { expect, test } from 'vitest';
import { domainFindings } from './mail.ts';

const good = {
  'hub.example': ['v=spf1 include:mail.example -all', 'some-other=record'],
  '_dmarc.hub.example': ['v=DMARC1; p=quarantine'],
  'selector1._domainkey.hub.example': ['v=DKIM1; k=rsa; p=MIGfMA0'],
};

/** What the doctor says of a domain with these names. */
async function said(names: Record<string, string[] | undefined>) {
  const lookUp = async (name: string) => (name in names ? names[name] : []);
  return (await domainFindings('hub.example', lookUp)).map(
    ({ level, problem }) => `${level}: ${problem ?? ''}`,
  );
}

test('a domain with SPF, DMARC and a key is well', async () => {
  expect(await said(good)).toEqual(['well: ', 'well: ', 'well: ']);
});

test('what is missing is named with the record to add', async () => {
  const [spf, dmarc, dkim] = await said({});

  expect(spf).toContain('not well: Add a TXT record at hub.example');
  expect(dmarc).toBe('not well: Add a TXT record at _dmarc.hub.example: “v=DMARC1; p=quarantine”.');
  expect(dkim).toContain('advice: None is under the usual selectors.');
});

test('records that say too much, twice or nothing are no help', async () => {
  const twice = { ...good, 'hub.example': ['v=spf1 -all', 'v=spf1 mx -all'] };
  const open = { ...good, 'hub.example': ['v=spf1 mx +all'] };
  const bare = { ...good, '_dmarc.hub.example': ['v=DMARC1'] };
  const revoked = { ...good, 'selector1._domainkey.hub.example': ['v=DKIM1; p='] };

  expect((await said(twice))[0]).toContain('There are 2 TXT records');
  expect((await said(open))[0]).toContain('It lets everybody write for it.');
  expect((await said(bare))[1]).toContain('not well');
  expect((await said(revoked))[2]).toContain('advice');
});

test('where nobody can be asked, nothing is claimed', async () => {
  expect(await said({ 'hub.example': undefined })).toEqual([
    'advice: They could not be looked up from here.',
  ]);
});
