// Every check of `npm run validate`, in the order in which it tells them.

import type { Check } from './check.ts';
import { codeChecks } from './code-checks.ts';
import { deliveryChecks } from './delivery-checks.ts';
import { docsChecks } from './docs-checks.ts';
import { packageChecks } from './package-checks.ts';
import { structureChecks } from './structure-checks.ts';

export const allChecks: readonly Check[] = [
  ...structureChecks,
  ...codeChecks,
  ...docsChecks,
  ...packageChecks,
  ...deliveryChecks,
];
