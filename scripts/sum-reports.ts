// The last line of the CI script: how many tests passed and failed over several vitest JSON reports.
// A test that ran more than once counts once, and as failed when it failed in any run.

import { readFileSync } from 'node:fs';

interface Report {
  testResults?: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

const outcomes = new Map<string, 'passed' | 'failed'>();
for (const file of process.argv.slice(2)) {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    outcomes.set(`${file}: the run left no report`, 'failed');
    continue;
  }
  for (const suite of report.testResults ?? []) {
    // A file that cannot be loaded has no tests of its own to fail.
    if (suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed')) {
      outcomes.set(suite.name, 'failed');
    }
    const seen = new Map<string, number>();
    for (const { fullName, status } of suite.assertionResults) {
      if (status !== 'passed' && status !== 'failed') continue;
      const times = (seen.get(fullName) ?? 0) + 1;
      seen.set(fullName, times);
      const key = `${suite.name} > ${fullName} #${times}`;
      if (outcomes.get(key) !== 'failed') outcomes.set(key, status);
    }
  }
}
const passed = [...outcomes.values()].filter((outcome) => outcome === 'passed').length;
console.log(`${passed} passed, ${outcomes.size - passed} failed`);
