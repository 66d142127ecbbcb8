// Records that a person approved, every so many after correcting the number: what calibrations are fitted to.

import { sql } from 'kysely';
import type { Actor } from '../../src/actions/services.ts';
import type { Value } from '../../src/document/value.ts';
import { type Db, inWorkspace } from '../../src/store/database.ts';

const readNumber = (confidence: number): Value => ({
  ...{ value: 'A-1', raw: 'A-1', origin: 'read', confidence, evidence: [], source: 'label', signals: {} },
});

/** `wrongEach`: every so manieth was corrected. `sha256`: of a file that is there, where somebody may look for it. */
export async function putDecidedRecords(
  db: Db,
  { workspaceId, userId }: Actor,
  {
    count,
    confidence,
    wrongEach,
    sha256 = 'd'.repeat(64),
  }: { count: number; confidence: number; wrongEach: number; sha256?: string },
): Promise<void> {
  const read = JSON.stringify(readNumber(confidence));
  const given = JSON.stringify({ ...readNumber(1), value: 'B-1', raw: 'B-1', origin: 'human', source: 'correction' });
  await inWorkspace(db, workspaceId, async (trx) => {
    await sql`insert into files (workspace_id, sha256, media_type, size) values (${workspaceId}, ${sha256}, 'x', 1)
      on conflict do nothing`.execute(trx);
    await sql`with made as (
        insert into documents (workspace_id, id, sha256, name)
        select ${workspaceId}::uuid, gen_random_uuid(), ${sha256}, 'n' from generate_series(1, ${count}::int) returning id
      ), numbered as (select id, row_number() over () as n from made
      ), ran as (
        insert into runs (workspace_id, id, document_id) select ${workspaceId}::uuid, id, id from made
      ), kept as (
        insert into records (workspace_id, id, document_id, run_id, position, type, confidence, alternatives, pages, fields, lines, issues)
        select ${workspaceId}::uuid, id, id, id, 0, 'invoice', 1, '[]', '[]',
          jsonb_build_object('number', case n % ${wrongEach}::int when 0 then ${given}::jsonb else ${read}::jsonb end), '[]', '[]'
        from numbered
      ), reviewed as (
        insert into reviews (workspace_id, record_id, document_id, state, reasons, record_version, four_eyes, first_by, decided_at)
        select ${workspaceId}::uuid, id, id, 'approved', '[]', 1, false, ${userId}::uuid, now() from made
      )
      insert into corrections (workspace_id, id, record_id, document_id, path, before, after)
      select ${workspaceId}::uuid, gen_random_uuid(), id, id, 'number', ${read}::jsonb, ${given}::jsonb
      from numbered where n % ${wrongEach}::int = 0`.execute(trx);
  });
}
