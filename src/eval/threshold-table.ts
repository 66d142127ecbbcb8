// What could go through without a person, in words and as a table of the report.

import type { ThresholdProposal } from '../learn/propose-threshold.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** "62.0 % without review at ≤ 1 % error (from 0.97 on; 0 of 31 wrong …)". */
export function sayProposal({ maxError, threshold, share, through, wrong, errorAtMost }: ThresholdProposal): string {
  const limit = `≤ ${Number((100 * maxError).toFixed(1))} % error`;
  if (threshold === null) return `nothing without review at ${limit}`;
  return `${percent(share)} without review at ${limit} (from ${threshold.toFixed(3)} on; ${wrong} of ${through} wrong, truly below ${percent(errorAtMost)})`;
}

/** HTML; nothing where nothing was judged. */
export function thresholdTable(
  thresholds: { documents: readonly ThresholdProposal[]; fields: readonly (ThresholdProposal & { path: string })[] },
  escapeHtml: (text: string) => string,
): string {
  const judged = thresholds.documents[0]?.cases ?? 0;
  if (judged === 0) return '';
  const rows = [
    ...thresholds.documents.map((proposal) => rowOf('whole documents, by their weakest value', proposal)),
    ...thresholds.fields.map((proposal) => rowOf(`<code>${escapeHtml(proposal.path)}</code>`, proposal)),
  ].join('');
  return `<h2>What could go through without a person</h2>
<p class="dim">The lowest threshold at which these ${judged} documents keep to the error. Few cases prove little: the last column says below what the true error lies, with 19 chances in 20.</p>
<table><thead><tr><th>Of</th><th class="n">Error at most</th><th class="n">From</th><th class="n">Share</th><th class="n">Wrong</th><th class="n">True error below</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function rowOf(name: string, { maxError, threshold, share, through, wrong, errorAtMost }: ThresholdProposal): string {
  const cells = [
    percent(maxError),
    threshold === null ? '–' : threshold.toFixed(3),
    percent(share),
    `${wrong} of ${through}`,
    threshold === null ? '–' : percent(errorAtMost),
  ];
  return `<tr><td>${name}</td>${cells.map((cell) => `<td class="n">${cell}</td>`).join('')}</tr>`;
}
