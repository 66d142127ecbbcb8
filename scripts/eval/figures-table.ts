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

/** The table between the marks of the page. */
export function writeFigures(file: string, rows: readonly Row[]): void {
  const lines = rows.map(
    ({ set, what, target, measured, documents }) =>
      `| ${set} | ${documents} | ${what} | ${target === null ? '–' : `≥ ${target.toFixed(2)}`} | ${measured.toFixed(3)}${target !== null && measured < target ? ' (below)' : ''} |`,
  );
  const table = ['| set | documents | what | target | measured |', '|---|---|---|---|---|', ...lines].join('\n');
  const marks = /<!-- figures -->[\s\S]*<!-- \/figures -->/;
  const page = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    page.replace(marks, () => `<!-- figures -->\n${table}\n<!-- /figures -->`),
  );
}
