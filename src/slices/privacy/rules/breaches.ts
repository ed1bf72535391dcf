import type { Breach, Risk } from '../words/breaches.ts';

const hourMs = 3_600_000;

/** The office hears of it within 72 hours of somebody here knowing (UK GDPR, 33); a day before that it is judged. */
export function officeBy(foundAt: Date): Date {
  return new Date(foundAt.getTime() + 72 * hourMs);
}

export function judgeBy(foundAt: Date): Date {
  return new Date(foundAt.getTime() + 48 * hourMs);
}

/** Whole hours that are left; below nothing where it is late. */
export function hoursLeft(foundAt: Date, now: Date): number {
  return Math.floor((officeBy(foundAt).getTime() - now.getTime()) / hourMs);
}

interface Told {
  readonly office: boolean;
  readonly people: boolean;
}

/** Why it cannot end yet; undefined where it can. */
export function whyNotEnd(
  breach: Pick<Breach, 'state'> & { risk: Risk | null },
  told: Told,
): string | undefined {
  if (breach.state === 'ended') return 'This has ended already.';
  if (breach.state === 'found') return 'Say first how bad it could be.';
  if (breach.risk !== 'unlikely' && !told.office) return 'Tell the Information Commissioner’s Office first.';
  if (breach.risk === 'high' && !told.people) return 'Tell each of the people first.';
  return undefined;
}
