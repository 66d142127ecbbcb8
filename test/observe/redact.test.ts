import { describe, expect, test } from 'vitest';
import { makeApiKey } from '../../src/identity/api-key-format.ts';
import { createLogger, moduleLogger } from '../../src/observe/logger.ts';
import { isSecretName, redactFields, redactText } from '../../src/observe/redact.ts';
import { captureLines } from '../support/capture-lines.ts';

function capture() {
  const { lines, destination } = captureLines();
  return { lines, log: createLogger({ level: 'trace', forPeople: false, destination }) };
}

const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJlLWNhbmFyeQ';

describe('by the shape of a text', () => {
  test.each([
    ['a JSON web token', `got ${jwt} here`],
    ['a token cut off', `got ${jwt.slice(0, 30)}`],
    ['a bearer header', 'Authorization: Bearer canary.0123456789'],
    ['a basic header', 'basic Y2FuYXJ5OmNhbmFyeQ=='],
    ['an API key', `key ${makeApiKey().key}`],
    ['an address with credentials', 'connect postgres://sheaf:canary@db.internal:5432/x'],
    ['an address with a user alone', 'https://canarycanary@sentry.example.org/1'],
    ['a link that counts once', 'go to https://sheaf.example.org/#sign-in=canary-canary'],
    ['a mailed link', 'https://sheaf.example.org/#reset-password=canary-canary'],
    ['a signed link', 'GET /files/original?link=canarycanary.canary'],
    ['a code of another service', '/callback?state=canary&code=canary&iss=x'],
    ['a second factor', 'otpauth://totp/Sheaf:canary?secret=CANARY'],
    ['a private key', ['-----BEGIN', 'PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----'].join(' ')],
    ['an e-mail address', 'no such user canary@example.org'],
  ])('%s goes', (_what, text) => {
    const clean = redactText(text);
    expect(clean).not.toMatch(/canary|shk_\w/i);
    expect(clean).not.toContain(jwt.slice(0, 30));
    const { lines, log } = capture();
    log.info({ place: text, deep: { list: [text] } }, text);
    log.child({ bound: text }).error({ error: new Error(text, { cause: new Error(text) }) }, 'x');
    expect(lines.join('')).not.toMatch(/canary|shk_\w/i);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });

  test.each([
    'request',
    'a file was read in 12 ms: 3 pages',
    '01a1f7bc-7a47-7000-b5d4-4df02a6516cc',
    '/api/v1/documents?limit=20&cursor',
    'http://127.0.0.1:8000',
    'docs/mail.md',
  ])('%s stays', (text) => expect(redactText(text)).toBe(text));

  test('what follows it stays whole, so that the line remains JSON', () => {
    const line = JSON.stringify({ url: '/x?token=canary', next: 'kept', at: 'https://u:canary@h/p' });
    expect(JSON.parse(redactText(line))).toEqual({
      url: '/x?token=[redacted]',
      next: 'kept',
      at: 'https://[redacted]@h/p',
    });
  });
});

test.each(['?token', '?a-', 'eyJ-', '://a:', 'a@', 'a.', '-----BEGIN A-----', 'otpauth:', 'shk_', '#=', 'Bearer '])(
  'a text made of %j costs no more than its length',
  (piece) => {
    const cost = (times: number): number => {
      const text = `@=${piece.repeat(times)}`;
      let best = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 5; round++) {
        const started = performance.now();
        redactText(text);
        best = Math.min(best, performance.now() - started);
      }
      return best;
    };
    cost(1000);
    // Eight times as long: eight times as much, where a square would be sixty-four.
    expect(cost(16_000)).toBeLessThan(Math.max(40 * cost(2000), 5));
  },
);

describe('by the name of a field', () => {
  test.each([
    ...['password', 'newPassword', 'new_password', 'access_token', 'refreshToken', 'Authorization', 'set-cookie'],
    ...['apiKey', 'x-api-key', 'clientSecret', 'AUTH_SECRET', 'SENTRY_DSN', 'recoveryCodes', 'codeVerifier'],
    ...['headers', 'body', 'html', 'subject', 'email', 'recipient', 'fileName', 'privateKey'],
  ])('%s is secret', (name) => {
    expect(isSecretName(name)).toBe(true);
    expect(redactFields({ [name]: 'canary', in: { [name]: ['canary'] } })).toEqual({
      [name]: '[redacted]',
      in: { [name]: '[redacted]' },
    });
  });

  test.each(['event', 'path', 'route', 'emailId', 'template', 'queue', 'reason', 'code', 'keys', 'kind'])(
    '%s is not',
    (name) => expect(redactFields({ [name]: 'x' })).toEqual({ [name]: 'x' }),
  );

  test('numbers tell how many, and stay', () => {
    expect(redactFields({ tokens: 812, email: false })).toEqual({ tokens: 812, email: false });
  });

  test('what a child logger is bound to is looked at, too', () => {
    const { lines, log } = capture();
    log.child({ token: 'canary' }).info('x');
    expect(lines.join('')).not.toContain('canary');
  });
});

test('whatever is logged, a line is bounded and comes to an end', () => {
  const round: Record<string, unknown> = { list: Array(1000).fill('x'), text: 'y'.repeat(1e6) };
  round.self = round;
  const { lines, log } = capture();
  moduleLogger(log, 'test').info({ round, bytes: Buffer.from('canary'), map: new Map([['a', 'canary']]) }, 'x');
  expect(lines.join('').length).toBeLessThan(40_000);
  expect(lines.join('')).not.toContain('canary');
});

test("a framework's request is left out: its address holds a query", () => {
  const { lines, log } = capture();
  log.info({ req: { url: '/x?q=canary' }, res: { headers: { a: 'canary' } }, err: new Error('broke') }, 'x');
  expect(lines.join('')).not.toContain('canary');
  expect(JSON.parse(lines[0]!).error).toMatchObject({ type: 'Error', message: 'broke' });
});

test('the link of a first start is printed whole', () => {
  const { lines, log } = capture();
  log.info({ event: 'sign-in-link', link: 'http://localhost:1/#sign-in=abcdefghijklmnop' }, 'sign in');
  expect(JSON.parse(lines[0]!).link).toContain('abcdefghijklmnop');
});
