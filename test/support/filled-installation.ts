// An installation with something of every kind in it, for the tests of back-up, restore and move.

import { createHash, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { appendAudit, serverChain } from '../../src/store/audit.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { readOrMakeKey } from '../../src/store/key-file.ts';
import { newId } from '../../src/store/new-id.ts';
import { readDocumentQueue } from '../../src/store/queues.ts';
import { digestTable, type RowDigest } from '../../src/store/transfer/rows.ts';
import { inSnapshot } from '../../src/store/transfer/transfer-session.ts';
import { listTransferTables } from '../../src/store/transfer/transfer-tables.ts';
import { readWaitingJobs, type WaitingJob } from '../../src/store/transfer/waiting-jobs.ts';
import { type House, type Kept, keepDocument, newOwner, openHouse } from './kept-things.ts';

export interface Installation extends House {
  kept: Kept[];
  workspaceId: string;
}

const strange = [
  'Grüße, 你好, עברית, 👩‍👩‍👧, \u202E, \u0001\u007f',
  'quotes " \' \\ \\x {} , NULL \\N\t\r\n',
  '',
  'x'.repeat(300_000),
  '{"a","b"}',
];

/** Two workspaces with documents, a job that waits, values at the edges of their types, and keys. */
export async function fillInstallation({
  documents = 3,
  kind,
}: {
  documents?: number;
  kind?: 'embedded' | 'server';
} = {}): Promise<Installation> {
  const opened = await openHouse(kind);
  const { db, queue } = opened;
  const kept: Kept[] = [];
  let workspaceId = '';
  for (let i = 0; i < 2; i++) {
    const owner = await newOwner(opened);
    workspaceId = owner.workspaceId;
    for (let n = 0; n < documents; n++) {
      const content = n === 0 ? `empty-ish ${i}` : `${n} ${randomBytes(3000 * (n % 7)).toString('hex')}`;
      kept.push(
        await keepDocument(opened, owner, {
          content,
          name: strange[n % strange.length]!.slice(0, 200),
          records: [{}, {}],
        }),
      );
    }
    const event = { workspaceId, actor: { kind: 'system' as const, id: null }, action: 'workspace.created' as const };
    for (const id of [workspaceId, serverChain]) {
      await inWorkspace(db, id, (trx) =>
        appendAudit(trx, { ...event, workspaceId: id, requestId: newId() }, { ...event, workspaceId: id }),
      );
    }
    const last = kept.at(-1)!;
    await inWorkspace(db, workspaceId, async (trx) => {
      await fillStrangeValues(trx, { workspaceId, kept: last });
      const payload = { workspaceId, documentId: last.id, runId: last.runId, requestId: null };
      await queue.enqueue(trx, readDocumentQueue.name, [payload]);
    });
  }
  readOrMakeKey(`${opened.opened.dataDir}/secrets/file-passwords.key`);
  readOrMakeKey(`${opened.opened.dataDir}/secrets/auth.key`);
  return { ...opened, kept, workspaceId };
}

async function fillStrangeValues(
  trx: Parameters<Parameters<typeof inWorkspace>[2]>[0],
  { workspaceId, kept }: { workspaceId: string; kept: Kept },
): Promise<void> {
  const numbers = [0, -0, 1e-300, 1.7976931348623157e308, 0.1, 1 / 3, Number.NaN, Number.POSITIVE_INFINITY];
  const times = [
    '1815-12-10 00:00:00.000001+00',
    '0044-03-15 12:00:00 BC',
    'infinity',
    '-infinity',
    '9999-12-31 23:59:59.999999+00',
  ];
  const json = [
    'null',
    '"text"',
    '[]',
    '{"n": 12345678901234567890.123456789012345678901234567890, "e": 1e-40}',
    JSON.stringify({ deep: Array.from({ length: 2000 }, (_, i) => ({ i, text: strange[i % 3] })) }),
  ];
  for (const [i, text] of strange.entries()) {
    await sql`insert into corrections (workspace_id, id, record_id, document_id, path, before, after, made_by, created_at)
      values (${workspaceId}, ${newId()}, ${kept.recordIds[0]}, ${kept.id}, ${text}, cast(${json[i]!}::text as jsonb), null,
        null, cast(${times[i]!}::text as timestamptz))`.execute(trx);
  }
  for (const [i, n] of numbers.entries()) {
    await sql`insert into records (workspace_id, id, document_id, run_id, position, type, confidence, alternatives, pages, fields, lines, issues, deleted_at)
      values (${workspaceId}, ${newId()}, ${kept.id}, ${kept.runId}, ${100 + i}, 'invoice', cast(${String(Object.is(n, -0) ? '-0' : n)}::text as double precision),
        '[]', '[]', '{}', '[]', '[]', ${i % 2 ? new Date(-1) : null})`.execute(trx);
  }
}

export interface Contents {
  tables: Record<string, RowDigest>;
  jobs: Omit<WaitingJob, 'startAfter'>[];
}

/** Everything that a back-up or a move must carry, as counts and hashes. */
export async function contentsOf(db: House['db'], { without = [] as string[] } = {}): Promise<Contents> {
  return inSnapshot(db, async (trx) => {
    const tables: Contents['tables'] = {};
    for (const table of await listTransferTables(trx)) {
      if (!without.includes(table.name)) tables[table.name] = await digestTable(trx, table);
    }
    const jobs: Contents['jobs'] = [];
    for await (const batch of readWaitingJobs(trx)) jobs.push(...batch.map(({ startAfter: _, ...job }) => job));
    return { tables, jobs };
  });
}

export const contentOf = async (stream: Readable): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
};
