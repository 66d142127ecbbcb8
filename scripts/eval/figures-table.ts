// The table of target against measured: on the terminal, and in docs/accuracy.md.

import { readFileSync, writeFileSync } from 'node:fs';
import type { EvalReport } from '../../src/eval/score-set.ts';
import type { Row } from './measure.ts';

export function printTable(rows: readonly Row[]): void {
  const width = Math.max(...rows.map((row) => row.set.length));
  console.log(`\n${'set'.padEnd(width)}  ${'what'.padEnd(15)}  target  measured`);
  for (const { set, what, target, measured } of rows) {
    const verdict = target === null ? '' : measured >= target ? '  ok' : '  below';
    const limit = target === null ? '     –' : target.toFixed(2).padStart(6);
    console.log(`${set.padEnd(width)}  ${what.padEnd(15)}  ${limit}  ${measured.toFixed(3).padStart(8)}${verdict}`);
  }
}

/** Fields with fewer answers are left out. */
const FEWEST_ANSWERS = 20;
const MOST_FIELDS = 15;

/** Over all sets: does 0.9 mean nine in ten, and of which fields does it not? */
export function printCalibration({ calibration, fieldCalibration }: EvalReport): void {
  console.log(`\nall sets: calibration error ${calibration.ece.toFixed(4)} over ${calibration.answers} values`);
  for (const { from, to, count, confidence, accuracy } of calibration.bins)
    if (count > 0)
      console.log(
        `  ${from.toFixed(1)}–${to.toFixed(1)}  ${String(count).padStart(5)} values, shown ${confidence.toFixed(3)}, right ${accuracy.toFixed(3)}`,
      );
  const told = fieldCalibration.filter(({ answers }) => answers >= FEWEST_ANSWERS).slice(0, MOST_FIELDS);
  for (const { type, path, answers, confidence, accuracy } of told)
    console.log(
      `  ${`${type} ${path}`.padEnd(34)} ${String(answers).padStart(4)} values, shown ${confidence.toFixed(3)}, right ${accuracy.toFixed(3)}`,
    );
}

const MARKS = /<!-- figures -->[\s\S]*<!-- \/figures -->/;

/** The table between the marks of the page. Rows of sets that were not measured now stay as they are. */
export function writeFigures(file: string, rows: readonly Row[]): void {
  const page = readFileSync(file, 'utf8');
  const keyOf = (row: string): string => [1, 3].map((cell) => row.split('|')[cell]!.trim()).join('|');
  const known = (MARKS.exec(page)?.[0] ?? '').split('\n').filter((line) => /^\| (?!set |-)/.test(line));
  const lines = new Map(known.map((line) => [keyOf(line), line]));
  for (const { set, what, target, measured, documents } of rows) {
    const limit = target === null ? '–' : `≥ ${target.toFixed(2)}`;
    const below = target !== null && measured < target ? ' (below)' : '';
    const line = `| ${set} | ${documents} | ${what} | ${limit} | ${measured.toFixed(3)}${below} |`;
    lines.set(keyOf(line), line);
  }
  const table = ['| set | documents | what | target | measured |', '|---|---|---|---|---|', ...lines.values()].join(
    '\n',
  );
  writeFileSync(
    file,
    page.replace(MARKS, () => `<!-- figures -->\n${table}\n<!-- /figures -->`),
  );
}
