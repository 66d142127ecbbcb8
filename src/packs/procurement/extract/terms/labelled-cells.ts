// Values of forms whose label or value is wrapped, that stand in a row of labels over a row of values, or that begin with a word
// which is also a label. The plain label reader proposes too; what it cuts short loses against the whole.

import type { Line, Page } from '../../../../document/parsed-document.ts';
import type { Candidate } from '../../../../document/value.ts';
import { candidateAt } from '../../../../pipeline/candidate.ts';
import { readKind } from '../../../../pipeline/kinds.ts';
import { labelHitsOf } from '../../../../pipeline/label-extractor.ts';
import type { DocumentType, Extractor, FieldSpec } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import type { LabelHit } from '../../../../recognize/labels/label-index.ts';
import { labelLikeness } from '../../../../recognize/labels/label-words.ts';
import { lineItemTableOf } from '../line-items.ts';
import { joinLines, lineFrom, rightOf, wrappedLines } from './cells.ts';

const LABEL_LIKE = 0.75;
/** A text field's value is a phrase; what is longer is read as its first sentences. */
const MOST_CHARACTERS = 400;
const LEADING_JUNK = /^[\s:：=>|•·–-]+/u;

type HitsOf = (line: Line) => readonly LabelHit[];

interface Spot {
  value: Line;
  /** How many printed lines the value was joined from. */
  lines: number;
  geometry: number;
  source: string;
}

interface Form {
  reading: Reading;
  type: DocumentType;
  hitsOf: HitsOf;
  labelRows: ReadonlySet<string>;
}

/** Kinds whose values forms break over lines. */
const BROKEN: ReadonlySet<string> = new Set(['text', 'date', 'identifier', 'number']);

/** Proposes values for the labelled fields of a type, over line breaks. */
export function labelledCells(typeFields: readonly FieldSpec[]): Extractor {
  const paths = typeFields
    .filter((field) => BROKEN.has(field.kind) && field.labels.length > 0 && !field.path.includes('[]'))
    .map((field) => field.path);
  return {
    id: 'procurement/labelled-cells',
    writes: paths,
    extract: (reading, type) => {
      const hitsOf = labelHitsOf(reading, type);
      const form: Form = { reading, type, hitsOf, labelRows: findLabelRows(reading, hitsOf) };
      const fields = new Map(type.fields.filter((field) => paths.includes(field.path)).map((f) => [f.path, f]));
      return reading.lines.flatMap((line) => labelsAt(form, line).flatMap((hit) => readLabel(form, hit, fields)));
    },
  };
}

/** Hits of a line, and those of a label that is broken into the line below it. */
function labelsAt(form: Form, line: Line): LabelHit[] {
  const hits = [...form.hitsOf(line)];
  const page = form.reading.pageOf(line);
  const [, second] = wrappedLines(line, { page, opensOther: () => false });
  if (!second || line.words.length > 6 || second.words.length > 4) return hits;
  const joined = joinLines([line, second]);
  const broken = form.hitsOf(joined).find((hit) => hit.start < line.text.length && hit.end > line.text.length);
  return broken ? [...hits.filter((hit) => hit.end < broken.start), broken] : hits;
}

function readLabel(form: Form, hit: LabelHit, fields: ReadonlyMap<string, FieldSpec>): Candidate[] {
  if (inItemHeader(form.reading, hit.line)) return [];
  return hit.terms.flatMap((term) => {
    const field = fields.get(term.key);
    if (!field || hit.wordsBefore > 1) return [];
    return spotsOf(form, hit, term.key).flatMap((spot) => readSpot(form, hit, term.weight, field, spot));
  });
}

/** "Date | Activity | Qty": titles of the item table name columns, not fields of the paper. */
function inItemHeader(reading: Reading, line: Line): boolean {
  const header = lineItemTableOf(reading)?.header;
  if (!header || header.page !== line.page || header.columns.length < 4) return false;
  return line.box[1] > header.box[1] - 2 && line.box[3] < header.box[3] + 2;
}

function readSpot(form: Form, hit: LabelHit, weight: number, field: FieldSpec, spot: Spot): Candidate[] {
  const text = spot.value.text.slice(0, MOST_CHARACTERS);
  const junk = LEADING_JUNK.exec(text)?.[0].length ?? 0;
  const found = readKind(form.reading, spot.value, junk, text.length, field)[0];
  if (!found || (field.kind === 'text' && labelLikeness(text) >= LABEL_LIKE)) return [];
  const signals = {
    geometry: spot.geometry,
    label: Math.min(0.8, 0.25 * (hit.length - 1)) + weight,
    context: -0.75 * hit.wordsBefore,
    form: 3 * (found.certainty - 0.6),
    order: -Math.min(1.5, 0.12 * (found.start - junk)),
    // A phrase is worth more uncut; other kinds tell by their form where they end.
    whole: field.kind === 'text' ? 0.7 : spot.lines > 1 ? 0.3 : 0,
    page: spot.value.page === form.reading.doc.pages[0]?.number ? 0.2 : 0,
  };
  const parts = { path: field.path, value: found.value, raw: found.raw, source: spot.source, signals };
  return [candidateAt(parts, spot.value, found.start, found.end)];
}

