const lookEveryMs = 2000;

export interface Watch {
  end(): Promise<void>;
}

interface Watched {
  isRunning(): boolean;
  startAnew(): Promise<void>;
  /** After each start, with what was in its way. */
  tell(problem?: unknown): void;
}

/** Looks again and again whether it runs, and starts it anew where it does not. What fails is tried at the next look. */
export function watchOver({ isRunning, startAnew, tell }: Watched): Watch {
  let starting: Promise<void> | undefined;
  async function start(): Promise<void> {
    try {
      await startAnew();
      tell();
    } catch (problem) {
      tell(problem);
    } finally {
      starting = undefined;
    }
  }
  const timer = setInterval(() => {
    if (!starting && !isRunning()) starting = start();
  }, lookEveryMs).unref();
  return {
    async end() {
      clearInterval(timer);
      await starting;
    },
  };
}
