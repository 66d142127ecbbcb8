import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openFsObjects } from '../../../src/store/objects/fs-objects.ts';
import { ensureKey } from '../../../src/store/objects/object-store.ts';
import { listWaitingObjects } from '../../../src/store/objects/watch-objects.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const workspaceId = '01a1fa9c-409b-7000-8367-3abc6f14f97e';

async function collect(generator: AsyncGenerator<{ key: string }>): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of generator) keys.push(key);
  return keys.sort();
}

test('objects of a workspace are given under any name, and moved aside with their fate', async () => {
  const objects = await openFsObjects(temporaryFolder());
  const names = ['Rechnung März (1).pdf', '2026/11/order.xml'];
  for (const name of names) await objects.put(`intake/${workspaceId}/${name}`, [Buffer.from(name)]);
  await objects.put('intake/01a1fa9c-409b-7000-8367-000000000000/other.pdf', [Buffer.from('x')]);
  const waiting = await listWaitingObjects(objects, workspaceId, 10);
  expect(waiting.map(({ name }) => name).sort()).toEqual([...names].sort());
  for (const object of waiting) {
    expect((await buffer(await object.open())).toString()).toBe(object.name);
    expect(await object.isUnchanged()).toBe(true);
    await object.finish(object.name.endsWith('.pdf') ? { done: true } : { done: false, reason: 'file.empty' });
  }
  expect(await listWaitingObjects(objects, workspaceId, 10)).toEqual([]);
  expect(await collect(objects.list(`intake-done/${workspaceId}/`))).toEqual([
    expect.stringMatching(/\/\d+-Rechnung März \(1\)\.pdf$/),
  ]);
  expect(await collect(objects.list(`intake-failed/${workspaceId}/`))).toEqual([
    expect.stringMatching(/\/\d+-2026\/11\/order\.xml$/),
    expect.stringMatching(/\/\d+-2026\/11\/order\.xml\.reason\.txt$/),
  ]);
});

test.each([
  `intake/${workspaceId}/../../secrets/key`,
  `intake/${workspaceId}//a`,
  `intake/${workspaceId}/a\\..\\b`,
  `intake/${workspaceId}/a\nb`,
  'intake/../secrets/a b',
  'blobs/a b',
])('%j is no key', (key) => {
  expect(() => ensureKey(key)).toThrow('not a key');
});
