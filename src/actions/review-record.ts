// Works out what keeps records from being approved, in the transaction that changed them or what is known about them. Run
// twice on the same facts, it changes nothing the second time.

import { canonicalJson } from '../document/canonical-json.ts';
import type { Json } from '../document/value.ts';
import { type AuditEvent, appendAudit } from '../store/audit.ts';
import type { Trx } from '../store/database.ts';
import { lockDocument, updateDocument } from '../store/documents.ts';
import { findingsOf } from '../store/findings.ts';
import { toJsonb } from '../store/jsonb.ts';
import { listMatches } from '../store/matches.ts';
import { findRecord, type RecordRow } from '../store/records.ts';
import { findReviewSettings } from '../store/review-settings.ts';
import { findReview, putReview, type ReviewContent, type ReviewRow, reviewStatesOf } from '../store/reviews.ts';
import { findRun } from '../store/runs.ts';
import type { ReviewReason } from '../store/schema-reviews.ts';
import { typeOfRecord } from './known-types.ts';
import { type Duplicate, findReasons, headOf } from './review-reasons.ts';
import { type ReviewSettings, readReviewSettings, rulesFor, standingInTheWay } from './review-rules.ts';
import type { Services } from './services.ts';

export type ReviewDeps = Pick<Services, 'types' | 'matching'>;

export interface ToReview {
  workspaceId: string;
  recordIds: readonly string[];
  /** New ones begin a review; of others only what has one is looked at again. */
  begin?: boolean;
  /** Record → its version that was compared with earlier records just now. */
  compared?: ReadonlyMap<string, number>;
  requestId?: string | null | undefined;
}

const MOST_DUPLICATES = 20;
const undecided = {
  ...{ first_by: null, first_at: null, second_by: null, second_at: null, by_itself: false },
  ...{ rejected_by: null, reject_reason: null, decided_at: null },
} as const satisfies Partial<ReviewContent>;

export async function loadReviewSettings(trx: Trx): Promise<ReviewSettings> {
  return readReviewSettings((await findReviewSettings(trx))?.settings);
}

/** Locks the documents first: whoever locks a record, too, does so after it. */
export async function reviewInside(trx: Trx, deps: ReviewDeps, toReview: ToReview): Promise<void> {
  const { workspaceId, recordIds, begin = false, compared, requestId } = toReview;
  const documents = new Set<string>();
  const concerned: string[] = [];
  for (const id of [...new Set(recordIds)].sort()) {
    const record = await findRecord(trx, id);
    if (!record || !(begin || (await findReview(trx, id)))) continue;
    documents.add(record.document_id);
    concerned.push(id);
  }
  for (const id of [...documents].sort()) await lockDocument(trx, id);
  const settings = await loadReviewSettings(trx);
  const events: AuditEvent[] = [];
  for (const id of concerned) {
    // Again, now that nobody else can change it.
    const record = await findRecord(trx, id);
    if (!record) continue;
    const action = await reviewOne(trx, deps, { record, settings, compared: compared?.get(id) });
    const actor = { kind: 'system' as const, id: null };
    if (action) events.push({ workspaceId, actor, action, target: { type: 'record', id }, requestId });
  }
  for (const id of documents) await settleDocument(trx, id);
  const [first, ...rest] = events;
  if (first) await appendAudit(trx, first, ...rest);
}

interface One {
  record: RecordRow;
  settings: ReviewSettings;
  compared: number | undefined;
}

async function reviewOne(
  trx: Trx,
  deps: ReviewDeps,
  { record, settings, compared }: One,
): Promise<AuditEvent['action'] | undefined> {
  const before = await findReview(trx, record.id);
  const type = await typeOfRecord(trx, deps.types, record);
  const rules = rulesFor(settings, record.type);
  const comparedVersion = compared ?? before?.compared_version ?? 0;
  const needsComparing = deps.matching.of(record.type).length > 0;
  const reasons = findReasons({
    record,
    type,
    rules,
    findings: await findingsOf(trx, record.id),
    duplicates: await duplicatesOf(trx, deps, record),
    isPartial: (await findRun(trx, record.run_id))?.status === 'partial',
    isCompared: !needsComparing || comparedVersion === record.version,
    isHeld: before?.held ?? false,
  });
  const head = headOf(record, type);
  const content: ReviewContent = {
    ...stateAfter(before, { reasons, version: record.version, level: rules.level }),
    reasons,
    record_version: record.version,
    compared_version: comparedVersion,
    four_eyes: reasons.some(({ code }) => code === 'four-eyes'),
    amount: head.amount,
    currency: head.currency,
    due_date: head.dueDate,
    held: before?.held ?? false,
  };
  if (before && isSame(before, content)) return undefined;
  await putReview(
    trx,
    { workspaceId: record.workspace_id, recordId: record.id, documentId: record.document_id },
    content,
  );
  if (content.state === 'approved' && before?.state !== 'approved') return 'review.approved-by-itself';
  return before?.state === 'approved' && content.state !== 'approved' ? 'review.withdrawn' : undefined;
}

