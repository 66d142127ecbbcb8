// Errors of artifacts.

import type { ErrorEntry } from './error-entry.ts';

export const artifactErrors = {
  'artifact.not-found': {
    status: 404,
    title: 'There is no such artifact, version or proposal',
    advice: 'Check the id.',
  },
  'artifact.unknown-kind': {
    status: 400,
    title: 'No pack declares this kind of artifact',
    advice: 'Use a kind that the installed packs declare.',
  },
  'artifact.invalid': {
    status: 422,
    title: 'The artifact does not have the shape of its kind',
    advice: 'Send the fields that the kind declares.',
  },
  'artifact.changed': {
    status: 412,
    title: 'The artifact was changed in the meantime',
    advice: 'Fetch it again, and propose or apply on its newest version.',
  },
  'artifact.decided': {
    status: 409,
    title: 'The proposal has been decided',
    advice: 'Propose anew.',
  },
  'artifact.refused-operation': {
    status: 422,
    title: 'An operation that was refused cannot be applied',
    advice: 'Apply the accepted ones, or give the fact that is missing and propose anew.',
  },
} as const satisfies Record<string, ErrorEntry>;
