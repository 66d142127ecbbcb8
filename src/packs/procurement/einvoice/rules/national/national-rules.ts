// National rules of Peppol BIS Billing 3, each for sellers (and buyers) of its country.

import type { Invoice } from '../../model/invoice.ts';
import type { Rule } from '../rule.ts';
import { denmarkRules } from './denmark-rules.ts';
import { greeceRules } from './greece-rules.ts';
import { icelandRules } from './iceland-rules.ts';
import { italyRules } from './italy-rules.ts';
import { netherlandsRules } from './netherlands-rules.ts';
import { norwayRules } from './norway-rules.ts';
import { swedenRules } from './sweden-rules.ts';

export const nationalRules: readonly Rule<Invoice>[] = [
  ...norwayRules,
  ...denmarkRules,
  ...italyRules,
  ...swedenRules,
  ...greeceRules,
  ...icelandRules,
  ...netherlandsRules,
];
