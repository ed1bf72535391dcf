/** The name of the field that says who takes a thing. */
export function fieldOf(thing: { duty: string; thingId: string }): string {
  return `taker.${thing.duty}.${thing.thingId}`;
}

/** Only these can keep a promise for an organisation. */
export const keepers = ['worker', 'admin', 'coordinator'] as const;

/** The duty of whoever runs a page alone. */
export const runningThePage = 'page';

/** A trustee may come to run the page, and with that keep promises; before that nobody could answer them. */
export function mayTake(duty: string, roles: readonly string[]): boolean {
  return duty === runningThePage || keepers.some((role) => roles.includes(role));
}
