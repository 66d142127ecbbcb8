// The semantic rules of EN 16931, for both syntaxes.

import type { Invoice } from '../../model/invoice.ts';
import type { Rule } from '../rule.ts';
import { allowanceRules } from './allowance-rules.ts';
import { breakdownRules } from './breakdown-rules.ts';
import { codeRules } from './code-rules.ts';
import { conditionRules } from './condition-rules.ts';
import { decimalRules } from './decimal-rules.ts';
import { informationRules } from './information-rules.ts';
import { vatDocumentRules } from './vat-document-rules.ts';
import { vatFamilyRules } from './vat-family-rules.ts';

export const semanticRules: readonly Rule<Invoice>[] = [
  ...informationRules,
  ...allowanceRules,
  ...breakdownRules,
  ...conditionRules,
  ...vatFamilyRules,
  ...vatDocumentRules,
  ...decimalRules,
  ...codeRules,
];
