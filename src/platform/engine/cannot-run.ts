/** The message is a sentence for the person at the terminal: what stands in the way, and what to do about it. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
