/** A public answer as it went out, ready to go out again. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: readonly [string, string][];
  readonly body: Uint8Array<ArrayBuffer> | string;
}

/**
 * Public pages and JSON for visitors who are not signed in, kept for a moment: a crowd asks the same few questions.
 * Whatever this process changes makes them all forgotten, so nobody reads what was true before; what another process
 * changes shows within five seconds. Nothing that matters is held here.
 */
export interface Kept {
  /**
   * The answer that is kept, or the one that `make` makes. Who asks while it is being made waits for the same one, so a
   * crowd costs one page. What is no plain 200 goes out to everybody who waited and is not kept.
   */
  answer(key: string, make: () => Promise<KeptAnswer>): Promise<KeptAnswer>;
  forget(): void;
}

const lastsMs = 5000;
const most = 300;

export function keptAnswers(clock: () => number = Date.now): Kept {
  let answers = new Map<string, { answer: Promise<KeptAnswer>; until: number }>();
  return {
    answer(key, make) {
      const found = answers.get(key);
      if (found && found.until > clock()) return found.answer;
      if (answers.size >= most) answers.clear();
      // A change replaces the whole map, so an answer that was begun before it is never found after it.
      const mine = answers;
      const answer = make();
      mine.set(key, { answer, until: Number.POSITIVE_INFINITY });
      answer.then(
        ({ status }) => {
          if (status === 200) mine.set(key, { answer, until: clock() + lastsMs });
          else mine.delete(key);
        },
        () => mine.delete(key),
      );
      return answer;
    },
    forget() {
      answers = new Map();
    },
  };
}
