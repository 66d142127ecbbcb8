// The table of target against measured: on the terminal, and in docs/accuracy.md.

import { readFileSync, writeFileSync } from 'node:fs';
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
