// What a check of the project's structure is.

import type { Tree } from './tree.ts';

export interface Check {
  /** Permanent; `npm run validate ID` runs it alone. */
  id: string;
  /** What holds when it passes. */
  title: string;
  /** What to do when it does not. */
  advice: string;
  /** One line for each fault; none = it passes. */
  find(tree: Tree): string[];
}

export interface CheckResult {
  check: Check;
  faults: string[];
}

export function runChecks(checks: readonly Check[], tree: Tree): CheckResult[] {
  return checks.map((check) => {
    try {
      return { check, faults: check.find(tree) };
    } catch (error) {
      // A file that cannot be understood is a fault of the file, not of the validator.
      return { check, faults: [`could not be checked: ${error instanceof Error ? error.message : String(error)}`] };
    }
  });
}
