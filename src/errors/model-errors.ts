// Errors of language models, and of what programs propose through them.

import type { ErrorEntry } from './error-entry.ts';

export const modelErrors = {
  'model.over-budget': {
    status: 402,
    title: 'The budget for the language model is used up',
    advice: 'Wait for the next month, or have the owner or the operator raise the budget (docs/language-models.md).',
  },
  'model.not-in-tier': {
    status: 402,
    title: 'The tier of this workspace does not include the language model',
    advice: 'Have the operator give the workspace another tier, or set FALLBACK_TO_FREE=yes.',
  },
  'model.unavailable': {
    status: 503,
    title: 'The language model gave no answer that can be used',
    advice: 'Try again later; the operator sees why under /readyz and in the list of model calls.',
  },
  'model.call-not-found': {
    status: 404,
    title: 'There is no such call of the language model',
    advice: 'Check the id; calls are kept for MODEL_TRACE_DAYS only.',
  },
  'proposal.not-found': {
    status: 404,
    title: 'There is no such proposal',
    advice: 'Check the id against the list of proposals of this workspace.',
  },
  'proposal.decided': {
    status: 409,
    title: 'Somebody decided about this proposal already',
    advice: 'Look at the record: what was accepted stands in it.',
  },
  'proposal.too-many': {
    status: 409,
    title: 'Too many proposals for this record are open',
    advice: 'Decide about the open ones first.',
  },
} as const satisfies Record<string, ErrorEntry>;
