// Looks for what is odd about a record beside earlier ones. Runs with its matching; the same record watched twice gives the same rows.

import type { Subject } from '../match/match-spec.ts';
import type { Matching } from '../match/matching.ts';
import type { EarlierRecord, Watch, WatchFinding } from '../match/watch-spec.ts';
import type { RaiseNotice } from '../notify/notice.ts';
import type { Trx } from '../store/database.ts';
import {
  type FindingContent,
  type FindingRow,
  findingsOf,
  insertFinding,
  recordsBefore,
  suspectedRecords,
  updateFinding,
} from '../store/findings.ts';
import { loadSubjects } from '../store/match-subjects.ts';
import type { RecordRow } from '../store/records.ts';
import { findSameFile } from '../store/same-files.ts';

/** Of a supplier with thousands of papers the latest are looked at. */
const MOST_PER_KEY = 200;

interface Watching {
  workspaceId: string;
  record: RecordRow;
  subject: Subject;
  /** Amounts from which two people approve such a record. */
  limits: readonly number[];
}

/** In a transaction that holds the lock of matching, after the record's keys were stored. How many findings are open now. */
export async function watchInside(
  trx: Trx,
  { matching, raiseNotice }: { matching: Matching; raiseNotice: RaiseNotice },
  watching: Watching,
): Promise<number> {
  const { record, subject, limits } = watching;
  const before = new Map((await findingsOf(trx, record.id)).map((row) => [row.watch, row]));
  let open = 0;
  for (const watch of matching.watchesOf(record.type)) {
    const keys = matching.keysFor(watch, subject).map(({ hash }) => hash);
    const earlier = await loadEarlier(trx, watch, { keys, recordId: record.id });
    const watched = { ...subject, readAt: record.created_at.toISOString() };
    const found = watch.judge(watched, earlier, { limits });
    open += await note(trx, raiseNotice, watching, { watch, found, before: before.get(watch.id) });
  }
  const twice = { watch: sameFile, found: await lookForSameFile(trx, record), before: before.get(sameFile.id) };
  return open + (await note(trx, raiseNotice, watching, twice));
}

/** The one watch that no pack declares: it holds for whatever a file is. */
const sameFile = { id: 'sheaf/same-file', version: '1', severity: 'warning' } as const;

async function lookForSameFile(trx: Trx, record: RecordRow): Promise<WatchFinding | undefined> {
  const same = await findSameFile(trx, record.document_id);
  if (!same) return undefined;
  const { name, uploadedAt, recordId } = same;
  const text = `“${name}” came on ${uploadedAt.toISOString().slice(0, 10)}.`;
  return {
    path: '',
    message: 'This file was uploaded before, byte for byte.',
    reasons: [{ text, ...(recordId ? { record: recordId } : {}) }],
    basis: 'same bytes',
  };
}

interface Noted {
  watch: Pick<Watch, 'id' | 'version' | 'severity'>;
  found: WatchFinding | undefined;
  before: FindingRow | undefined;
}

/** 1 when it is open now. */
async function note(trx: Trx, raiseNotice: RaiseNotice, watching: Watching, noted: Noted): Promise<0 | 1> {
  const row = await settle(trx, watching, noted);
  if (row?.state !== 'open') return 0;
  if (noted.before?.state !== 'open') await tell(trx, raiseNotice, watching, row);
  return 1;
}

async function loadEarlier(
  trx: Trx,
  { id, types }: Watch,
  { keys, recordId }: { keys: readonly string[]; recordId: string },
): Promise<EarlierRecord[]> {
  const older = await recordsBefore(trx, { keys, types, recordId, mostPerKey: MOST_PER_KEY });
  const ids = older.map((each) => each.id);
  const subjects = new Map((await loadSubjects(trx, ids)).map((each) => [each.id, each]));
  const suspected = await suspectedRecords(trx, id, ids);
  return older.flatMap((each) => {
    const subject = subjects.get(each.id);
    return subject ? [{ ...subject, readAt: each.read_at.toISOString(), suspected: suspected.has(each.id) }] : [];
  });
}

/** The row that follows: a decision stays while the values stay that it was made on. */
async function settle(
  trx: Trx,
  { workspaceId, record }: Watching,
  { watch, found, before }: Noted,
): Promise<FindingRow | undefined> {
  if (!found) {
    if (before?.state === 'open') return updateFinding(trx, before, { state: 'settled' });
    return before;
  }
  const { id, version, severity } = watch;
  const content: FindingContent = { watch: id, watchVersion: version, severity, ...found };
  if (!before) return insertFinding(trx, { workspaceId, recordId: record.id, content });
  if (before.basis === found.basis && before.state !== 'settled') return before;
  return updateFinding(trx, before, { state: 'open', content, decision: null });
}

/** What is only worth knowing waits for whoever looks. */
async function tell(
  trx: Trx,
  raiseNotice: RaiseNotice,
  { workspaceId, record }: Watching,
  row: FindingRow,
): Promise<void> {
  if (row.severity === 'info') return;
  await raiseNotice(trx, {
    workspaceId,
    kind: 'record.suspicious',
    key: `${row.id}:${row.version}`,
    subject: { type: 'record', id: record.id },
    data: { document: record.document_id, message: row.message },
  });
}
