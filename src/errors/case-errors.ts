// Errors of cases.

import type { ErrorEntry } from './error-entry.ts';

export const caseErrors = {
  'case.not-found': {
    status: 404,
    title: 'There is no such case',
    advice: 'Check the id. Cases that are a person’s own are shown to nobody else.',
  },
  'case.unknown-type': {
    status: 422,
    title: 'There is no such type of case',
    advice: 'Use one of the types that GET /api/v1/cases/types lists.',
  },
  'case.unknown-state': {
    status: 422,
    title: 'Cases of this type have no such state',
    advice: 'Use one of the states that GET /api/v1/cases/types lists for the type.',
  },
  'case.wrong-subject': {
    status: 422,
    title: 'Cases of this type are not about that',
    advice:
      'Name a record of one of the types that GET /api/v1/cases/types lists for the type, and that stands in your workspace.',
  },
  'case.invalid-fields': {
    status: 422,
    title: 'The fields are not those that cases of this type have',
    advice: 'Send the fields as GET /api/v1/cases/types describes them.',
  },
  'case.wrong-attachment': {
    status: 422,
    title: 'This cannot be attached here',
    advice:
      'Use one of the roles that GET /api/v1/cases/types lists for the type, with what it takes, in a version that there is.',
  },
  'case.changed': {
    status: 412,
    title: 'The case was changed meanwhile',
    advice: 'Read the case again, and repeat the change on its new version.',
  },
  'case.illegal-move': {
    status: 409,
    title: 'No step leads there from where the case is',
    advice: 'Take one of the steps that `allowed` names.',
  },
  'case.not-ready': {
    status: 409,
    title: 'The case is not ready for this step',
    advice: 'Bring what the message says is missing, and take the step again.',
  },
  'case.already-open': {
    status: 409,
    title: 'Another case about the same thing is open',
    advice: 'Go on with the open one, or end it first.',
  },
  'case.not-reopenable': {
    status: 409,
    title: 'The case cannot be reopened',
    advice: 'Only ended cases can, of types that allow it. Otherwise open another one.',
  },
  'case.nothing-to-take-back': {
    status: 409,
    title: 'There is no move that you can take back',
    advice: 'Only whoever moved a case last can, for some minutes. Move it on instead.',
  },
  'case.full': {
    status: 409,
    title: 'The case, or the workspace, has as many of these as it may have',
    advice: 'Remove what is not needed any more, or open another case.',
  },
  'case.reminder-not-found': {
    status: 404,
    title: 'The case has no such reminder',
    advice: 'Read the case again: its reminders stand in it.',
  },
  'case.attachment-not-found': {
    status: 404,
    title: 'The case has no such attachment',
    advice: 'Read the case again: its attachments stand in it.',
  },
  'case.content-gone': {
    status: 410,
    title: 'What was attached was deleted for good',
    advice: 'Its version and hash still say which it was.',
  },
  'calendar.not-found': {
    status: 404,
    title: 'There is no such calendar',
    advice: 'Its address was revoked or replaced. Ask for another one with POST /api/v1/cases/calendar.',
  },
} as const satisfies Record<string, ErrorEntry>;
