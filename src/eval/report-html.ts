// The evaluation as one HTML page without outside parts: it can be mailed, archived, opened offline.

import type { Json } from '../document/value.ts';
import type { Reliability } from '../learn/reliability.ts';
import { NAME_RIGHT } from './compare-answers.ts';
import { reliabilityDiagram } from './reliability-svg.ts';
import type { ErrorEntry, EvalReport, SetSummary } from './score-set.ts';
import { thresholdTable } from './threshold-table.ts';

const CLASS_TITLES: Readonly<Record<ErrorEntry['class'], string>> = {
  failed: 'Files that could not be read',
  type: 'Wrong type',
  wrong: 'Wrong value',
  nearly: 'Nearly right',
  elsewhere: 'Right value under another field',
  missing: 'Nothing found',
  extra: 'Found where the truth has none',
  line: 'Line items',
};

/** `when`: ISO time of the run. */
export function reportHtml(
  report: EvalReport & { sets?: readonly SetSummary[] },
  { title, when }: { title: string; when: string },
): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – evaluation</title><style>${STYLE}</style></head><body><main>
<h1>${escapeHtml(title)}</h1>
<p class="dim">${report.documents} documents · ${escapeHtml(when.slice(0, 16).replace('T', ' '))} UTC · names and addresses count as right from token F1 ${NAME_RIGHT}</p>
<section class="cards">${cards(report)}</section>
${setTable(report.sets ?? [])}
${fieldTable(report)}
${typeTable(report)}
<h2>Calibration</h2>
<section class="pair">${calibrationFigure('Field values', report.calibration)}${calibrationFigure('Document types', report.typeCalibration)}</section>
${calibrationTable(report)}
${thresholdTable(report.thresholds, escapeHtml)}
<h2>Errors by class</h2>
${errorTables(report.errors)}
</main></body></html>
`;
}

function cards(report: EvalReport): string {
  const { speed } = report;
  const all: [string, string, string][] = [];
  if (report.fieldScore !== null) all.push(['Fields', percent(report.fieldScore), 'mean over fields']);
  if (report.fields.length > 0)
    all.push(['Micro F1', percent(report.micro.f1), `${report.micro.right} of ${report.micro.expected} right`]);
  if (report.lines)
    all.push(['Line items', percent(report.lines.f1), `F1; ${report.lines.right} of ${report.lines.expected} right`]);
  if (report.types)
    all.push(['Types', percent(report.types.accuracy), `${report.types.right} of ${report.types.total}`]);
  if (report.calibration.answers > 0)
    all.push(['Calibration error', percent(report.calibration.ece), `over ${report.calibration.answers} values`]);
  all.push([
    'Speed',
    `${speed.pagesPerSecond.toFixed(1)}`,
    `pages/s; median ${Math.round(speed.medianMs)} ms, p95 ${Math.round(speed.p95Ms)} ms`,
  ]);
  if (report.failed > 0) all.push(['Failed', String(report.failed), `of ${report.documents} files`]);
  return all
    .map(
      ([name, figure, note]) =>
        `<div class="card"><span>${name}</span><b>${figure}</b><small>${escapeHtml(note)}</small></div>`,
    )
    .join('');
}

function fieldTable(report: EvalReport): string {
  if (report.fields.length === 0) return '';
  const rows = report.fields
    .map(
      (
        field,
      ) => `<tr><td><code>${escapeHtml(field.path)}</code></td><td class="dim">${field.kind}</td><td class="n">${percent(field.score)}</td>
