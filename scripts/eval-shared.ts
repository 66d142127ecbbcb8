// `npm run eval:shared [set…] [--errors [path]] [--limit N] [--jobs N]`: accuracy on the development sets of real documents,
// which lie beside the project when they are there. Prints target against measured; details go to tmp/eval-shared.json.
// --errors [--field PATH] lists every error, --html writes a page a set to tmp/, --write puts the table into docs/accuracy.md.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateSet } from '../src/cli/evaluate-set.ts';
import { openGoldInputs } from '../src/cli/gold-input.ts';
import { reportHtml } from '../src/eval/report-html.ts';
import type { EvalReport } from '../src/eval/score-set.ts';
import { createLocalNlp } from '../src/nlp/local-nlp.ts';
import { createReader } from '../src/read-pool.ts';
import type { EvalSet } from './eval/eval-set.ts';
import { loadContractsCommercial, loadContractsNda } from './eval/load-contracts.ts';
import { loadHybrid } from './eval/load-hybrid.ts';
import { loadInvoicesMixed, loadInvoicesSynthetic } from './eval/load-invoices.ts';
import { loadAdOrders, loadOtherTypes, loadProcurementTexts } from './eval/load-other.ts';
import { loadReceiptsPhotos, loadReceiptsScanned } from './eval/load-receipts.ts';
import { loadAdi, loadCranfield } from './eval/load-search.ts';
import { measureSearch, type SearchFigures } from './eval/measure-search.ts';
import { measurePictures, type PictureReport } from './eval/measure-pictures.ts';
import { measureSkills } from './eval/measure-skills.ts';
import { measureRecordPairs, type PairReport } from './eval/record-pairs.ts';
import { measureRobustness, type RobustnessReport } from './eval/robustness.ts';

const root = path.dirname(import.meta.dirname);
const data = path.join(path.dirname(root), 'shared', 'data');

const loaders: Record<string, () => Promise<EvalSet>> = {
  'invoices-mixed': () => loadInvoicesMixed(data),
  'hybrid-pdf': () => loadHybrid(data),
  'receipts-ocr': () => loadReceiptsScanned(data, 'ocr'),
  'receipts-pixels': () => loadReceiptsScanned(data, 'file'),
  'ad-orders': () => loadAdOrders(data),
  'contracts-nda': () => loadContractsNda(data),
  'other-types': () => loadOtherTypes(data),
  'invoices-synthetic': () => loadInvoicesSynthetic(data),
  'contracts-commercial': () => loadContractsCommercial(data),
  'receipts-photos': () => loadReceiptsPhotos(data),
  'procurement-texts': () => loadProcurementTexts(data),
};
const robustnessSets = ['bad-inputs', 'office'];
const skillSets = ['skillspan'];
/** nDCG@10 of words and meaning together, and how far above words alone. */
const searchTargets: Record<string, { both: number; gain: number }> = {
  cranfield: { both: 0.44, gain: 1.22 },
  adi: { both: 0, gain: 1 },
};
const PAIRS = 'record-pairs';
const PAIRS_TARGET = 0.75;
const pictureSets = ['pictures'];
const MAX_MAIN_RSS_MB = 400;
const TYPES_TARGET = 0.97;

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
const known = [...Object.keys(loaders), ...robustnessSets, ...skillSets, 'search', PAIRS, ...pictureSets];
const wanted = positionals.length > 0 ? positionals : known;
const wrong = wanted.filter((name) => !known.includes(name));
if (wrong.length > 0) {
  console.error(`There is no set ${wrong.join(', ')}; there are ${known.join(', ')}.`);
  process.exit(2);
}
if (!existsSync(data)) {
  console.log(
    'The development sets are not here (they would lie in ../shared/data beside the project): nothing to measure.',
  );
  process.exit(0);
}

