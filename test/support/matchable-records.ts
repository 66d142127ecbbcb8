// Records to be matched, stored as if they had been read.

import { type MatchDeps, storeSubjects } from '../../src/actions/match-record.ts';
import type { Actor } from '../../src/actions/services.ts';
import type { Json } from '../../src/document/value.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { findRecord, insertRecord } from '../../src/store/records.ts';
import { type House, keepDocument } from './kept-things.ts';
import { readValue } from './toy-engine.ts';

const read = (values: Record<string, Json>) =>
  Object.fromEntries(Object.entries(values).map(([path, value]) => [path, readValue(value)]));

/** A record in a document of its own; its id. */
export async function putRecord(
  house: Pick<House, 'db' | 'blobs'>,
  owner: Actor,
  {
    type,
    values,
    lines,
    content,
  }: { type: string; values: Record<string, Json>; lines: Record<string, Json>[]; content?: string },
): Promise<string> {
  const { id: documentId, runId } = await keepDocument(house, owner, {
    records: [],
    ...(content === undefined ? {} : { content }),
  });
  const id = newId();
  await inWorkspace(house.db, owner.workspaceId, (trx) =>
    insertRecord(trx, {
      id,
      workspaceId: owner.workspaceId,
      documentId,
      runId,
      position: 0,
      record: {
        type,
        confidence: 1,
        alternatives: [],
        pages: [1],
        fields: read(values),
        lines: lines.map(read),
        issues: [],
      },
    }),
  );
  return id;
}

/** Stores keys of many records at once, without matching them. */
export async function storeKeys(
  { db, matching }: Pick<MatchDeps, 'db' | 'matching'>,
  { workspaceId }: Actor,
  ids: readonly string[],
): Promise<void> {
  await inWorkspace(db, workspaceId, async (trx) => {
    const records = await Promise.all(ids.map(async (id) => (await findRecord(trx, id))!));
    await storeSubjects(trx, matching, { workspaceId, records });
  });
}
