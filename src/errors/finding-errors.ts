// Errors of findings.

import type { ErrorEntry } from './error-entry.ts';

export const findingErrors = {
  'finding.not-found': {
    status: 404,
    title: 'There is no such finding',
    advice: 'Check the id. Findings about records in the trash come back with them.',
  },
  'finding.changed': {
    status: 412,
    title: 'The finding was changed in the meantime',
    advice: 'Fetch it again, look at what is new, and send the decision with the new ETag.',
  },
  'finding.decided': {
    status: 409,
    title: 'The finding is decided already, or settled',
    advice: 'Undo the decision first. What is settled was no longer found when the record changed.',
  },
  'finding.not-decided': {
    status: 409,
    title: 'There is no decision to undo',
    advice: 'Confirm or dismiss the finding instead.',
  },
} as const satisfies Record<string, ErrorEntry>;
