// One file's result as a clerk would like to read it: what it is, what it says and where, what is wrong.

import type { DocumentRecord, Evidence, Issue, StructuredSource, Value } from '../document/value.ts';
import type { ReadResult } from '../pipeline/read-result.ts';
import { displayField } from './display-value.ts';
import { fieldNameOf, wordsOf } from './field-title.ts';
import { printComparison } from './print-comparison.ts';
import { printLineItems } from './print-line-items.ts';
import { cleanText, fitText, padEnd, padStart, type Terminal, textWidth, wrapText } from './terminal.ts';

const TITLE_WIDTH = 27;
/** Confidence, page and origin on the right. */
const PROOF_WIDTH = 24;
const LONGEST_LOCATOR = 40;

/** Text for `result`, ending in a newline; a blank line goes before all but the first. */
export function printResult(result: ReadResult, terminal: Terminal, first: boolean): string {
  const out: string[] = first ? [] : [''];
  out.push(headline(result, terminal));
  if (result.error) {
    out.push(
      `  ${terminal.style('red', '✗')} ${cleanText(result.error.message)} ${terminal.style('dim', `(${result.error.code})`)}`,
    );
  }
  for (const finding of result.findings ?? []) out.push(...printIssue(finding, terminal));
  for (const document of result.documents) out.push('', ...printDocument(document, result, terminal));
  for (const { path, name, error } of result.files ?? []) {
    if (!error) continue;
    const what = `${path}: ${cleanText(name)}: ${cleanText(error.message)}`;
    out.push('', `  ${terminal.style('red', '✗')} ${what} ${terminal.style('dim', `(${error.code})`)}`);
  }
  const warnings = result.warnings.map(
    ({ message, page, code }) =>
      `  ${terminal.style('yellow', '!')} ${page ? `page ${page}: ` : ''}${cleanText(message)} ${terminal.style('dim', `(${code})`)}`,
  );
  if (warnings.length > 0) out.push('', ...warnings);
  return `${out.join('\n')}\n`;
}

function headline(result: ReadResult, terminal: Terminal): string {
  const facts = [
    result.pages > 0 ? `${result.pages} page${result.pages === 1 ? '' : 's'}` : '',
    result.language ?? '',
    result.timings.total ? `${(result.timings.total / 1000).toFixed(result.timings.total < 10_000 ? 2 : 0)} s` : '',
    result.status === 'succeeded' ? '' : result.status,
  ].filter(Boolean);
  const name = terminal.style('bold', cleanText(result.file));
  return facts.length > 0 ? `${name} ${terminal.style('dim', `· ${facts.join(' · ')}`)}` : name;
}

function printDocument(document: DocumentRecord, result: ReadResult, terminal: Terminal): string[] {
  const type = terminal.style('bold', wordsOf(document.type));
  const where = placeOfDocument(document, result);
  const other = document.alternatives.find((guess) => guess.confidence >= 0.1);
  const doubt = other ? `, or ${wordsOf(other.type).toLowerCase()} ${percent(other.confidence)}` : '';
  const source = document.structured ? `, ${sourceOf(document.structured)}` : '';
  const out = [
    `  ${type} ${terminal.style('dim', `${percent(document.confidence)} sure${doubt}${where}${source}`)}${verdict(document, terminal)}`,
  ];
  if (Object.keys(document.fields).length > 0) out.push('', ...printFields(document.fields, terminal));
  if (document.lines.length > 0) out.push('', ...printLineItems(document, terminal));
  if (document.comparison) out.push('', ...printComparison(document, terminal));
  if (document.issues.length > 0) out.push('', ...document.issues.flatMap((issue) => printIssue(issue, terminal)));
  return out;
}

/** Which file within the given one, or which of its pages. */
function placeOfDocument({ source, pages }: DocumentRecord, { documents, files }: ReadResult): string {
  if (source) return `, ${source.path}: ${cleanText(source.name)}`;
  return documents.length > 1 && !files ? `, pages ${pageSpan(pages)}` : '';
}

/** "from factur-x.xml (cii, en16931)". */
function sourceOf({ file, syntax, profile }: StructuredSource): string {
  const kind = [syntax, profile].filter(Boolean).join(', ');
  return file === null ? kind : `from ${cleanText(file)} (${kind})`;
}

