const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/** Does the work once when somebody tells this process to end. Returns how to take that back. */
export function onSignal(work: () => Promise<void>): () => void {
  let isLeaving = false;
  function leave(): void {
    if (isLeaving) return;
    isLeaving = true;
    void work();
  }
  for (const signal of signals) process.on(signal, leave);
  return () => {
    for (const signal of signals) process.off(signal, leave);
  };
}
