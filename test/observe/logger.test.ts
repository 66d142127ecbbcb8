import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLogger, moduleLogger } from '../../src/observe/logger.ts';

function capture() {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, destination };
}

test('one JSON object a line, with the agreed names', () => {
  const { lines, destination } = capture();
  const log = moduleLogger(createLogger({ level: 'info', forPeople: false, destination }), 'store');
  log.info({ duration_ms: 3 }, 'two\nlines');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toEqual({
    level: 'info',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    module: 'store',
    duration_ms: 3,
    message: 'two\nlines',
  });
});

test('secrets do not reach the log', () => {
  const { lines, destination } = capture();
  const log = createLogger({ level: 'info', forPeople: false, destination });
  log.info({ password: 'hunter2', headers: { authorization: 'Bearer hunter2', cookie: 'hunter2' } }, 'x');
  expect(lines.join()).not.toContain('hunter2');
});

test('for people the line is text', () => {
  const { lines, destination } = capture();
  createLogger({ level: 'info', forPeople: true, destination }).info({ module: 'api' }, 'started');
  expect(lines.join('')).toContain('started');
  expect(() => JSON.parse(lines.join(''))).toThrow();
});
