// `npm run fit:confidence [-- --write] [--cache DIR]`: fits what a confidence is made up of to the development sets, and says how well it
// holds: on the values it was fitted on, on documents that were left out, and on whole sets that were. --write puts the numbers
// into src/pipeline/confidence-table.ts and the pack; --cache keeps parsed documents, so that a second fit takes seconds.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureReliability } from '../src/learn/reliability.ts';
import { confidenceOf } from '../src/pipeline/calibration.ts';
import { createReader } from '../src/read-pool.ts';
import { type FittedConfidence, fitConfidence } from './calibration/fit-confidence.ts';
import { type JudgedValue, judgeValues } from './calibration/judged-values.ts';
import { calibrationSets } from './calibration/sets.ts';

const root = path.dirname(import.meta.dirname);
const data = path.join(path.dirname(root), 'shared', 'data');
const FOLDS = 5;
/** Values that a figure by field needs. */
const FEWEST = 20;

const { values: given } = parseArgs({ options: { write: { type: 'boolean' }, cache: { type: 'string' } } });
if (!existsSync(data)) {
  console.log(
    'The development sets are not here (they would lie in ../shared/data beside the project): nothing to fit to.',
  );
  process.exit(0);
}

const reader = await createReader({ jobs: 1 });
const judged: JudgedValue[] = [];
try {
  for (const [name, load] of calibrationSets)
    judged.push(...(await judgeValues(name, await load(data), { reader, cache: given.cache })));
} finally {
  await reader.close();
}

const fitted = fitConfidence(judged);
const shown = (value: JudgedValue, { table, shifts }: FittedConfidence): number =>
  Math.min(0.999, confidenceOf({ ...value, shift: shifts[value.type]?.[value.path] }, table));
/** The same paper may be in two sets, once as pixels: its copies stay together. */
const foldOf = ({ document }: JudgedValue): number =>
  [...document].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % FOLDS;
const sourceOf = ({ set }: JudgedValue): string =>
  set.startsWith('receipts-p') && set !== 'receipts-photos' ? 'receipts-ocr' : set;

report(
  'as it is now',
  judged.map((value) => ({ ...value })),
);
report(
  'fitted',
  apply(judged, () => fitted),
);
report(
  'documents left out',
  leftOut((value) => String(foldOf(value))),
);
report('sets left out', leftOut(sourceOf));

if (given.write) {
  const { table, shifts } = fitted;
  put('src/pipeline/confidence-table.ts', /= \{.*\};\n$/, `= ${JSON.stringify(table)};\n`);
  put('src/packs/procurement/confidence.ts', /= \{.*\};\n$/, `= ${JSON.stringify(shifts)};\n`);
}

function apply(list: readonly JudgedValue[], fitFor: (value: JudgedValue) => FittedConfidence): JudgedValue[] {
  return list.map((value) => ({ ...value, confidence: shown(value, fitFor(value)) }));
}

/** Each part judged by a fit to all the others. */
function leftOut(partOf: (value: JudgedValue) => string): JudgedValue[] {
  const parts = [...new Set(judged.map(partOf))];
  const fits = new Map(parts.map((part) => [part, fitConfidence(judged.filter((value) => partOf(value) !== part))]));
  return apply(judged, (value) => fits.get(partOf(value))!);
}

function report(name: string, list: readonly JudgedValue[]): void {
  const { answers, ece, brier } = measureReliability(list);
  const loss =
    list.reduce((sum, { confidence, right }) => sum - Math.log(right ? confidence : 1 - confidence), 0) / answers;
  const byField = weighed(Map.groupBy(list, ({ type, path: at }) => `${type} ${at}`));
  console.log(
    `${name.padEnd(20)} ${answers} values: calibration error ${ece.toFixed(4)} pooled, ${byField.toFixed(4)} by field, Brier ${brier.toFixed(4)}, log loss ${loss.toFixed(4)}`,
  );
  const sets = [...Map.groupBy(list, ({ set }) => set)].map(
    ([set, values]) => `${set} ${measureReliability(values).ece.toFixed(3)}`,
  );
  console.log(`  ${sets.join(' · ')}`);
}

/** Of groups with enough values to tell. */
function weighed(groups: Map<string, readonly JudgedValue[]>): number {
  const told = [...groups.values()].filter(({ length }) => length >= FEWEST);
  const count = told.reduce((sum, { length }) => sum + length, 0);
  return told.reduce((sum, list) => sum + list.length * measureReliability(list).ece, 0) / Math.max(1, count);
}

function put(file: string, where: RegExp, text: string): void {
  const at = path.join(root, file);
  const source = readFileSync(at, 'utf8');
  if (!where.test(source)) throw new Error(`${file} does not end with the numbers to replace`);
  writeFileSync(
    at,
    source.replace(where, () => text),
  );
}
