import type { SecondKeys } from '../words/keys.ts';

export const challengeMinutes = 5;
/** Wrong codes of an authenticator before one has to wait. */
const mostTriesOfApp = 5;
const triesMinutes = 10;
export const recoveryCodeCount = 8;
/** The first key may be added this long after signing in; later whoever found the phone open would add theirs. */
const firstKeyMinutes = 60;

export function hasSecondKey(keys: SecondKeys): boolean {
  return keys.passkeys.length > 0 || keys.authenticatorSince !== undefined;
}

/** Why the first second key cannot be added now. Every further one asks for a second key instead. */
export function whyNotFirstKey(signedInAt: Date, machineNow: Date): string | undefined {
  const minutes = (machineNow.getTime() - signedInAt.getTime()) / 60_000;
  if (minutes < firstKeyMinutes) return undefined;
  return 'You signed in more than an hour ago. Sign out and in again, so that nobody else adds a key in your name.';
}

interface AppState {
  tries: number;
  triesSince: Date | null;
}

/** Whether the count of wrong codes begins anew. */
export function isTriesOver(state: AppState, machineNow: Date): boolean {
  return (
    state.triesSince === null || machineNow.getTime() - state.triesSince.getTime() > triesMinutes * 60_000
  );
}

export function whyNotTry(state: AppState, machineNow: Date): string | undefined {
  if (isTriesOver(state, machineNow) || state.tries < mostTriesOfApp) return undefined;
  return 'Five codes were wrong. Wait ten minutes, or use a passkey or a recovery code.';
}

/** `ABCD EFGH`: in fours a key can be read aloud and typed. */
export function inFours(text: string, between = ' '): string {
  return (text.match(/.{1,4}/g) ?? []).join(between);
}

/** The address by which an authenticator app takes the key (Key URI Format). */
export function otpauth(of: { network: string; email: string; key: string }): string {
  const label = `${encodeURIComponent(of.network)}:${encodeURIComponent(of.email)}`;
  return `otpauth://totp/${label}?secret=${of.key}&issuer=${encodeURIComponent(of.network)}`;
}