const jobs = values.jobs === undefined ? os.availableParallelism() : Number(values.jobs);
const reader = await createReader({ jobs });
const rows: { set: string; what: string; target: number | null; measured: number; documents: number }[] = [];
const details: Record<string, EvalReport | RobustnessReport | SearchFigures[] | PairReport | PictureReport> = {};
const types = { right: 0, total: 0 };
mkdirSync(path.join(root, 'tmp'), { recursive: true });
try {
  for (const name of wanted) {
    if (loaders[name]) await runSet(name, await loaders[name]());
    else if (skillSets.includes(name)) await runSkills(name);
    else if (name === 'search') await runSearch();
    else if (name === PAIRS) runRecordPairs();
    else if (pictureSets.includes(name)) await runPictures();
    else await runRobustness(name);
  }
} finally {
  await reader.close();
}
if (types.total > 0 && positionals.length === 0) {
  rows.push({
    set: 'all typed sets',
    what: 'types',
    target: TYPES_TARGET,
    measured: types.right / types.total,
    documents: types.total,
  });
}
printTable();
if (values.write) writeFigures();
writeFileSync(path.join(root, 'tmp', 'eval-shared.json'), JSON.stringify({ rows, details }, null, 1));

async function runPictures(): Promise<void> {
  const report = await measurePictures(data);
  if (!report) return;
  details.pictures = report;
  const { sameObject, sameView } = report;
  rows.push(
    {
      set: 'pictures',
      what: 'same object first',
      target: null,
      measured: sameObject.encoder!,
      documents: report.photos,
    },
    { set: 'pictures', what: 'same view first', target: null, measured: sameView.encoder!, documents: report.views },
  );
}

async function runSet(name: string, set: EvalSet): Promise<void> {
  const documents = values.limit === undefined ? set.documents : set.documents.slice(0, Number(values.limit));
  const inputs = await openGoldInputs(set.dir, { prefer: set.prefer });
  const report = await evaluateSet(documents, {
    reader,
    inputOf: inputs.inputOf,
    jobs,
    readOptions: set.options,
    kinds: set.kinds,
  });
  await inputs.close();
  details[name] = report;
  const count = documents.length;
  for (const target of set.targets)
    rows.push({
      set: set.name,
      what: target.name,
      target: target.limit,
      measured: target.measure(report),
      documents: count,
    });
  if (set.targets.length === 0 && report.fieldScore !== null && report.fields.length > 0) {
    rows.push({ set: set.name, what: 'fields, mean', target: null, measured: report.fieldScore, documents: count });
  }
  if (set.targets.every((target) => !target.name.startsWith('lines')) && report.lines) {
    rows.push({ set: set.name, what: 'lines, F1', target: null, measured: report.lines.f1, documents: count });
  }
  if (report.types) {
    if (set.typed) {
      types.right += report.types.right;
      types.total += report.types.total;
    }
    if (name !== 'other-types')
      rows.push({ set: set.name, what: 'types', target: null, measured: report.types.accuracy, documents: count });
  }
  const fields = report.fields.map(
    (field) => `${field.path} ${field.score.toFixed(3)} (${field.right}/${field.expected})`,
  );
  console.log(`\n${set.name}: ${count} documents, ${report.failed} failed, ${report.speed.seconds.toFixed(1)} s`);
  if (fields.length > 0) console.log(`  ${fields.join(' · ')}`);
  if (report.lines)
    console.log(
      `  lines: precision ${report.lines.precision.toFixed(3)}, recall ${report.lines.recall.toFixed(3)}, F1 ${report.lines.f1.toFixed(3)} (${report.lines.right}/${report.lines.expected})`,
    );
  if (report.types)
    console.log(
      `  types: ${report.types.right}/${report.types.total}${report.types.confusions.map(({ expected, got, count: n }) => `, ${n} ${expected} as ${got}`).join('')}`,
    );
  if (report.calibration.answers > 0)
    console.log(`  calibration error ${report.calibration.ece.toFixed(3)} over ${report.calibration.answers} values`);
  for (const note of set.notes) console.log(`  note: ${note}`);
  if (values.errors) printErrors(report);
  if (values.html)
    writeFileSync(
      path.join(root, 'tmp', `eval-${name}.html`),
      reportHtml(report, { title: set.name, when: new Date().toISOString() }),
    );
}

function printErrors(report: EvalReport): void {
  for (const error of report.errors) {
    if (values.field !== undefined && !error.path.startsWith(values.field)) continue;
    const sure = error.confidence === null ? '' : ` (${Math.round(100 * error.confidence)} %)`;
    console.log(
      `  ${error.class.padEnd(9)} ${error.path.padEnd(18)} expected ${brief(error.expected)} got ${brief(error.got)}${sure}  ${error.file}`,
    );
  }
}

