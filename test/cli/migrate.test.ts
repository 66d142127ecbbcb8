import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../src/store/migrations/list.ts';
import { openTestDatabase } from '../support/test-database.ts';
import { sheaf } from './fake-world.ts';

const newest = Object.keys(migrations).at(-1)!;

test('--check tells what is to be done and does nothing; without it, it is done, once', async () => {
  const opened = await openTestDatabase();
  onTestFinished(() => opened.drop());
  await opened.database.close();
  const { env } = opened;
  // The tables stand, the job queue was never made.
  for (let i = 0; i < 2; i++) {
    expect(await sheaf(['migrate', '--check'], { env })).toMatchObject({ code: 1, stdout: 'pending  job-queue\n' });
  }
  expect(await sheaf(['migrate', '--json'], { env })).toMatchObject({
    code: 0,
    stdout: '{"applied":["job-queue"],"pending":[]}\n',
  });
  expect(await sheaf(['migrate', '--check'], { env })).toMatchObject({
    code: 0,
    stdout: 'nothing to do: the schema is this version’s\n',
  });
});

test('a schema that is newer is refused', async () => {
  const opened = await openTestDatabase();
  onTestFinished(() => opened.drop());
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', now()::text)`.execute(
    opened.database.db,
  );
  await opened.database.close();
  expect(await sheaf(['migrate'], { env: opened.env })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('9999-later'),
  });
});

test('readiness tells a schema that is older or newer from that of this version', async () => {
  const { checkMigrations } = await import('../../src/store/migrate.ts');
  const opened = await openTestDatabase();
  onTestFinished(() => opened.remove());
  const { db } = opened.database;
  expect(await checkMigrations(db)).toMatchObject({ ok: true });
  await sql`delete from kysely_migration where name = ${newest}`.execute(db);
  expect(await checkMigrations(db)).toMatchObject({ ok: false, error: expect.stringContaining('older') });
});

test('settings that are not valid are told', async () => {
  expect(await sheaf(['migrate'], { env: { DATABASE_URL: 'nonsense' } })).toMatchObject({ code: 2 });
  expect(await sheaf(['migrate', 'now'])).toMatchObject({ code: 2 });
});
