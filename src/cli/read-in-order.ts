// Reads many files at once and yields their results in the order of the input, so that two runs print the same.

/**
 * Calls `read` for each item, at most `jobs` at a time, and yields results in input order. Runs ahead of a slow item by at
 * most `ahead` results, so memory stays bounded. `read` must not reject; when it does, the rejection surfaces in its turn.
 */
export async function* readInOrder<T, R>(
  items: AsyncIterable<T>,
  read: (item: T) => Promise<R>,
  { jobs, ahead = 256 }: { jobs: number; ahead?: number },
): AsyncGenerator<R> {
  const queue: Promise<R>[] = [];
  const running = new Set<Promise<unknown>>();
  const source = items[Symbol.asyncIterator]();
  let done = false;
  try {
    while (!done || queue.length > 0) {
      while (!done && running.size < jobs && queue.length < jobs + ahead) {
        const next = await source.next();
        if (next.done) {
          done = true;
          break;
        }
        const result = read(next.value);
        const settled: Promise<unknown> = result.catch(() => {}).finally(() => running.delete(settled));
        running.add(settled);
        queue.push(result);
      }
      const head = queue[0];
      if (!head) break;
      // Wait for the head, or for room to start more; whichever is first.
      const canStart = !done && queue.length < jobs + ahead;
      const headDone = await Promise.race([
        head.then(() => true),
        ...(canStart ? [...running].map((r) => r.then(() => false)) : []),
      ]);
      if (headDone) yield await queue.shift()!;
    }
  } finally {
    await source.return?.();
    // The consumer left early: late failures have nobody to tell.
    for (const rest of queue) rest.catch(() => {});
  }
}
