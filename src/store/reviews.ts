// Reviews as rows: one for each record. Every call runs inside a workspace's transaction.

import { type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import { cleanText, toJsonb } from './jsonb.ts';
import type { ReviewReason, ReviewReasonCode, ReviewState, ReviewTable } from './schema-reviews.ts';

export type ReviewRow = Selectable<ReviewTable>;

/** With what people know the record by. */
export interface ReviewView extends ReviewRow {
  type: string;
  document_name: string;
  /** Of the record now. */
  version: number;
}

export async function findReview(trx: Trx, recordId: string): Promise<ReviewRow | undefined> {
  return trx.selectFrom('reviews').selectAll().where('record_id', '=', recordId).executeTakeFirst();
}

/** Those of records in the trash are left out. */
const selectViews = (trx: Trx) =>
  trx
    .selectFrom('reviews')
    .innerJoin('records', 'records.id', 'reviews.record_id')
    .innerJoin('documents', 'documents.id', 'reviews.document_id')
    .selectAll('reviews')
    .select(['records.type', 'records.version', 'documents.name as document_name']);

export async function findReviewView(trx: Trx, recordId: string): Promise<ReviewView | undefined> {
  return selectViews(trx).where('reviews.record_id', '=', recordId).executeTakeFirst();
}

/** Of the given records those that a person approved. */
export async function approvedByPerson(trx: Trx, recordIds: readonly string[]): Promise<Set<string>> {
  if (recordIds.length === 0) return new Set();
  const rows = await trx
    .selectFrom('reviews')
    .select('record_id')
    .where('record_id', 'in', recordIds)
    .where('state', '=', 'approved')
    .where('by_itself', '=', false)
    .execute();
  return new Set(rows.map(({ record_id }) => record_id));
}

export interface ReviewFilter {
  state?: ReviewState | undefined;
  type?: string | undefined;
  reason?: ReviewReasonCode | undefined;
  minAmount?: number | undefined;
  documentId?: string | undefined;
  /** Record of the last review of the page before. */
  after?: string | undefined;
  limit: number;
}

/** What is due first, then what is worth most, then what has waited longest. */
const urgency = sql`coalesce(reviews.due_date, '9999-99-99'), -coalesce(abs(reviews.amount), 0), reviews.created_at, reviews.record_id`;

export async function listReviews(trx: Trx, filter: ReviewFilter): Promise<ReviewView[]> {
  const { state, type, reason, minAmount, documentId, after, limit } = filter;
  let query = selectViews(trx).orderBy(sql`(${urgency})`).limit(limit);
  if (state) query = query.where('reviews.state', '=', state);
  if (type) query = query.where('records.type', '=', type);
  if (reason) query = query.where(sql<boolean>`reviews.reasons @> ${JSON.stringify([{ code: reason }])}::jsonb`);
  if (minAmount !== undefined) query = query.where(sql<boolean>`abs(reviews.amount) >= ${minAmount}::numeric`);
  if (documentId) query = query.where('reviews.document_id', '=', documentId);
  if (after)
    query = query.where(
      sql<boolean>`(${urgency}) > (select ${urgency} from reviews where reviews.record_id = ${after}::uuid)`,
    );
  return query.execute();
}

/** Of one document: the states of its records that are not in the trash; null for one without a review. */
export async function reviewStatesOf(
  trx: Trx,
  documentId: string,
): Promise<{ state: ReviewState | null; reasons: ReviewReason[] | null }[]> {
  return trx
    .selectFrom('records')
    .leftJoin('reviews', 'reviews.record_id', 'records.id')
    .select(['reviews.state', 'reviews.reasons'])
    .where('records.document_id', '=', documentId)
    .execute();
}

export type ReviewContent = Pick<
  ReviewRow,
  | 'state'
  | 'reasons'
  | 'record_version'
  | 'compared_version'
  | 'four_eyes'
  | 'currency'
  | 'due_date'
  | 'held'
  | 'first_by'
  | 'first_at'
  | 'second_by'
  | 'second_at'
  | 'by_itself'
  | 'rejected_by'
  | 'reject_reason'
  | 'decided_at'
> & { amount: number | null };

const clean = (text: string | null): string | null => (text === null ? null : cleanText(text));

/** Puts it in the place of what there was. */
export async function putReview(
  trx: Trx,
  { workspaceId, recordId, documentId }: { workspaceId: string; recordId: string; documentId: string },
  content: ReviewContent,
): Promise<void> {
  const columns = {
    ...content,
    reasons: toJsonb(content.reasons),
    currency: clean(content.currency),
    reject_reason: clean(content.reject_reason),
    updated_at: new Date(),
  };
  await trx
    .insertInto('reviews')
    .values({ workspace_id: workspaceId, record_id: recordId, document_id: documentId, ...columns })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'record_id']).doUpdateSet(columns))
    .execute();
}

export interface ReviewCounts {
  pending: number;
  decided: number;
  /** Approved by no person, and nobody corrected it. */
  byItself: number;
  rejected: number;
  corrected: number;
  /** From the reading to the decision, of those that a person decided; null = none. */
  medianSeconds: number | null;
}

/** Of what was decided since then. */
export async function countReviews(trx: Trx, since: Date): Promise<ReviewCounts> {
  const { rows } = await sql<ReviewCounts>`select
      (count(*) filter (where state = 'pending'))::int as pending,
      (count(*) filter (where decided))::int as decided,
      (count(*) filter (where decided and by_itself and not corrected))::int as "byItself",
      (count(*) filter (where decided and state = 'rejected'))::int as rejected,
      (count(*) filter (where decided and corrected))::int as corrected,
      percentile_cont(0.5) within group (order by extract(epoch from decided_at - created_at))
        filter (where decided and not by_itself) as "medianSeconds"
    from (
      select reviews.*, reviews.state <> 'pending' and reviews.decided_at >= ${since} as decided,
        exists (select from corrections c where c.record_id = reviews.record_id) as corrected
      from reviews join records on records.id = reviews.record_id
    ) as each_review`.execute(trx);
  const [counts] = rows;
  return { ...counts!, medianSeconds: counts!.medianSeconds === null ? null : Number(counts!.medianSeconds) };
}
