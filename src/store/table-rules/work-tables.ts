// Tables of what people make and decide: artifacts, cases, matches, proposals.

import { belongsToWorkspace, byWorkspace, type Erasure, type TableRule } from './table-rule.ts';

const withCase: readonly Erasure[] = [{ do: 'follow', table: 'public.cases' }];

/** In the order in which erasing deletes. */
export const workTableRules: Readonly<Record<string, TableRule>> = {
  'public.artifact_proposals': {
    workspace: byWorkspace,
    person: [
      { do: 'clear', column: 'proposed_by', set: { proposed_by: null } },
      { do: 'clear', column: 'decided_by', set: { decided_by: null } },
    ],
    export: 'all',
  },
  'public.artifact_versions': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'made_by', set: { made_by: null } }],
    export: 'all',
  },
  'public.artifact_sources': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'given_by', set: { given_by: null } }],
    export: 'all',
  },
  'public.artifacts': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'created_by', set: { created_by: null } }],
    export: 'all',
  },
  'public.match_outcomes': { workspace: byWorkspace, person: withCase, export: 'all' },
  'public.case_reminders': {
    workspace: byWorkspace,
    person: [...withCase, { do: 'delete', column: 'user_id' }],
    export: 'all',
  },
  'public.case_attachments': {
    workspace: byWorkspace,
    person: [...withCase, { do: 'clear', column: 'attached_by', set: { attached_by: null } }],
    export: 'all',
  },
  'public.case_events': {
    workspace: byWorkspace,
    person: [...withCase, { do: 'clear', column: 'by_id', set: { by_id: null, note: null } }],
    export: 'all',
  },
  'public.cases': {
    workspace: byWorkspace,
    person: [
      { do: 'delete', column: 'owner_id' },
      { do: 'clear', column: 'created_by', set: { created_by: null } },
      { do: 'clear', column: 'deleted_by', set: { delete_reason: null } },
    ],
    export: 'all',
  },
  'public.case_calendars': { workspace: byWorkspace, person: [{ do: 'delete', column: 'owner_id' }], export: 'all' },
  'public.match_decisions': {
    workspace: byWorkspace,
    person: [
      { do: 'clear', column: 'decided_by', set: { reason: null, decided_by: null } },
      { do: 'clear', column: 'undone_by', set: { undone_by: null } },
    ],
    export: 'all',
  },
  'public.match_tellings': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'user_id' }],
    export: { never: 'says by ids who was told of which match; the notices themselves are exported' },
  },
  'public.match_checks': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'user_id' }],
    export: { never: 'says when the server last looked' },
  },
  'public.matches': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.match_models': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.match_scorings': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.match_keys': {
    workspace: byWorkspace,
    person: belongsToWorkspace,
    export: { never: 'hashes of what stands in the records, by which the server finds them' },
  },
  'public.match_subjects': {
    workspace: byWorkspace,
    person: belongsToWorkspace,
    export: { never: 'a second copy of what stands in the records' },
  },
  'public.proposals': {
    workspace: byWorkspace,
    person: [
      { do: 'clear', column: 'proposed_by', set: { proposed_by: null, reason: null } },
      { do: 'clear', column: 'decided_by', set: { decided_by: null } },
    ],
    export: 'all',
  },
};
