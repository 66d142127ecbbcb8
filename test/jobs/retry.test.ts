import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadResult } from '../../src/pipeline/read-result.ts';
import { finishedRun, startTestServer, type TestServer, upload } from '../support/test-server.ts';
import { createToyEngine } from '../support/toy-engine.ts';

let server: TestServer;
let failures = 0;
let unavailable = 0;
beforeAll(async () => {
  const toy = createToyEngine();
  const reader = {
    ...toy.reader,
    read: async (...args: Parameters<typeof toy.reader.read>): Promise<ReadResult> => {
      if (args[0].name === 'no-child.txt' && unavailable++ < 1) {
        const result = await toy.reader.read(...args);
        return { ...result, status: 'failed', documents: [], error: { code: 'reader.unavailable', message: '' } };
      }
      if (args[0].name === 'flaky.txt' && failures++ < 1) throw new Error('lost its child');
      return toy.reader.read(...args);
    },
  };
  server = await startTestServer({ engine: { reader } });
});
afterAll(() => server.stop());

test('work that was cut off is tried again', async () => {
  const [document] = await upload(server.url, { 'flaky.txt': 'number: F-1' });
  expect((await finishedRun(server.url, document!.run)).status).toBe('succeeded');
  expect(failures).toBe(2);
});

test('a document for which no reading process could be started is tried again, not failed', async () => {
  const [document] = await upload(server.url, { 'no-child.txt': 'number: F-2' });
  expect((await finishedRun(server.url, document!.run)).status).toBe('succeeded');
  expect(unavailable).toBe(2);
});
