import { expect, test } from 'vitest';
import { createStoreCalls, type StoreFailure } from '../../../src/store/objects/store-calls.ts';

const failure = (status?: number): Error & { status?: number } => Object.assign(new Error('secret words'), { status });
const explain = (error: unknown): StoreFailure => ({ status: (error as { status?: number }).status, code: undefined });
const unavailable = expect.objectContaining({ code: 'store.files-unavailable' });

/** Fails so many times, and counts. */
function failing(times: number, error: Error) {
  const state = { calls: 0 };
  const run = async (): Promise<string> => {
    if (++state.calls <= times) throw error;
    return 'done';
  };
  return { state, run };
}

test.each([500, 503, 429, 408, undefined])('%s passes: it is tried again', async (status) => {
  const { state, run } = failing(2, failure(status));
  expect(await createStoreCalls('store', explain)(run)).toBe('done');
  expect(state.calls).toBe(3);
});

test.each([400, 403, 404, 409])('%s does not pass: it is told at once', async (status) => {
  const { state, run } = failing(1, failure(status));
  await expect(createStoreCalls('store', explain)(run)).rejects.toEqual(unavailable);
  expect(state.calls).toBe(1);
});

test('what a driver itself found out goes through as it is', async () => {
  const { state, run } = failing(1, new RangeError('past the end'));
  await expect(createStoreCalls('store', explain)(run)).rejects.toThrow(RangeError);
  expect(state.calls).toBe(1);
});

test('a try that gets no answer is ended, and so is the call', async () => {
  const aborted: boolean[] = [];
  const call = createStoreCalls('store', explain);
  const never = call(
    (signal) =>
      new Promise<never>(() => {
        signal.addEventListener('abort', () => aborted.push(true));
      }),
    { tryMs: 100 },
  );
  await expect(never).rejects.toEqual(unavailable);
  expect(aborted.length).toBeGreaterThan(0);
});

test('the error tells where and what, and nothing of the driver', async () => {
  const error = await createStoreCalls(
    's3 there',
    explain,
  )(async () => {
    throw failure(403);
  }).catch((caught: unknown) => caught);
  expect((error as Error).cause).toEqual(new Error('s3 there: 403'));
});
