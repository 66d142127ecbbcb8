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
  'artifact.full': {
    status: 409,
    title: 'There is no room for more of it',
    advice: 'docs/writing.md tells how much there may be: delete what is not needed, or begin another artifact.',
  },
  'artifact.invalid-template': {
    status: 422,
    title: 'The template cannot be filled',
    advice: 'Use places like {{ name }} and the tags if, unless, case, for and assign only.',
  },
  'artifact.invalid-options': {
    status: 422,
    title: 'The options do not have the shape that the kind declares',
    advice: 'GET /artifacts/kinds shows them. A job description needs at least 50 characters.',
  },
  'artifact.wrong-source': {
    status: 422,
    title: 'This kind of artifact cannot be made of, or tailored to, such a record or document',
    advice: 'Name a record of a type that the kind is made of, or send a body.',
  },
  'artifact.not-assessed': {
    status: 422,
    title: 'Nothing is said of how good an artifact of this kind is',
    advice: 'GET /artifacts/kinds tells which kinds are assessed.',
  },
  'artifact.no-undo': {
    status: 409,
    title: 'There is nothing to undo or redo',
    advice: 'Look at the list of versions; any of them can be gone to.',
  },
  'artifact.nothing-accepted': {
    status: 422,
    title: 'No operation of the proposal was accepted',
    advice: 'The proposal says why: change the operations or give the facts that are missing, and propose anew.',
  },
  'artifact.if-match-required': {
    status: 428,
    title: 'The version that was seen is missing',
    advice: 'Send If-Match with the ETag of the artifact as you saw it.',
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
  'artifact.other-wording': {
    status: 422,
    title: 'An operation has words that are not those of its sources',
    advice: 'Look at its wording. If it says the same, apply it with acceptWording; else leave it out.',
  },
} as const satisfies Record<string, ErrorEntry>;
