// Errors of search and its collections.

import type { ErrorEntry } from './error-entry.ts';

export const searchErrors = {
  'search.collection-unknown': {
    status: 404,
    title: 'There is no such collection',
    advice: 'List the collections of the workspace and take an id from there.',
  },
  'search.name-taken': {
    status: 409,
    title: 'Another collection has this name',
    advice: 'Choose another name, or rename the other collection first.',
  },
  'search.cursor-invalid': {
    status: 400,
    title: 'The cursor does not belong to this search',
    advice: 'Send the cursor of the answer before, with the same query; or leave it out to begin again.',
  },
  'search.model-mismatch': {
    status: 500,
    title: 'The vectors do not fit the model',
    advice:
      'A model must keep its number of dimensions. Give a changed model another id, so that texts are embedded again.',
  },
} as const satisfies Record<string, ErrorEntry>;
