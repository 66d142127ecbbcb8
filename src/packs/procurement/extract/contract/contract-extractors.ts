// Everything that reads contracts, addenda and statements of work, in one list.

import type { Extractor } from '../../../../pipeline/pack.ts';
import { contractAmounts } from './contract-amounts.ts';
import { contractDates } from './contract-dates.ts';
import { contractTerms } from './contract-terms.ts';
import { contractTitle } from './contract-title.ts';
import { contractLaw } from './governing-law.ts';
import { contractParties } from './parties.ts';

export const contractExtractors: readonly Extractor[] = [
  contractTitle,
  contractParties,
  contractDates,
  contractTerms,
  contractLaw,
  contractAmounts,
];
