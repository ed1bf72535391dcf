import type { Recovery } from '../words/recovery.ts';

/** Time for the person, the old mailbox and everybody who was told to say no, after two people made sure. */
export const waitDays = 3;

/** Why this person cannot be the second who makes sure. */
export function whyNotAgree(recovery: Recovery, personId: string): string | undefined {
  if (recovery.agreedAt) return 'Two people have made sure already.';
  if (recovery.askedBy === personId) return 'You made sure first. The second has to be somebody else.';
  if (recovery.personId === personId) return 'Nobody lets themselves in.';
  return undefined;
}
