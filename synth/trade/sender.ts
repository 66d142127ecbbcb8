// One business that writes several documents: what stays the same on all of them, and what is odd about how it prints.

import type { Random } from '../random.ts';

/**
 * How a sender prints what it is found by. `unlabelled`: number and date stand bare at the edge of the page. `own-words`: under
 * words that nobody else uses. `rivals`: under its own words, while the usual words stand at another number and another date.
 */
export const ODDITIES = ['none', 'unlabelled', 'own-words', 'rivals'] as const;
export type Oddity = (typeof ODDITIES)[number];

export interface Sender {
  /** Everything that does not change from document to document is drawn from its forks. */
  habits: Random;
  oddity: Oddity;
}
