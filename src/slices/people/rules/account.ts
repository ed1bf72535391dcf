/** How long the link to a new mailbox is good, and how long the old one can take the account back. */
export const linkHours = 24;
export const undoDays = 7;
/** Mails to new mailboxes within an hour, by one person. */
export const mostChangesAnHour = 4;
/** After that the name goes, too. */
export const namelessDays = 30;

interface ChangeState {
  expiresAt: Date;
  doneAt: Date | null;
  undoneAt: Date | null;
  undoUntil: Date | null;
}

/** Why the link in the new mailbox leads nowhere, for the page behind it. */
export function whyNotTake(change: ChangeState | undefined, machineNow: Date): string | undefined {
  if (!change || change.undoneAt) return 'This link leads nowhere any more.';
  if (change.doneAt) return 'This was done already: you sign in with this mailbox now.';
  if (change.expiresAt <= machineNow) return 'This link is more than a day old. Ask for a new one.';
  return undefined;
}

/** Why the old mailbox can no longer take the account back. */
export function whyNotUndo(change: ChangeState | undefined, machineNow: Date): string | undefined {
  if (!change?.undoUntil) return 'This link leads nowhere.';
  if (change.undoneAt) return 'This was taken back already: you sign in with this mailbox again.';
  if (change.undoUntil <= machineNow) return 'Seven days have passed. Ring the hub if this was not you.';
  return undefined;
}
