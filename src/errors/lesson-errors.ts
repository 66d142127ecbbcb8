// Errors of lessons.

import type { ErrorEntry } from './error-entry.ts';

export const lessonErrors = {
  'lesson.not-found': {
    status: 404,
    title: 'There is no such lesson',
    advice: 'Check the id. Lessons of other people are shown only to those whom they let read them.',
  },
  'lesson.changed': {
    status: 412,
    title: 'The lesson was changed meanwhile',
    advice: 'Read the lesson again, and repeat the change on its new version.',
  },
  'lesson.unknown-kind': {
    status: 422,
    title: 'There is no such kind of lesson',
    advice: 'Use one of the kinds that GET /api/v1/lessons/kinds lists.',
  },
  'lesson.wrong-scope': {
    status: 422,
    title: 'Lessons of this kind do not live in this scope',
    advice: 'Use one of the scopes that GET /api/v1/lessons/kinds lists for the kind, with the id that belongs to it.',
  },
  'lesson.invalid-effect': {
    status: 422,
    title: 'The effect is not one that lessons of this kind have',
    advice: 'Send the effect as its kind describes it, or none where it has none.',
  },
  'lesson.wrong-state': {
    status: 409,
    title: 'The lesson was merged into another',
    advice: 'Change the lesson that it was merged into, or undo the merge first.',
  },
  'lesson.not-tested': {
    status: 409,
    title: 'The lesson has to be tested first',
    advice: 'Ask for a back-test (POST /api/v1/lessons/{id}/back-test), and activate it when it has passed.',
  },
  'lesson.worsens': {
    status: 409,
    title: 'The lesson would have done more harm than good',
    advice: 'Look at its back-test, and change or reject it.',
  },
  'lesson.no-back-test': {
    status: 409,
    title: 'Lessons of this kind cannot be tested on the past',
    advice: 'Activate it, and watch whether it helps.',
  },
  'lesson.cannot-merge': {
    status: 422,
    title: 'These lessons cannot be merged',
    advice: 'Merge two lessons of one scope and one kind, neither of which was merged before.',
  },
  'lesson.delta-not-found': {
    status: 404,
    title: 'The lesson has no such change',
    advice: 'Use the id of a change in its history.',
  },
} as const satisfies Record<string, ErrorEntry>;
