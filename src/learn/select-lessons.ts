// Which lessons count for something: the active ones of its scopes, by how far they proved themselves and how well they fit.

import type { CountedLesson, LessonContext, LessonScope } from './lesson.ts';
import { strongestFirst } from './settle-lessons.ts';

export interface LessonQuery {
  /** The most particular first: of equally good lessons, the one of the earlier scope counts. */
  scopes: readonly LessonScope[];
  /** What is known of the occasion. */
  context: LessonContext;
  /** Only these kinds; absent = all. */
  kinds?: readonly string[] | undefined;
  /** What it is about; a lesson without any of them fits half as well. */
  tags?: readonly string[] | undefined;
  /** How well a lesson's text fits, 0–1, where somebody can tell. */
  fits?: ((lesson: CountedLesson) => number) | undefined;
  budget: { lessons: number; characters?: number | undefined };
  /** ISO 8601, UTC. */
  now: string;
}

export interface SelectedLesson {
  lesson: CountedLesson;
  /** 0–1. */
  relevance: number;
  /** Confidence × relevance; what the order is made of. */
  score: number;
}

/** Pinned ones first, then by score. Same lessons and query, same selection. */
export function selectLessons(lessons: readonly CountedLesson[], query: LessonQuery): SelectedLesson[] {
  const place = (lesson: CountedLesson) =>
    query.scopes.findIndex(({ kind, id }) => kind === lesson.scope.kind && id === lesson.scope.id);
  const ranked = lessons
    .filter((lesson) => isUsable(lesson, query) && place(lesson) !== -1)
    .map((lesson) => {
      const relevance = relevanceOf(lesson, query);
      return { lesson, relevance, score: relevance * lesson.confidence };
    })
    .filter(({ relevance }) => relevance > 0)
    .sort(
      (a, b) =>
        Number(b.lesson.pinned) - Number(a.lesson.pinned) ||
        b.score - a.score ||
        place(a.lesson) - place(b.lesson) ||
        strongestFirst(a.lesson, b.lesson),
    );
  return withinBudget(ranked, query.budget);
}

function isUsable({ state, kind, expiresAt }: CountedLesson, { kinds, now }: LessonQuery): boolean {
  return state === 'active' && (expiresAt === null || expiresAt > now) && (kinds === undefined || kinds.includes(kind));
}

/** 0 where its context says something else; half for each part of it that is not known. */
function relevanceOf(lesson: CountedLesson, { context, tags, fits }: LessonQuery): number {
  const keys = Object.keys(lesson.context);
  let known = 0;
  for (const key of keys) {
    if (!Object.hasOwn(context, key)) continue;
    if (context[key] !== lesson.context[key]) return 0;
    known++;
  }
  const byContext = keys.length === 0 ? 1 : 0.5 + (0.5 * known) / keys.length;
  const byTags = tags === undefined || tags.some((tag) => lesson.tags.includes(tag)) ? 1 : 0.5;
  return byContext * byTags * Math.min(1, Math.max(0, fits?.(lesson) ?? 1));
}

/** One that is too long for what is left makes room for shorter ones after it. */
function withinBudget(
  ranked: readonly SelectedLesson[],
  { lessons, characters }: LessonQuery['budget'],
): SelectedLesson[] {
  const chosen: SelectedLesson[] = [];
  let left = characters ?? Number.POSITIVE_INFINITY;
  for (const one of ranked) {
    if (chosen.length >= lessons) break;
    if (one.lesson.text.length > left) continue;
    left -= one.lesson.text.length;
    chosen.push(one);
  }
  return chosen;
}
