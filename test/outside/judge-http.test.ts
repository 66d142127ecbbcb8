import { expect, test } from 'vitest';
import { failureKindOf, judgeStatus, parseRetryAfter } from '../../src/outside/judge-http.ts';

test.each([
  [200, { verdict: 'fine' }],
  [404, { verdict: 'fine' }],
  [501, { verdict: 'fine' }],
  [429, { verdict: 'later', retryAfterMs: 2000 }],
  [500, { verdict: 'server-failed', kind: 'answer', retryAfterMs: 2000 }],
  [503, { verdict: 'server-failed', kind: 'answer', retryAfterMs: 2000 }],
])('status %i', (status, verdict) => {
  expect(judgeStatus(status, '2')).toEqual(verdict);
});

const now = Date.parse('2026-11-20T12:00:00Z');
test.each([
  ['0', 0],
  [' 120 ', 120_000],
  ['999999999', 86_400_000],
  ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
  ['Fri, 20 Nov 2020 12:00:30 GMT', 0],
  ['Fri, 20 Nov 2099 12:00:30 GMT', 86_400_000],
  ['-1', undefined],
  ['1e9', undefined],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %j is %j ms', (text, ms) => {
  expect(parseRetryAfter(text, now)).toBe(ms);
});

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });
test.each([
  ['ECONNREFUSED', 'connect'],
  ['ECONNRESET', 'connect'],
  ['UND_ERR_SOCKET', 'connect'],
  ['ENOTFOUND', 'name'],
  ['EAI_AGAIN', 'name'],
  ['ETIMEDOUT', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['HPE_INVALID_CONSTANT', 'protocol'],
])('%s is %s, also as a cause', (code, kind) => {
  expect(failureKindOf(withCode(code))).toBe(kind);
  expect(failureKindOf(new TypeError('fetch failed', { cause: withCode(code) }))).toBe(kind);
});
