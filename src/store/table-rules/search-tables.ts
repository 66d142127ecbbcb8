// Tables of search.

import { belongsToWorkspace, byWorkspace, type TableRule } from './table-rule.ts';

const derived = { never: 'is computed from the passages, which are exported' };

/** In the order in which erasing deletes. */
export const searchTableRules: Readonly<Record<string, TableRule>> = {
  'public.saved_search_hits': {
    workspace: byWorkspace,
    person: [{ do: 'follow', table: 'public.saved_searches' }],
    export: 'all',
  },
  'public.saved_searches': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'made_by' }],
    export: { without: ['vector'] },
  },
  'public.document_passages': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.search_vector_codes': { workspace: byWorkspace, person: belongsToWorkspace, export: derived },
  'public.search_vectors': { workspace: byWorkspace, person: belongsToWorkspace, export: derived },
  'public.search_models': { workspace: byWorkspace, person: belongsToWorkspace, export: derived },
  'public.search_words': { workspace: byWorkspace, person: belongsToWorkspace, export: derived },
  'public.search_postings': { workspace: byWorkspace, person: belongsToWorkspace, export: derived },
  'public.search_passages': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.search_items': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.search_collections': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
};
