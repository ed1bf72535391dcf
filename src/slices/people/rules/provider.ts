/** How old a sign-in at the provider may be where it stands for a second key. */
export const freshSeconds = 600;

/** Ways of signing in (RFC 8176) that count as more than a mailbox or a password. */
const keys = new Set(['mfa', 'hwk']);

export function hasShownKey(claims: Readonly<Record<string, unknown>>): boolean {
  const { amr } = claims;
  return Array.isArray(amr) && amr.some((way) => keys.has(String(way)));
}
