// What a run of the tests did not run, so that "all passed" is not read as more than it says.

import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Report {
  testResults?: { name: string; assertionResults: { status: string }[] }[];
}

/** One line for each file with tests that were skipped; none when there is no report. */
export function listLeftOut(reportFile: string, root: string): string[] {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  } catch {
    return [];
  }
  return (report.testResults ?? []).flatMap(({ name, assertionResults }) => {
    const skipped = assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed').length;
    return skipped === 0 ? [] : [`${path.relative(root, name)}: ${skipped} of ${assertionResults.length} tests`];
  });
}