<td><div class="bar"><i style="width:${(100 * field.score).toFixed(1)}%"></i></div></td>
<td class="n">${field.right}/${field.expected}</td><td class="n">${percent(field.precision)}</td><td class="n">${percent(field.recall)}</td><td class="n">${field.ece === null ? '–' : percent(field.ece)}</td></tr>`,
    )
    .join('');
  return `<h2>Fields</h2><table><thead><tr><th>Field</th><th>Compared as</th><th class="n">Score</th><th class="wide"></th><th class="n">Right</th><th class="n">Precision</th><th class="n">Recall</th><th class="n">Calibration error</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function typeTable(report: EvalReport): string {
  if (!report.types || report.types.confusions.length === 0) return '';
  const rows = report.types.confusions
    .map(
      ({ expected, got, count }) =>
        `<tr><td>${escapeHtml(expected)}</td><td>${escapeHtml(got)}</td><td class="n">${count}</td></tr>`,
    )
    .join('');
  return `<h2>Types taken for others</h2><table><thead><tr><th>Is</th><th>Read as</th><th class="n">Documents</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function calibrationFigure(title: string, calibration: Reliability): string {
  if (calibration.answers === 0) return '';
  return `<figure>${reliabilityDiagram(calibration)}<figcaption>${title}: calibration error ${percent(calibration.ece)}, Brier ${calibration.brier.toFixed(3)}, ${calibration.answers} answers. A bar on the diagonal means what it says; pale bars hold few answers.</figcaption></figure>`;
}

/** Fewer answers tell little. */
const FEWEST_ANSWERS = 5;

function calibrationTable({ fieldCalibration }: EvalReport): string {
  const told = fieldCalibration.filter(({ answers }) => answers >= FEWEST_ANSWERS);
  if (told.length === 0) return '';
  const rows = told
    .map(
      ({ type, path, answers, confidence, accuracy, ece }) =>
        `<tr><td>${escapeHtml(type)}</td><td><code>${escapeHtml(path)}</code></td><td class="n">${answers}</td><td class="n">${percent(confidence)}</td><td class="n">${percent(accuracy)}</td><td class="n">${percent(ece)}</td></tr>`,
    )
    .join('');
  return `<details><summary>Calibration by type and field</summary><table><thead><tr><th>Type</th><th>Field</th><th class="n">Answers</th><th class="n">Mean confidence</th><th class="n">Right</th><th class="n">Calibration error</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

function setTable(sets: readonly SetSummary[]): string {
  if (sets.length === 0) return '';
  const rows = sets
    .map(
      ({ set, documents, fieldScore, calibration }) =>
        `<tr><td>${escapeHtml(set)}</td><td class="n">${documents}</td><td class="n">${fieldScore === null ? '–' : percent(fieldScore)}</td><td class="n">${calibration.answers === 0 ? '–' : percent(calibration.ece)}</td></tr>`,
    )
    .join('');
  return `<h2>Sets</h2><table><thead><tr><th>Set</th><th class="n">Documents</th><th class="n">Fields</th><th class="n">Calibration error</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function errorTables(errors: readonly ErrorEntry[]): string {
  if (errors.length === 0) return '<p>None.</p>';
  return (Object.keys(CLASS_TITLES) as ErrorEntry['class'][])
    .map((kind) => {
      const own = errors.filter((error) => error.class === kind);
      if (own.length === 0) return '';
      const rows = own
        .map(
          (
            error,
          ) => `<tr><td>${escapeHtml(error.file)}</td><td><code>${escapeHtml(error.path)}</code></td><td>${show(error.expected)}</td><td>${show(error.got)}</td>
<td class="n">${error.confidence === null ? '' : percent(error.confidence)}</td><td class="n">${error.page ?? ''}</td></tr>`,
        )
        .join('');
      return `<details${own.length <= 25 ? ' open' : ''}><summary>${CLASS_TITLES[kind]} <span class="dim">${own.length}</span></summary>
<table class="errors"><thead><tr><th>File</th><th>Field</th><th>Expected</th><th>Got</th><th class="n">Sure</th><th class="n">Page</th></tr></thead><tbody>${rows}</tbody></table></details>`;
    })
    .join('');
}

function show(value: Json): string {
  if (value === null) return '<span class="dim">–</span>';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return escapeHtml(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1d2430;--dim:#667085;--line:#e3e7ee;--paper:#fff;--soft:#f6f7f9;--accent:#0f766e}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ef;--dim:#98a2b3;--line:#303848;--paper:#12161d;--soft:#1a202a;--accent:#2dd4bf}}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main{max-width:1080px;margin:0 auto;padding:32px 24px 80px}
h1{font-size:26px;margin:0}h2{font-size:18px;margin:36px 0 10px}
.dim{color:var(--dim)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin-top:20px}
.card{background:var(--soft);border:1px solid var(--line);border-radius:8px;padding:12px 14px;display:flex;flex-direction:column}
.card span{color:var(--dim);font-size:13px}.card b{font-size:24px}.card small{color:var(--dim)}
table{width:100%;border-collapse:collapse}
th,td{text-align:left;padding:5px 10px 5px 0;border-bottom:1px solid var(--line);vertical-align:top}
th{font-size:13px;color:var(--dim);font-weight:500}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.wide{width:26%}.bar{background:var(--line);border-radius:3px;height:8px;margin-top:8px}.bar i{display:block;height:8px;border-radius:3px;background:var(--accent)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:24px}
figure{margin:0}figcaption{color:var(--dim);font-size:13px}
details{margin:8px 0}summary{cursor:pointer;font-weight:600;padding:6px 0}
.errors{font-size:13px;table-layout:fixed}.errors td{overflow-wrap:anywhere}
.errors th:nth-child(1){width:22%}.errors th:nth-child(2){width:15%}.errors th:nth-child(n+5){width:7%}
code{font-size:13px}
`;
