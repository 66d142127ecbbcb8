// An evaluation as a table for the terminal.

import type { EvalReport, SetSummary } from '../eval/score-set.ts';
import { sayProposal } from '../eval/threshold-table.ts';
import { cleanText, fitText, padEnd, padStart, type Terminal } from './terminal.ts';

const BAR = 20;

export function printEval(report: EvalReport & { sets?: readonly SetSummary[] }, terminal: Terminal): string {
  const out: string[] = [];
  const width = Math.min(36, Math.max(12, ...report.fields.map((field) => field.path.length)));
  if (report.fields.length > 0) {
    out.push(
      terminal.style(
        'dim',
        `  ${padEnd('field', width)}  ${padStart('score', 7)}  ${' '.repeat(BAR)}  ${padStart('right', 9)}  compared as`,
      ),
    );
    for (const field of report.fields) {
      const filled = Math.round(field.score * BAR);
      const bar = terminal.style('green', '█'.repeat(filled)) + terminal.style('dim', '░'.repeat(BAR - filled));
      out.push(
        `  ${padEnd(fitText(field.path, width), width)}  ${padStart(percent(field.score), 7)}  ${bar}  ${padStart(`${field.right}/${field.expected}`, 9)}  ${terminal.style('dim', field.kind)}`,
      );
    }
    out.push('');
  }
  const facts: [string, string][] = [];
  if (report.fieldScore !== null)
    facts.push(['fields', `${percent(report.fieldScore)} mean, micro F1 ${percent(report.micro.f1)}`]);
  if (report.lines) {
    const { f1, precision, recall, right, expected } = report.lines;
    facts.push([
      'line items',
      `${percent(f1)} F1, precision ${percent(precision)}, recall ${percent(recall)}, ${right} of ${expected} right`,
    ]);
  }
  if (report.types) {
    const worst = report.types.confusions
      .slice(0, 3)
      .map(({ expected, got, count }) => `${count} ${expected} as ${got}`);
    facts.push(['types', `${percent(report.types.accuracy)}${worst.length > 0 ? ` (${worst.join(', ')})` : ''}`]);
  }
  if (report.calibration.answers > 0) {
    facts.push([
      'calibration',
      `error ${percent(report.calibration.ece)}, Brier ${report.calibration.brier.toFixed(3)} over ${report.calibration.answers} values`,
    ]);
  }
  for (const { set, documents, fieldScore, calibration } of report.sets ?? [])
    facts.push([
      'set',
      `${cleanText(set)}: ${documents} documents${fieldScore === null ? '' : `, fields ${percent(fieldScore)}`}${calibration.answers === 0 ? '' : `, calibration error ${percent(calibration.ece)}`}`,
    ]);
  const [proposal] = report.thresholds.documents;
  if (proposal && proposal.cases > 0) facts.push(['review', sayProposal(proposal)]);
  const { speed } = report;
  facts.push([
    'speed',
    `${speed.pagesPerSecond.toFixed(1)} pages/s, median ${Math.round(speed.medianMs)} ms, p95 ${Math.round(speed.p95Ms)} ms, ${speed.seconds.toFixed(1)} s in all`,
  ]);
  facts.push([
    'documents',
    `${report.documents}${report.failed > 0 ? `, ${terminal.style('red', `${report.failed} failed`)}` : ''}`,
  ]);
  for (const [name, text] of facts) out.push(`  ${terminal.style('bold', padEnd(name, 12))} ${text}`);
  return `${out.join('\n')}\n`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