function spotsOf(form: Form, hit: LabelHit, key: string): Spot[] {
  const page = form.reading.pageOf(hit.line);
  const inline = inlineSpot(form, page, hit, key);
  if (inline) return [inline];
  const spots: Spot[] = [];
  if (!form.labelRows.has(rowKey(hit.line))) {
    const right = rightOf(hit.line, page)[0];
    if (right && !isLabel(form, right, true))
      spots.push({ ...whole(form, page, right), geometry: 2.3, source: 'cell-right' });
  }
  const below = lineBelow(page, hit.line);
  const inRow = form.labelRows.has(rowKey(hit.line));
  if (below && !isLabel(form, below, inRow)) {
    const geometry = inRow ? 2.6 : 1.9;
    spots.push({ ...whole(form, page, below), geometry: spots.length > 0 ? 0.9 : geometry, source: 'cell-below' });
  }
  return spots;
}

/** "Carrier: Courier express": the rest of the line, up to where another label begins. */
function inlineSpot(form: Form, page: Page, hit: LabelHit, key: string): Spot | undefined {
  const junk = LEADING_JUNK.exec(hit.line.text.slice(hit.end))?.[0].length ?? 0;
  const start = hit.end + junk;
  if (start >= hit.line.text.length || (junk === 0 && hit.end < hit.line.text.length)) return undefined;
  const next = form
    .hitsOf(hit.line)
    .find((other) => other.start > start && other.closed && !other.terms.some((term) => term.key === key));
  if (next) return undefined;
  const rest = lineFrom(hit.line, start);
  return { ...whole(form, page, rest), geometry: hit.closed ? 2.6 : 1.6, source: 'cell-inline' };
}

function whole(form: Form, page: Page, first: Line): Pick<Spot, 'value' | 'lines'> {
  const lines = wrappedLines(first, { page, opensOther: (line) => opensOther(form, page, line) });
  return { value: joinLines(lines), lines: lines.length };
}

/** A label of ours, something closed like a label, or a line that has a label on its left. */
function opensOther(form: Form, page: Page, line: Line): boolean {
  const first = form.hitsOf(line)[0];
  if (first?.start === 0 && (first.closed || rightOf(line, page).length > 0)) return true;
  if (/^[^:]{1,40}:(?:\s|$)/.test(line.text) || labelLikeness(line.text) >= LABEL_LIKE) return true;
  const left = page.lines[line.index - 1];
  return left !== undefined && left.row === line.row && left.box[2] < line.box[0] && left.words.length <= 5;
}

/**
 * A line that is itself a label: closed, like a label, or one of ours. Where a value is expected, only a label that fills the line
 * counts: "Net 30 days", "Courier express" begin with words that are labels elsewhere.
 */
function isLabel(form: Form, line: Line, valueExpected: boolean): boolean {
  if (/[:：]\s*$/.test(line.text)) return true;
  const first = form.hitsOf(line)[0];
  if (first && first.start === 0 && (first.closed || !valueExpected)) return true;
  return labelLikeness(line.text) >= LABEL_LIKE;
}

/** The nearest line that begins under a label. */
function lineBelow(page: Page, label: Line): Line | undefined {
  const height = label.box[3] - label.box[1];
  for (const line of page.lines.slice(label.index + 1)) {
    if (line.box[1] - label.box[3] > 1.6 * height) return undefined;
    if (
      line.row !== label.row &&
      line.box[1] >= label.box[3] - 0.4 * height &&
      Math.abs(line.box[0] - label.box[0]) < 4
    )
      return line;
  }
  return undefined;
}

const rowKey = (line: Line): string => `${line.page}:${line.row}`;

/** Rows of which two or more lines are labels and nothing else: their values stand below. */
function findLabelRows(reading: Reading, hitsOf: HitsOf): Set<string> {
  const counts = new Map<string, { labels: number; lines: number }>();
  for (const line of reading.lines) {
    const count = counts.get(rowKey(line)) ?? { labels: 0, lines: 0 };
    counts.set(rowKey(line), count);
    const first = hitsOf(line)[0];
    const bare = first && first.start === 0 && first.end >= line.text.length - 1;
    const like = line.words.length <= 3 && labelLikeness(line.text) >= LABEL_LIKE;
    count.lines++;
    if ((bare || like) && !/[:：]\s*$/.test(line.text)) count.labels++;
  }
  const rows = [...counts].filter(([, { labels, lines }]) => labels > 1 && labels > 0.5 * lines);
  return new Set(rows.map(([key]) => key));
}
