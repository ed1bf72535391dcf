/** A public answer as it went out, ready to go out again. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: readonly [string, string][];
  readonly body: Uint8Array<ArrayBuffer> | string;
  readonly etag: string | null;
}

/**
 * Public pages and JSON for visitors who are not signed in, kept for a moment: a crowd asks the same few questions.
 * Whatever this process changes makes them all forgotten, so nobody reads what was true before; what another process
 * changes shows within five seconds. Nothing that matters is held here.
 */
export interface Kept {
  find(key: string): KeptAnswer | undefined;
  /** Before an answer is made; it is kept only if nothing changed until it was ready. */
  begin(): number;
  keep(key: string, answer: KeptAnswer, begun: number): void;
  forget(): void;
}

const lastsMs = 5000;
const most = 300;

export function keptAnswers(clock: () => number = Date.now): Kept {
  const answers = new Map<string, { answer: KeptAnswer; until: number }>();
  let changes = 0;
  return {
    find(key) {
      const found = answers.get(key);
      return found && found.until > clock() ? found.answer : undefined;
    },
    begin: () => changes,
    keep(key, answer, begun) {
      if (begun !== changes) return;
      if (answers.size >= most) answers.clear();
      answers.set(key, { answer, until: clock() + lastsMs });
    },
    forget() {
      changes += 1;
      answers.clear();
    },
  };
}
