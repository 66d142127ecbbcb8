// Errors of our own models: in this process's children, or on another machine.

import type { ErrorEntry } from './error-entry.ts';

export const nlpErrors = {
  'models.busy': {
    status: 503,
    title: 'Too much waits for the models',
    advice:
      'Send it again after a moment; if it stays, run "sheaf serve --mode nlp" on another machine (docs/models.md).',
  },
  'models.too-much': {
    status: 413,
    title: 'This is more than the models take at once',
    advice: 'Send fewer or shorter texts or pictures in one call.',
  },
  'models.refused': {
    status: 401,
    title: 'This process runs models for services that it knows',
    advice: 'Send one of its MODEL_SERVICE_TOKENS as a bearer token. Without any, only its own machine is answered.',
  },
  'models.unavailable': {
    status: 503,
    title: 'The model cannot be asked',
    advice: 'Look at /readyz and the log for why; until then fixed rules answer in its place (docs/models.md).',
  },
} as const satisfies Record<string, ErrorEntry>;
