// `npm run eval:shared [set…] [--errors] [--field PATH] [--limit N] [--jobs N]`: accuracy on the development sets of real
// documents, which lie beside the project when they are there. Prints target against measured; details go to tmp/eval-shared.json.
// --errors lists every error, --html writes a page a set to tmp/, --write puts the table into docs/accuracy.md.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type ScoredPair, scoreSet } from '../src/eval/score-set.ts';
import { createReader } from '../src/read-pool.ts';
import { printCalibration, printTable, writeFigures } from './eval/figures-table.ts';
import type { Row } from './eval/measure.ts';
import { measures } from './eval/measures.ts';

const root = path.dirname(import.meta.dirname);
const data = path.join(path.dirname(root), 'shared', 'data');
const tmp = path.join(root, 'tmp');
const TYPES_TARGET = 0.97;
const ECE_TARGET = 0.95;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: 'boolean' },
    limit: { type: 'string' },
    jobs: { type: 'string' },
    field: { type: 'string' },
    html: { type: 'boolean' },
    write: { type: 'boolean' },
  },
});
const known = measures.map(({ name }) => name);
const wrong = positionals.filter((name) => !known.includes(name));
if (wrong.length > 0) {
  console.error(`There is no set ${wrong.join(', ')}; there are ${known.join(', ')}.`);
  process.exit(2);
}
const wanted = positionals.length > 0 ? positionals : known;
const needsData = measures.some(({ name, invented }) => wanted.includes(name) && !invented);
if (needsData && !existsSync(data)) {
  console.log(
    'The development sets are not here (they would lie in ../shared/data beside the project): nothing to measure.',
  );
  process.exit(0);
}

const jobs = values.jobs === undefined ? os.availableParallelism() : Number(values.jobs);
const rows: Row[] = [];
const details: Record<string, unknown> = {};
const types = { right: 0, total: 0 };
const pairs: ScoredPair[] = [];
const kinds: Record<string, string> = {};
mkdirSync(tmp, { recursive: true });
const reader = await createReader({ jobs });
try {
  for (const name of wanted) {
    const measured = await measures
      .find((measure) => measure.name === name)!
      .run({
        data,
        reader,
        jobs,
        limit: values.limit === undefined ? undefined : Number(values.limit),
        errors: values.errors ?? false,
        field: values.field,
        htmlDir: values.html ? tmp : undefined,
      });
    if (!measured) continue;
    rows.push(...measured.rows);
    details[name] = measured.details;
    pairs.push(...(measured.pairs ?? []));
    Object.assign(kinds, measured.kinds);
    types.right += measured.types?.right ?? 0;
    types.total += measured.types?.total ?? 0;
  }
} finally {
  await reader.close();
}
if (types.total > 0 && positionals.length === 0) {
  const measured = types.right / types.total;
  rows.push({ set: 'all typed sets', what: 'types', target: TYPES_TARGET, measured, documents: types.total });
}
if (pairs.length > 0 && positionals.length !== 1) {
  const pooled = scoreSet(pairs, { seconds: 0, kinds });
  printCalibration(pooled);
  details.pooled = { calibration: pooled.calibration, fieldCalibration: pooled.fieldCalibration };
  const measured = 1 - pooled.calibration.ece;
  rows.push({ set: 'all sets', what: 'calibration, 1 − ECE', target: ECE_TARGET, measured, documents: pairs.length });
}
printTable(rows);
if (values.write) writeFigures(path.join(root, 'docs', 'accuracy.md'), rows);
writeFileSync(path.join(tmp, 'eval-shared.json'), JSON.stringify({ rows, details }, null, 1));