function brief(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** Targets are what the card of the model says of this part (.480, .568), less a point for other processors. */
async function runSkills(name: string): Promise<void> {
  const nlp = createLocalNlp();
  try {
    const report = await measureSkills(path.join(data, 'skills', 'skillspan', 'dev.json'), nlp);
    const cardF1 = { skills: 0.47, knowledge: 0.55 };
    console.log(`\nSkillSpan dev: ${report.sentences} sentences, ${(report.ms / report.sentences).toFixed(1)} ms each`);
    for (const { head, source, spans, precision, recall, f1, f1ByWords } of report.figures) {
      const own = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`;
      console.log(`  ${head}, ${source}: ${spans} spans, ${own}; borders by words: F1 ${f1ByWords.toFixed(3)}`);
      if (source !== 'all') continue;
      const measured = Math.round(f1 * 1000) / 1000;
      rows.push({ set: name, what: `${head}, span F1`, target: cardF1[head], measured, documents: report.sentences });
    }
  } finally {
    await nlp.close();
  }
}

async function runSearch(): Promise<void> {
  const figures = await measureSearch([loadCranfield(data), loadAdi(data)]);
  details.search = figures;
  for (const { name, documents, words, meaning, both } of figures) {
    const targets = searchTargets[name]!;
    const add = (what: string, target: number | null, value: number): void => {
      rows.push({ set: name, what, target, measured: value, documents });
    };
    add('nDCG@10, words', null, words);
    add('nDCG@10, meaning', null, meaning);
    add('nDCG@10, both', targets.both || null, both);
    add('both / words', targets.gain, both / words);
  }
}

async function runRobustness(name: string): Promise<void> {
  const report = await measureRobustness(path.join(data, name), reader, jobs);
  details[name] = report;
  rows.push({
    set: name,
    what: 'typed outcome',
    target: 1,
    measured: 1 - report.untyped.length / report.files,
    documents: report.files,
  });
  console.log(`\n${name}: ${report.files} files`);
  for (const [outcome, count] of Object.entries(report.outcomes).sort((a, b) => b[1] - a[1]))
    console.log(`  ${String(count).padStart(4)}  ${outcome}`);
  if (report.untyped.length > 0) console.log(`  without a typed outcome: ${report.untyped.join('; ')}`);
  console.log(
    `  slowest: ${report.slowest.map(({ file, ms, outcome }) => `${file} ${(ms / 1000).toFixed(1)} s ${outcome}`).join('; ')}`,
  );
  console.log(`  main process: ${report.peakMainRssMb.toFixed(0)} MB at most (limit ${MAX_MAIN_RSS_MB})`);
}

function runRecordPairs(): void {
  const report = measureRecordPairs(data);
  if (!report) return;
  details[PAIRS] = report;
  rows.push({ set: PAIRS, what: 'F1', target: PAIRS_TARGET, measured: report.learnt.f1, documents: report.pairs });
  console.log(`\n${PAIRS}: ${report.pairs} pairs, ${report.pairMicros.toFixed(0)} µs of processor each`);
  for (const [weights, { f1, precision, recall, ece }] of [
    ['declared', report.declared],
    ['learnt on the train part', report.learnt],
  ] as const)
    console.log(
      `  weights ${weights}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}, calibration error ${ece.toFixed(3)}`,
    );
}

/** The table between the marks of docs/accuracy.md. */
function writeFigures(): void {
  const file = path.join(root, 'docs', 'accuracy.md');
  const lines = rows.map(
    ({ set, what, target, measured, documents }) =>
      `| ${set} | ${documents} | ${what} | ${target === null ? '–' : `≥ ${target.toFixed(2)}`} | ${measured.toFixed(3)}${target !== null && measured < target ? ' (below)' : ''} |`,
  );
  const table = ['| set | documents | what | target | measured |', '|---|---|---|---|---|', ...lines].join('\n');
  const marks = /<!-- figures -->[\s\S]*<!-- \/figures -->/;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(marks, () => `<!-- figures -->\n${table}\n<!-- /figures -->`),
  );
}

function printTable(): void {
  const width = Math.max(...rows.map((row) => row.set.length));
  console.log(`\n${'set'.padEnd(width)}  ${'what'.padEnd(15)}  target  measured`);
  for (const { set, what, target, measured } of rows) {
    const verdict = target === null ? '' : measured >= target ? '  ok' : '  below';
    console.log(
      `${set.padEnd(width)}  ${what.padEnd(15)}  ${target === null ? '     –' : target.toFixed(2).padStart(6)}  ${measured.toFixed(3).padStart(8)}${verdict}`,
    );
  }
}
