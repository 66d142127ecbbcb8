// Work that many ask for at once and often: done once for all who come meanwhile, and not again for a while.

export function askSeldom(
  work: () => Promise<void>,
  everyMs: number,
  now = () => performance.now(),
): () => Promise<void> {
  let running: Promise<void> | undefined;
  let doneAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (running) return running;
    if (now() - doneAt < everyMs) return;
    running = work().finally(() => {
      doneAt = now();
      running = undefined;
    });
    return running;
  };
}
