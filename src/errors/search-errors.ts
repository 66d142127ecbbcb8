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
  'search.built-in': {
    status: 409,
    title: 'This collection is filled by Sheaf itself',
    advice:
      'Documents and records enter and leave it with what happens to them. Make a collection of your own for other texts.',
  },
  'search.item-unknown': {
    status: 404,
    title: 'The collection has no such item',
    advice: 'List the items of the collection and take an id from there.',
  },
  'search.saved-unknown': {
    status: 404,
    title: 'There is no such saved search of yours',
    advice: 'List your saved searches and take an id from there; those of others are not shown.',
  },
  'search.changed': {
    status: 412,
    title: 'It was changed meanwhile',
    advice: 'Read it again, look at what changed, and send the change with its new ETag in If-Match.',
  },
  'search.too-many': {
    status: 409,
    title: 'There are as many as there may be',
    advice:
      'Delete what is no longer needed: collections, items of the collection, or saved searches (docs/search.md).',
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
