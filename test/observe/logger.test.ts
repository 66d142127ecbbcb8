import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createLogger, moduleLogger } from '../../src/observe/logger.ts';
import { newId } from '../../src/store/new-id.ts';
import { captureLines } from '../support/capture-lines.ts';
import { openTestDatabase } from '../support/test-database.ts';

test('one JSON object a line, with the agreed names', () => {
  const { lines, destination } = captureLines();
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
  const { lines, destination } = captureLines();
  const log = createLogger({ level: 'info', forPeople: false, destination });
  log.info({ password: 'hunter2', headers: { authorization: 'Bearer hunter2', cookie: 'hunter2' } }, 'x');
  expect(lines.join()).not.toContain('hunter2');
});

test('an error of the database tells where and what, not with which values', async () => {
  const { database, remove } = await openTestDatabase();
  const { lines, destination } = captureLines();
  const log = createLogger({ level: 'info', forPeople: false, destination });
  for (const [id, email] of [
    ['hunter2-id', 'a@hunter2.example'],
    [newId(), 'b@hunter2.example'],
  ]) {
    const values = sql`insert into auth_users (id, name, email, "emailVerified") values (${id}, ${'hunter2'}, ${email}, null)`;
    await values.execute(database.db).catch((error) => log.error({ error: new Error('outer', { cause: error }) }, 'x'));
  }
  await remove();
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain('hunter2');
  expect(JSON.parse(lines[0]!).error).toMatchObject({
    message: 'outer',
    cause: { code: '22P02', query: expect.stringContaining('insert into auth_users') },
  });
  expect(JSON.parse(lines[1]!).error.cause).toMatchObject({ code: '23502', table: 'auth_users' });
});

test('what is thrown without being an error is told as such', () => {
  const { lines, destination } = captureLines();
  createLogger({ level: 'info', forPeople: false, destination }).error({ error: 'hunter2' }, 'x');
  expect(JSON.parse(lines[0]!).error.message).toBe('thrown, but no error');
});

test('for people the line is text', () => {
  const { lines, destination } = captureLines();
  createLogger({ level: 'info', forPeople: true, destination }).info({ module: 'api' }, 'started');
  expect(lines.join('')).toContain('started');
  expect(() => JSON.parse(lines.join(''))).toThrow();
});
