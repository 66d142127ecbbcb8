// Errors of reviews.

import type { ErrorEntry } from './error-entry.ts';

export const reviewErrors = {
  'review.not-found': {
    status: 404,
    title: 'There is no review of such a record',
    advice:
      'Check the id. A record that was read before reviews were kept gets one with POST …/reopen; one in the trash comes back with its own.',
  },
  'review.decided': {
    status: 409,
    title: 'The record is approved or rejected already',
    advice: 'Reopen its review first.',
  },
  'review.pending': {
    status: 409,
    title: 'The record is in review already',
    advice: 'Approve or reject it.',
  },
  'review.blocked': {
    status: 409,
    title: 'Something has to be settled before the record can be approved',
    advice: 'Decide on the findings and matches that its reasons name, or reject the record.',
  },
  'review.other-person': {
    status: 409,
    title: 'Another person has to approve this record, too',
    advice: 'The second approval comes from somebody who neither gave the first one nor corrected the record last.',
  },
} as const satisfies Record<string, ErrorEntry>;
