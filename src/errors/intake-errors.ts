// Errors of documents that come in by themselves.

import type { ErrorEntry } from './error-entry.ts';

export const intakeErrors = {
  'intake.not-found': {
    status: 404,
    title: 'There is no such way in',
    advice: 'Check its id or its address: GET /api/v1/intake lists those of the workspace.',
  },
  'intake.paused': {
    status: 503,
    title: 'This way in is paused',
    advice: 'Send it again later, or open it again: PATCH /api/v1/intake/{id} with enabled.',
  },
  'intake.off': {
    status: 409,
    title: 'This server does not take documents in this way',
    advice:
      'Its operator switches it on: INTAKE_MAIL, INTAKE_IMAP, INTAKE_FOLDER, INTAKE_OBJECTS or INTAKE_FEEDS (docs/intake.md).',
  },
  'intake.too-many': {
    status: 409,
    title: 'The workspace has as many of these as it may have',
    advice: 'Delete one that is not needed; of a folder or a place among objects there is one for each workspace.',
  },
  'intake.no-mail': {
    status: 400,
    title: 'No whole mail was sent',
    advice:
      'Send it raw as message/rfc822, or as the form field email or body-mime: have the provider post the raw MIME message.',
  },
  'intake.unreachable': {
    status: 502,
    title: 'The mailbox could not be looked into',
    advice: 'Check host, port, user, password and the name of the mailbox; details say what failed.',
  },
  'intake.feed-failed': {
    status: 502,
    title: 'The feed could not be taken',
    advice:
      'Open its address in a browser: it has to answer 200 with a feed (JSON, CSV, RSS, Atom) and without a sign-in; details say what it answered.',
  },
} as const satisfies Record<string, ErrorEntry>;
