// What a lesson would have changed before: the only judge of a lesson that nothing was observed of yet.

import { createHash } from 'node:crypto';
import { canonicalJson } from '../document/canonical-json.ts';
import type { Lesson, LessonContent } from './lesson.ts';

/** More harm than this share of the cases is too much, however much it improves. */
const MOST_WORSENED = 0.1;

export type BackTestVerdict = 'passed' | 'missing' | 'worsens';

/**
 * Whether a lesson may become active: it was tested as it is, it improved more than it worsened, and worsened at most a
 * tenth. Without a single case nothing speaks against it.
 */
export function judgeBackTest(lesson: Pick<Lesson, 'backTest'> & LessonContent): BackTestVerdict {
  const { backTest } = lesson;
  if (backTest?.contentHash !== hashContent(lesson)) return 'missing';
  const { n, improved, worsened } = backTest;
  if (n === 0) return 'passed';
  return improved > worsened && worsened <= MOST_WORSENED * n ? 'passed' : 'worsens';
}

/** Of what the lesson does; tags do nothing. */
export function hashContent({ text, effect, context }: LessonContent): string {
  return createHash('sha256')
    .update(canonicalJson([text, effect, context]))
    .digest('hex')
    .slice(0, 32);
}
