// The frame of a feature that reads one thing of each side and compares the two.

import type { Comparison, MatchContext, MatchFeature, Subject } from '../match-spec.ts';
import { type Paths, readsOf, textsOf } from './values.ts';

export interface About {
  id: string;
  title: string;
  paths: Paths;
}

interface Ways<T> {
  read(subject: Subject, paths: readonly string[]): T;
  /** undefined = unknown: one side does not say. */
  compare(left: T, right: T, context: MatchContext): Comparison | undefined;
}

export function featureOf<T>({ id, title, paths }: About, { read, compare }: Ways<T>): MatchFeature {
  const reads = readsOf(paths);
  return {
    id,
    title,
    reads,
    compare: (left, right, context) => compare(read(left, reads.left), read(right, reads.right), context),
  };
}

/** All texts of the paths as one. */
export const joinedTexts = (subject: Subject, paths: readonly string[]): string => textsOf(subject, paths).join(' ');
