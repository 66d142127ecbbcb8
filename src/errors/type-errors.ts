// Errors of document types that a workspace declares itself.

import type { ErrorEntry } from './error-entry.ts';

export const typeErrors = {
  'type.not-found': {
    status: 404,
    title: 'There is no such document type, or no such version of it',
    advice: 'List the types of the workspace and take an id from there. Built-in types cannot be changed.',
  },
  'type.id-taken': {
    status: 409,
    title: 'Another document type has this id',
    advice: 'Choose another id. To change a type of your own, put a draft of it.',
  },
  'type.no-draft': {
    status: 409,
    title: 'The type has no draft',
    advice: 'Put a draft first; publishing makes it the version that documents are read by.',
  },
  'type.changed': {
    status: 412,
    title: 'The draft was changed since you saw it',
    advice: 'Fetch the type, look at what changed, and send your change with the new ETag.',
  },
  'type.if-match-required': {
    status: 428,
    title: 'The draft exists: say which revision you saw',
    advice: 'Send If-Match with the ETag of the type as you fetched it.',
  },
  'type.too-many': {
    status: 409,
    title: 'The workspace has as many types of its own as it can have',
    advice: 'Retire one that is no longer needed, or give an existing one more fields.',
  },
  'type.unreadable': {
    status: 409,
    title: 'The document could not be read for the trial',
    advice: 'Look at the document: whatever keeps it from being read is told there. Try the type on another one.',
  },
} as const satisfies Record<string, ErrorEntry>;
