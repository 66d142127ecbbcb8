// What the settings say about the use of the language model, as actions get it.

import type { ModelLimits } from '../store/model-budgets.ts';

export interface ModelUseRules {
  /** False: nobody uses a model here. */
  configured: boolean;
  /** Of each workspace that was given none of its own, and of all together. */
  budgets: { each: ModelLimits; total: ModelLimits };
  currency: string;
  trace: 'off' | 'metadata' | 'full';
  traceDays: number;
}
