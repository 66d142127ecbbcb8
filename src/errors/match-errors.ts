// Errors of matches.

import type { ErrorEntry } from './error-entry.ts';

export const matchErrors = {
  'match.not-found': {
    status: 404,
    title: 'There is no such match',
    advice: 'Check the id. Matches of records in the trash come back with them.',
  },
  'match.changed': {
    status: 412,
    title: 'The match was changed in the meantime',
    advice: 'Fetch it again, look at what is new, and send the decision with the new ETag.',
  },
  'match.decided': {
    status: 409,
    title: 'The match is decided already',
    advice: 'Undo the decision first.',
  },
  'match.not-decided': {
    status: 409,
    title: 'There is no decision to undo',
    advice: 'Accept or dismiss the match instead.',
  },
} as const satisfies Record<string, ErrorEntry>;
