import { expect, test } from 'vitest';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('every commit is confirmed by the disk, reads are not', async () => {
  const { pglite, syncCount } = await openEmbeddedDatabase(temporaryFolder());
  expect((await pglite.query('show fsync')).rows).toEqual([{ fsync: 'on' }]);
  await pglite.exec('create table t (a int)');

  const before = syncCount();
  for (let i = 0; i < 5; i++) await pglite.query('insert into t values ($1)', [i]);
  expect(syncCount() - before).toBe(5);

  const written = syncCount();
  await pglite.query('select count(*) from t');
  expect(syncCount()).toBe(written);
  await pglite.close();
}, 60_000);
