// A person says what a field holds. The value outranks all others, and the others are chosen anew to fit it; what stood there is
// kept as a correction.

import type { DocumentRecord, Json, LineItem, Value } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import { type GivenValues, humanValue } from '../pipeline/rechoose.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { lockDocument } from '../store/documents.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import { indexDocumentQueue, learnFromCorrectionQueue, matchRecordQueue } from '../store/queues.ts';
import { findRecordCandidates } from '../store/record-candidates.ts';
import {
  findRecord,
  insertCorrection,
  listCorrections,
  lockRecord,
  type RecordRow,
  updateRecord,
} from '../store/records.ts';
import { recordActs } from './audit.ts';
import { ensureFieldValue } from './field-value.ts';
import { typeOfRecord } from './known-types.ts';
import { queueMatching } from './queue-matching.ts';
import { readingShiftsOf } from './reading-calibration.ts';
import { reviewInside } from './review-record.ts';
import { judgeSenderLessons } from './sender-lessons.ts';
import type { Actor, Services } from './services.ts';

export interface RecordCorrection {
  recordId: string;
  /** Whether the person saw this version. */
  seen: (version: number) => boolean;
  /** Flat path (`number`, `seller.vatId`, `lines[2].quantity`) → value; null clears; absent paths stay. */
  fields: Record<string, Json>;
  requestId?: string | undefined;
}

const linePath = /^lines\[(\d+)\]\.(.+)$/;

/** The record after the change. Throws `record.not-found`, `record.changed`, `record.unknown-field`, `record.invalid-value`. */
export async function correctRecord(
  deps: CorrectionDeps,
  actor: Actor,
  correction: RecordCorrection,
): Promise<RecordRow> {
  const corrected = await inWorkspace(deps.db, actor.workspaceId, (trx) =>
    correctInside(trx, deps, { actor, correction }),
  );
  wakeAfterCorrection(deps);
  return corrected;
}

export type CorrectionDeps = Pick<
  Services,
  'db' | 'types' | 'judge' | 'rechoose' | 'queue' | 'matching' | 'lessonKinds'
>;

/** What a correction queued may begin, once it stands. */
export function wakeAfterCorrection({ queue }: Pick<CorrectionDeps, 'queue'>): void {
  queue.wake(indexDocumentQueue.name);
  queue.wake(matchRecordQueue.name);
  queue.wake(learnFromCorrectionQueue.name);
}

/** The same in a transaction that does more; `wakeAfterCorrection` follows it. */
export async function correctInside(
  trx: Trx,
  { types, judge, rechoose, queue, matching, lessonKinds }: CorrectionDeps,
  { actor, correction }: { actor: Actor; correction: RecordCorrection },
): Promise<RecordRow> {
  const { recordId, seen, fields, requestId } = correction;
  // Reviews lock in this order, and so does the trash.
  const found = await findRecord(trx, recordId);
  if (found) await lockDocument(trx, found.document_id);
  const row = await lockRecord(trx, recordId);
  if (!row) throw new SheafError('record.not-found');
  if (!seen(row.version)) throw new SheafError('record.changed');
  const type = await typeOfRecord(trx, types, row);
  let record = structuredClone(contentOf(row));
  const candidates = await findRecordCandidates(trx, recordId);
  for (const [path, given] of Object.entries(fields)) {
    const value = given === null ? null : humanValue(ensureFieldValue(type, path, given), candidates?.[path]);
    const before = setValue(record, path, value);
    await insertCorrection(trx, {
      id: newId(),
      workspaceId: actor.workspaceId,
      recordId,
      documentId: row.document_id,
      path: cleanText(path),
      before,
      after: value,
      madeBy: actor.userId,
    });
  }
  if (candidates)
    record = rechoose(record, type, {
      ...{ given: await givenOf(trx, recordId), candidates },
      ...(await readingShiftsOf(trx)),
    });
  await updateRecord(trx, row, { ...record, ...judge(record, type) });
  const corrected = (await findRecord(trx, recordId))!;
  const details = { fields: Object.keys(fields).length, version: corrected.version };
  const target = { type: 'record', id: recordId };
  await queueMatching(trx, { queue, matching }, { workspaceId: actor.workspaceId, records: [corrected], requestId });
  await reviewInside(trx, { types, matching }, { workspaceId: actor.workspaceId, recordIds: [recordId], requestId });
  await recordActs(trx, actor, [{ action: 'record.corrected', target, requestId, details }]);
  const place = { workspaceId: actor.workspaceId, documentId: row.document_id };
  const learnt = Object.keys(fields).filter((path) => !linePath.test(path));
  const given = new Map(learnt.map((path) => [path, saysTheSame(row.fields[path]?.value, fields[path]!)]));
  await judgeSenderLessons(trx, { lessonKinds }, { ...place, recordId, before: row.fields, given });
  if (learnt.length > 0) {
    const toLearn = learnt.map((path) => ({ path: cleanText(path), lessonId: newId() }));
    await queue.enqueue(trx, learnFromCorrectionQueue.name, [
      { workspaceId: actor.workspaceId, recordId, fields: toLearn, requestId: requestId ?? null },
    ]);
  }
  await queue.enqueue(trx, indexDocumentQueue.name, [{ ...place, requestId: requestId ?? null }]);
  return corrected;
}

const saysTheSame = (one: Json | undefined, other: Json): boolean =>
  one !== undefined && JSON.stringify(one) === JSON.stringify(other);

function contentOf(row: RecordRow): DocumentRecord {
  const { type, confidence, alternatives, pages, fields, lines, issues, structured, comparison } = row;
  return {
    ...{ type, confidence, alternatives, pages, fields, lines, issues },
    ...(row.line_proof ? { lineProof: row.line_proof } : {}),
    ...(structured ? { structured } : {}),
    ...(comparison ? { comparison } : {}),
  };
}

/** What people said of the fields of a record, the last word of each. */
async function givenOf(trx: Trx, recordId: string): Promise<GivenValues> {
  const said = (await listCorrections(trx, recordId)).filter(({ path }) => !linePath.test(path));
  return new Map(said.map(({ path, after }) => [path, after]));
}

/** Puts or removes the value, and returns what stood there. */
function setValue(record: DocumentRecord, path: string, value: Value | null): Value | null {
  const [place, key] = placeOf(record, path);
  const before = Object.hasOwn(place, key) ? (place[key] ?? null) : null;
  if (value === null) delete place[key];
  else place[key] = value;
  return before;
}

function placeOf(record: DocumentRecord, path: string): [Record<string, Value> | LineItem, string] {
  const inLine = linePath.exec(path);
  if (!inLine) return [record.fields, path];
  const index = Number(inLine[1]);
  // One past the last adds a line; further away would leave lines that nobody gave.
  if (index > record.lines.length) {
    throw new SheafError('record.unknown-field', `${path}: the record has ${record.lines.length} lines`, {
      details: { pointer: `/fields/${path}` },
    });
  }
  record.lines[index] ??= {};
  return [record.lines[index], inLine[2]!];
}
