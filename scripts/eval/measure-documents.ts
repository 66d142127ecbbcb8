// Accuracy of reading a set of real documents: fields, lines and types against their truth.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSet } from '../../src/cli/evaluate-set.ts';
import { openGoldInputs } from '../../src/cli/gold-input.ts';
import { reportHtml } from '../../src/eval/report-html.ts';
import { type EvalReport, scoreSet } from '../../src/eval/score-set.ts';
import type { EvalSet } from './eval-set.ts';
import type { Measure, MeasureContext, Row } from './measure.ts';

/** A set whose documents are all of one type tells nothing by their types; this one is told by its own target. */
const TOLD_BY_ITS_TARGET = 'other-types';

export function measureDocuments(name: string, load: (data: string) => EvalSet | Promise<EvalSet>): Measure {
  return {
    name,
    async run(context) {
      const set = await load(context.data);
      const documents = set.documents.slice(0, context.limit);
      const inputs = await openGoldInputs(set.dir, { prefer: set.prefer });
      const { pairs, seconds } = await readSet(documents, {
        reader: context.reader,
        inputOf: inputs.inputOf,
        jobs: context.jobs,
        readOptions: set.options,
      });
      const report = scoreSet(pairs, { seconds, kinds: set.kinds });
      await inputs.close();
      printSet(set, { report, count: documents.length });
      if (context.errors) printErrors(report, context.field);
      if (context.htmlDir !== undefined) {
        const page = reportHtml(report, { title: set.name, when: new Date().toISOString() });
        writeFileSync(path.join(context.htmlDir, `eval-${name}.html`), page);
      }
      const rows = rowsOf(set, { report, count: documents.length, types: name !== TOLD_BY_ITS_TARGET });
      const counted = set.typed && report.types ? { types: report.types } : {};
      return { rows, details: report, pairs, kinds: set.kinds, ...counted };
    },
  };
}

interface Reported {
  report: EvalReport;
  count: number;
}

function rowsOf(set: EvalSet, { report, count, types }: Reported & { types: boolean }): Row[] {
  const row = (what: string, target: number | null, measured: number): Row => ({
    set: set.name,
    what,
    target,
    measured,
    documents: count,
  });
  const rows = set.targets.map(({ name, limit, measure }) => row(name, limit, measure(report)));
  if (set.targets.length === 0 && report.fieldScore !== null && report.fields.length > 0) {
    rows.push(row('fields, mean', null, report.fieldScore));
  }
  if (set.targets.every((target) => !target.name.startsWith('lines')) && report.lines) {
    rows.push(row('lines, F1', null, report.lines.f1));
  }
  if (types && report.types) rows.push(row('types', null, report.types.accuracy));
  return rows;
}

function printSet(set: EvalSet, { report, count }: Reported): void {
  const { fields, lines, types, calibration } = report;
  console.log(`\n${set.name}: ${count} documents, ${report.failed} failed, ${report.speed.seconds.toFixed(1)} s`);
  const told = fields.map((field) => `${field.path} ${field.score.toFixed(3)} (${field.right}/${field.expected})`);
  if (told.length > 0) console.log(`  ${told.join(' · ')}`);
  if (lines) {
    const rates = `precision ${lines.precision.toFixed(3)}, recall ${lines.recall.toFixed(3)}, F1 ${lines.f1.toFixed(3)}`;
    console.log(`  lines: ${rates} (${lines.right}/${lines.expected})`);
  }
  if (types) {
    const confused = types.confusions.map(({ expected, got, count: n }) => `, ${n} ${expected} as ${got}`);
    console.log(`  types: ${types.right}/${types.total}${confused.join('')}`);
  }
  if (calibration.answers > 0)
    console.log(`  calibration error ${calibration.ece.toFixed(3)} over ${calibration.answers} values`);
  for (const note of set.notes) console.log(`  note: ${note}`);
}

function printErrors(report: EvalReport, field: MeasureContext['field']): void {
  for (const error of report.errors) {
    if (field !== undefined && !error.path.startsWith(field)) continue;
    const sure = error.confidence === null ? '' : ` (${Math.round(100 * error.confidence)} %)`;
    const told = `expected ${brief(error.expected)} got ${brief(error.got)}${sure}  ${error.file}`;
    console.log(`  ${error.class.padEnd(9)} ${error.path.padEnd(18)} ${told}`);
  }
}

function brief(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