type Decision = Pick<ReviewContent, 'state' | keyof typeof undecided>;

/** A person's word stands until the record changes or something comes up that has to be settled first. */
function stateAfter(
  before: ReviewRow | undefined,
  { reasons, version, level }: { reasons: ReviewReason[]; version: number; level: ReviewSettings['level'] },
): Decision {
  const isUnchanged = before?.record_version === version;
  if (before && isUnchanged && stands(before, reasons)) return decisionOf(before);
  if (standingInTheWay(reasons, level).length > 0) return { ...undecided, state: 'pending' };
  return { ...undecided, state: 'approved', by_itself: true, decided_at: new Date() };
}

/** Nobody has seen what was approved by itself: a doubt about it is enough. */
function stands(before: ReviewRow, reasons: readonly ReviewReason[]): boolean {
  if (before.state === 'rejected') return true;
  if (before.by_itself) return !reasons.some(({ code }) => code === 'finding' || code === 'duplicate');
  return (before.state === 'approved' || before.first_at !== null) && !reasons.some(({ firm }) => firm);
}

function decisionOf(row: ReviewRow): Decision {
  const { state, first_by, first_at, second_by, second_at, by_itself, rejected_by, reject_reason, decided_at } = row;
  return { state, first_by, first_at, second_by, second_at, by_itself, rejected_by, reject_reason, decided_at };
}

/** The database keeps no order of keys. */
const canonical = (value: unknown): string => canonicalJson(JSON.parse(toJsonb(value)) as Json);

function isSame(before: ReviewRow, content: ReviewContent): boolean {
  return Object.entries(content).every(([name, value]) => {
    const stored: unknown = before[name as keyof ReviewContent];
    if (name === 'amount') return value === null ? stored === null : stored !== null && Number(stored) === value;
    return canonical(stored) === canonical(value);
  });
}

async function duplicatesOf(trx: Trx, { matching }: ReviewDeps, record: RecordRow): Promise<Duplicate[]> {
  const found: Duplicate[] = [];
  for (const spec of matching.of(record.type).filter(({ blocks }) => blocks)) {
    const rows = await listMatches(trx, { recordId: record.id, spec: spec.id, limit: MOST_DUPLICATES });
    for (const { id, left_id, right_id, state, probability } of rows) {
      const isLikely = state === 'proposed' && probability >= spec.tellFrom;
      if (state !== 'accepted' && !isLikely) continue;
      const other = left_id === record.id ? right_id : left_id;
      // Ids grow with time.
      found.push({ match: id, title: spec.title, accepted: state === 'accepted', isLater: record.id > other });
    }
  }
  return found;
}

const settled: ReadonlySet<string> = new Set(['extracted', 'review_pending', 'approved']);

/** Approved when all of its records are; to review when one of them was and is not any more, or waits for its own sake. */
export async function settleDocument(trx: Trx, documentId: string): Promise<void> {
  const document = await lockDocument(trx, documentId);
  if (!document || !settled.has(document.state)) return;
  const reviews = await reviewStatesOf(trx, documentId);
  const isApproved = reviews.length > 0 && reviews.every(({ state }) => state === 'approved');
  const waits = reviews.some(({ state, reasons }) => {
    if (document.state === 'approved') return state !== 'approved';
    // What is compared first may still go through.
    return state === 'pending' && reasons?.every(({ code }) => code !== 'level' && code !== 'comparing');
  });
  const state = isApproved ? 'approved' : waits ? 'review_pending' : document.state;
  if (state !== document.state) await updateDocument(trx, documentId, { state });
}
