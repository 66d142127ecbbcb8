// The time of an answer must not tell whether an account exists. Ratios of medians, taken alternately: generous, for a
// busy machine, but far below what a missing hash (all of the time) would show.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, makePerson, type Person, signIn } from '../support/person.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const ROUNDS = 12;
const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

async function ratio(known: (i: number) => Promise<unknown>, unknown: (i: number) => Promise<unknown>) {
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  for (let i = 0; i < ROUNDS; i++) {
    for (const [name, act] of [
      ['known', known],
      ['unknown', unknown],
    ] as const) {
      const started = performance.now();
      await act(i);
      times[name].push(performance.now() - started);
    }
  }
  return median(times.known) / median(times.unknown);
}

test('signing in with a wrong password', async () => {
  // Each name once and few from the address: the lock would answer without looking.
  const people: Person[] = [];
  for (let i = 0; i < ROUNDS; i++) people.push(await makePerson(server));
  const found = await ratio(
    (i) => signIn(server, people[i]!.email, 'wrong guess'),
    (i) => signIn(server, `nobody-${i}@example.com`, 'wrong guess'),
  );
  expect(found).toBeGreaterThan(0.5);
  expect(found).toBeLessThan(2);
});

test.each(['/auth/password/forgot', '/auth/verify/resend'])('%s', async (path) => {
  const person = await makePerson(server);
  const found = await ratio(
    () => call(server, path, { body: { email: person.email } }),
    (i) => call(server, path, { body: { email: `nobody-${i}@example.com` } }),
  );
  expect(found).toBeGreaterThan(0.4);
  expect(found).toBeLessThan(2.5);
});