/** Ready, needs review or blocked; what is behind it follows below. */
function verdict({ assessment }: DocumentRecord, terminal: Terminal): string {
  if (!assessment) return '';
  const style = { ready: 'green', 'needs review': 'yellow', blocked: 'red' } as const;
  return `  ${terminal.style(style[assessment.verdict], assessment.verdict)}`;
}

function printFields(fields: Readonly<Record<string, Value>>, terminal: Terminal): string[] {
  const out: string[] = [];
  let group = '';
  for (const [path, value] of groupTogether(fields)) {
    const name = fieldNameOf(path);
    if (name.group !== group) out.push(`    ${terminal.style('cyan', name.group)}`);
    group = name.group;
    const indent = name.group === '' ? 4 : 6;
    const title = padEnd(fitText(name.title, TITLE_WIDTH - indent), TITLE_WIDTH - indent);
    const room = Math.max(20, terminal.width - TITLE_WIDTH - PROOF_WIDTH - 2);
    const text = displayField(path, value.value);
    const [head = '', ...rest] = wrapText(text, room).flatMap((line) =>
      textWidth(line) > room ? [fitText(line, room)] : [line],
    );
    out.push(`${' '.repeat(indent)}${title} ${padEnd(head, room)} ${proof(value, terminal)}`.trimEnd());
    for (const line of rest.slice(0, 3)) out.push(`${' '.repeat(TITLE_WIDTH + 1)}${line}`);
    if (rest.length > 3) out.push(`${' '.repeat(TITLE_WIDTH + 1)}${terminal.style('dim', '…')}`);
  }
  return out;
}

/** Fields of the document itself first, then each group together, in the order they came. */
function groupTogether(fields: Readonly<Record<string, Value>>): [string, Value][] {
  const groups = new Map<string, [string, Value][]>([['', []]]);
  for (const entry of Object.entries(fields)) {
    const { group } = fieldNameOf(entry[0]);
    const members = groups.get(group);
    if (members) members.push(entry);
    else groups.set(group, [entry]);
  }
  return [...groups.values()].flat();
}

function proof(value: Value, terminal: Terminal): string {
  const style = value.confidence >= 0.9 ? 'green' : value.confidence >= 0.6 ? 'yellow' : 'red';
  // Where the XML states it and a page shows it, the page is what a person looks at.
  const shown = value.evidence.find((place) => place.page > 0);
  const origin = value.origin === 'read' ? '' : value.origin;
  const place = [shown ? placeOfEvidence(shown) : '', origin].filter(Boolean).join(', ');
  return `${terminal.style(style, padStart(percent(value.confidence), 5))}  ${terminal.style('dim', place)}`;
}

function printIssue(issue: Issue, terminal: Terminal): string[] {
  const mark =
    issue.severity === 'error'
      ? terminal.style('red', '✗')
      : issue.severity === 'warning'
        ? terminal.style('yellow', '!')
        : '·';
  const lines = wrapText(cleanText(issue.message), terminal.width - 8);
  return [
    ...lines.map((line, i) => `    ${i === 0 ? mark : ' '} ${line}`),
    `      ${terminal.style('dim', `${issue.severity}, ${issue.rule}${issue.path ? `, ${issue.path}` : ''}${placeOf(issue)}`)}`,
  ];
}

/** The page, or what says more in a file without pages of its own: a cell, a paragraph. */
function placeOfEvidence({ page, locator }: Evidence): string {
  // The path of an XML element is for programs.
  if (locator !== undefined && !locator.startsWith('/')) return cleanText(locator).slice(0, LONGEST_LOCATOR);
  return page > 0 ? `p. ${page}` : '';
}

/** The places of an issue that is about some. */
function placeOf({ evidence = [] }: Issue): string {
  const places = [...new Set(evidence.map(placeOfEvidence))].filter(Boolean);
  return places.length > 0 ? `, ${places.slice(0, 5).join(', ')}` : '';
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

function pageSpan(pages: readonly number[]): string {
  const first = pages[0];
  const last = pages.at(-1);
  return first === last ? String(first) : `${first}–${last}`;
}
