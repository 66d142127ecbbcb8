// Tables of documents: how they come in, what was read, and what people made of it.

import { belongsToWorkspace, byWorkspace, type TableRule } from './table-rule.ts';

/** In the order in which erasing deletes. */
export const documentTableRules: Readonly<Record<string, TableRule>> = {
  'public.corrections': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.findings': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'decided_by', set: { decided_by: null, decision_reason: null } }],
    export: 'all',
  },
  'public.reviews': {
    workspace: byWorkspace,
    person: [
      { do: 'clear', column: 'first_by', set: { first_by: null } },
      { do: 'clear', column: 'second_by', set: { second_by: null } },
      { do: 'clear', column: 'rejected_by', set: { rejected_by: null, reject_reason: null } },
    ],
    export: 'all',
  },
  'public.review_settings': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'changed_by', set: { changed_by: null } }],
    export: 'all',
  },
  'public.document_types': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'made_by', set: { made_by: null } }],
    export: 'all',
  },
  'public.record_candidates': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.records': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'deleted_by', set: { delete_reason: null } }],
    export: 'all',
  },
  'public.runs': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.intake_arrivals': {
    workspace: byWorkspace,
    person: [{ do: 'delete-text', columns: ['sender', 'name'] }],
    export: 'all',
  },
  'public.intake_sources': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'created_by', set: { created_by: null } }],
    export: { without: ['token_hash', 'sealed_secret'] },
  },
  'public.document_parents': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.documents': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'deleted_by', set: { delete_reason: null } }],
    export: { without: ['sealed_password'] },
  },
  'public.batches': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'created_by', set: { created_by: null } }],
    export: 'all',
  },
  'public.files': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
};
