// What became of documents that several processes read: for tests that kill some of them.

import { expect } from 'vitest';
import { type Answer, getJson } from './test-server.ts';

/** Everything of a list, page by page. */
export async function listAll(url: string, what: string): Promise<Answer[]> {
  const items: Answer[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Answer = await getJson(`${url}/api/v1/${what}?limit=200${cursor ? `&cursor=${cursor}` : ''}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** Nothing lost, nothing doubled. */
export async function expectOneRecordEach(url: string, documents: readonly { id: string }[]): Promise<void> {
  const ofDocument = Map.groupBy(await listAll(url, 'records'), (record: Answer) => record.document);
  for (const { id } of documents) expect(ofDocument.get(id), id).toHaveLength(1);
  expect(await listAll(url, 'documents')).toHaveLength(documents.length);
}
