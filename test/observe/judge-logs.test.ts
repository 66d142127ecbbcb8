// The look through the logs of the suite is itself looked at: one that finds nothing would prove nothing.

import { expect, test } from 'vitest';
import { badLines, findSecrets } from '../support/judge-logs.ts';

const fine = {
  level: 'info',
  timestamp: '2026-11-20T13:19:08.185Z',
  module: 'api',
  request_id: 'r-1',
  message: 'request',
};
const line = (more: object = {}) => JSON.stringify({ ...fine, ...more });

test('a line that is fine is fine', () => {
  expect(findSecrets([line()], ['secret-of-somebody'])).toEqual([]);
  expect(badLines([line()])).toEqual([]);
});

test.each([
  ['a secret that went over HTTP', line({ x: 'see secret-of-somebody here' })],
  ['a marked text', line({ message: 'it said CANARY' })],
  ['an e-mail address', line({ who: 'a@example.org' })],
])('%s is found', (_what, bad) => expect(findSecrets([line(), bad], ['secret-of-somebody'])).toHaveLength(1));

test.each([
  ['no JSON', 'hello'],
  ['no module', line({ module: undefined })],
  ['another time', line({ timestamp: 'yesterday' })],
  ['a name where an id belongs', line({ user_id: 'Müller' })],
  ['an error in words', line({ error: 'broke' })],
  ['a field twice', line().replace('"module":"api"', '"module":"api","module":"jobs"')],
])('%s breaks the schema', (_what, bad) => expect(badLines([line(), bad])).toHaveLength(1));
