import { expect, test } from 'vitest';
import { base32, codeAt, stepOf, stepWithCode } from './totp.ts';
import { vaultWith } from './vault.ts';

const secret = Buffer.from('12345678901234567890');

/** RFC 6238, appendix B, the last six of its eight figures. */
test('codes are those of the RFC', () => {
  const codes = [59, 1111111109, 1111111111, 1234567890, 2000000000, 20000000000].map((seconds) =>
    codeAt(secret, stepOf(new Date(seconds * 1000))),
  );

  expect(codes).toEqual(['287082', '081804', '050471', '005924', '279037', '353130']);
});

test('a clock may be half a minute off, not a whole one', () => {
  const at = new Date(1111111111 * 1000);
  const here = stepOf(at);

  expect([-2, -1, 0, 1, 2].map((off) => stepWithCode(secret, codeAt(secret, here + off), at))).toEqual([
    undefined,
    here - 1,
    here,
    here + 1,
    undefined,
  ]);
});

/** RFC 4648, 10. */
test('keys are written in base 32', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
});

test('what is sealed opens with its key, in its place, unchanged, and nowhere else', () => {
  const vault = vaultWith(Buffer.alloc(32, 1));
  const sealed = vault.seal(secret, 'a row');

  expect(vault.open(sealed, 'a row')).toEqual(secret);
  expect(vault.seal(secret, 'a row')).not.toEqual(sealed);
  expect(() => vault.open(sealed, 'another row')).toThrow();
  expect(() => vaultWith(Buffer.alloc(32, 2)).open(sealed, 'a row')).toThrow();
  expect(() => vault.open(Buffer.concat([sealed.subarray(0, -1), Buffer.from([0])]), 'a row')).toThrow();
  expect(() => vaultWith(undefined).seal(secret, 'a row')).toThrow('no key');
});
