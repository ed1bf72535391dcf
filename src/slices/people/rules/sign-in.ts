/** ASVS 6.5: a code lives ten minutes at most and may be tried five times. */
export const tokenMinutes = 10;
export const mostTries = 5;
/** Mails to one mailbox within an hour, whoever asks for them. */
export const mostMailsAnHour = 6;
export const sessionDays = 14;

export interface TokenState {
  tries: number;
  expiresAt: Date;
  usedAt: Date | null;
}

/** Why a code or link does not open the door, in words for the person who tried. */
export function whyNotUse(token: TokenState | undefined, machineNow: Date): string | undefined {
  if (!token) return 'We know of no code for this browser. Ask for a new one.';
  if (token.usedAt) return 'This code was used already. Ask for a new one.';
  if (token.expiresAt <= machineNow) return 'This code is more than ten minutes old. Ask for a new one.';
  if (token.tries > mostTries) return 'This code was tried too often. Ask for a new one.';
  return undefined;
}

/** `Firefox on Android`, as far as a browser says what it is. */
export function deviceWords(userAgent: string): string {
  const browser = [
    ['Edg/', 'Edge'],
    ['OPR/', 'Opera'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ].find(([mark]) => userAgent.includes(mark ?? ''))?.[1];
  const system = [
    ['Android', 'Android'],
    ['iPhone', 'an iPhone'],
    ['iPad', 'an iPad'],
    ['Windows', 'Windows'],
    ['Mac OS', 'a Mac'],
    ['Linux', 'Linux'],
  ].find(([mark]) => userAgent.includes(mark ?? ''))?.[1];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? 'A browser';
}
