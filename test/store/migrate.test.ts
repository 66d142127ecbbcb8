import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/list.ts';
import { openTestDatabase } from '../support/test-database.ts';

test('migrating again does nothing', async () => {
  const opened = await openTestDatabase();
  onTestFinished(() => opened.remove());
  expect(await migrateDatabase(opened.database.db)).toEqual([]);
});

test('a schema that is newer is refused, and stays as it is', async () => {
  const opened = await openTestDatabase();
  onTestFinished(() => opened.remove());
  const { db } = opened.database;
  const newer = {
    ...migrations,
    '9999-later': { up: async () => void (await sql`create table later (id int)`.execute(db)) },
  };
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', now()::text)`.execute(db);

  await expect(migrateDatabase(db)).rejects.toMatchObject({
    code: 'store.schema-newer',
    message: expect.stringContaining('9999-later'),
  });
  expect(await migrateDatabase(db, newer)).toEqual([]);
});

test('migrations are numbered without gaps', () => {
  const numbers = Object.keys(migrations).map((name) => Number(name.slice(0, 4)));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
