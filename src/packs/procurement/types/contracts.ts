// Contract, addendum, statement of work.

import type { DocumentType } from '../../../pipeline/pack.ts';
import { cues, signals } from '../classify.ts';
import { contractConstraints } from '../extract/contract/contract-constraints.ts';
import { contractExtractors } from '../extract/contract/contract-extractors.ts';
import { expirationFromTerm } from '../infer/contract.ts';
import { contractRules } from '../rules/contract-rules.ts';
import { contractFields } from '../schema/contract-types.ts';
import { none } from './parts.ts';

const contractLike = {
  ...none,
  extractors: contractExtractors,
  constraints: contractConstraints,
  inferences: [expirationFromTerm],
  rules: contractRules,
} satisfies Partial<DocumentType>;

export const contractTypes: DocumentType[] = [
  {
    ...contractLike,
    id: 'contract',
    title: 'Contract',
    fields: contractFields,
    signals: signals.contract,
    cues: cues.contract,
  },
  {
    ...contractLike,
    id: 'addendum',
    title: 'Addendum',
    fields: contractFields,
    signals: signals.addendum,
    cues: cues.addendum,
  },
  {
    ...contractLike,
    id: 'sow',
    title: 'Statement of work',
    fields: contractFields,
    signals: signals.sow,
  },
];
