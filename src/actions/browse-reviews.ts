// Looking at reviews: the queue, one record, how many go straight through.

import { SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import {
  countReviews,
  findReviewView,
  listReviews,
  type ReviewCounts,
  type ReviewFilter,
  type ReviewView,
} from '../store/reviews.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db'>;

/** What is due first, then what is worth most, then what has waited longest. */
export async function getReviews({ db }: Deps, { workspaceId }: Actor, filter: ReviewFilter): Promise<ReviewView[]> {
  return inWorkspace(db, workspaceId, (trx) => listReviews(trx, filter));
}

/** Throws `review.not-found`. */
export async function getReview({ db }: Deps, { workspaceId }: Actor, recordId: string): Promise<ReviewView> {
  const view = await inWorkspace(db, workspaceId, (trx) => findReviewView(trx, recordId));
  if (!view) throw new SheafError('review.not-found');
  return view;
}

const DAY_MS = 86_400_000;

export async function getReviewStatistics(
  { db }: Deps,
  { workspaceId }: Actor,
  days: number,
): Promise<ReviewCounts & { since: Date }> {
  const since = new Date(Date.now() - days * DAY_MS);
  const counts = await inWorkspace(db, workspaceId, (trx) => countReviews(trx, since));
  return { ...counts, since };
}
