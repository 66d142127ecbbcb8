// `npm run validate [check…] [--root FOLDER] [--json]`: whether the project is put together as it says and ready to be shipped.
// Exit code: 0 every check passed, 1 one failed, 2 wrong usage. Colours go with NO_COLOR, or when nobody watches.

import path from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { allChecks } from './validate/all-checks.ts';
import { runChecks } from './validate/check.ts';
import { openTree } from './validate/tree.ts';

const MOST_SHOWN = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string' }, json: { type: 'boolean' } },
});
const unknown = positionals.filter((id) => !allChecks.some((check) => check.id === id));
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(', ')}; there are ${allChecks.map(({ id }) => id).join(', ')}.`);
  process.exit(2);
}

const root = values.root === undefined ? path.dirname(import.meta.dirname) : path.resolve(values.root);
const wanted = positionals.length === 0 ? allChecks : allChecks.filter(({ id }) => positionals.includes(id));
const results = runChecks(wanted, openTree(root));
const failed = results.filter(({ faults }) => faults.length > 0);

if (values.json) {
  const checks = results.map(({ check: { id, title, advice }, faults }) => ({
    id,
    title,
    passed: faults.length === 0,
    faults,
    advice,
  }));
  console.log(JSON.stringify({ passed: failed.length === 0, checks }, null, 2));
} else {
  for (const { check, faults } of results) {
    const passed = faults.length === 0;
    console.log(
      `${styleText(passed ? 'green' : 'red', passed ? '✓ pass' : '✗ FAIL')} ${check.title} ${styleText('dim', check.id)}`,
    );
    for (const fault of faults.slice(0, MOST_SHOWN)) console.log(`    ${fault}`);
    if (faults.length > MOST_SHOWN) console.log(`    … and ${faults.length - MOST_SHOWN} more`);
    if (!passed) console.log(`    ${styleText('yellow', '→')} ${check.advice}`);
  }
  const passed = results.length - failed.length;
  console.log(styleText(failed.length === 0 ? 'green' : 'red', `${passed} of ${results.length} checks passed.`));
}
process.exitCode = failed.length === 0 ? 0 : 1;
