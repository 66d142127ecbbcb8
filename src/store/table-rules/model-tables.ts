// Tables of language models.

import { belongsToWorkspace, byWorkspace, ofWorkspace, server, type TableRule } from './table-rule.ts';

/** In the order in which erasing deletes. */
export const modelTableRules: Readonly<Record<string, TableRule>> = {
  'public.model_calls': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'user_id', set: { user_id: null, sealed_request: null, sealed_response: null } }],
    export: { without: ['sealed_request', 'sealed_response'] },
  },
  'public.model_budgets': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.model_usage': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.model_totals': server,
  'public.model_answers': {
    workspace: byWorkspace,
    person: ofWorkspace('sealed answers that name nobody by an id, and are gone after MODEL_CACHE_HOURS'),
    export: { never: 'answers kept for a while, so that the same question is not asked twice' },
  },
};
