// Rows of the totals block, read by what the words of their label say together, in any of eight languages.

import { boxHeight, overlapX } from '../../../document/box.ts';
import type { Line } from '../../../document/parsed-document.ts';
import type { Candidate } from '../../../document/value.ts';
import { candidateOf } from '../../../pipeline/candidate.ts';
import type { Extractor } from '../../../pipeline/pack.ts';
import type { Reading } from '../../../pipeline/reading.ts';
import { tokenize } from '../../../recognize/labels/tokens.ts';
import { totalWords } from '../locales/total-words.ts';
import { lineItemTableOf } from './line-items.ts';
import { type PrintedRow, type RowValue, rowsWithMoney } from './rows.ts';

type Part = keyof typeof totalWords;

export interface TotalLabel {
  path: string;
  /** Log-odds that the words mean this. */
  score: number;
}

const MOST_WORDS = 10;
const EARLY = new Set(
  'sub subtotal subtotale subtotaal zwischen sous positions positionen goods merce merci warenwert artikelen iliquido suma'.split(
    ' ',
  ),
);

/** What a label of words like "Total TTC", "Summe netto", "Balance due" stands for; undefined for anything else. */
export function readTotalLabel(text: string): TotalLabel | undefined {
  const tokens = tokenize(text.replace(/\d+(?:[.,]\d+)?\s*%/g, ' ')).map((token) => token.text);
  const letters = tokens.filter((token) => /\p{L}/u.test(token));
  if (letters.length === 0 || letters.length > MOST_WORDS) return undefined;
  const said = new Set<Part>();
  let unknown = 0;
  for (const token of letters) {
    const parts = partsOf(token);
    for (const part of parts) said.add(part);
    if (parts.length === 0) unknown++;
  }
  const path = pathOf(said);
  if (!path) return undefined;
  const strangers = unknown / letters.length;
  if (strangers > 0.6) return undefined;
  // A subtotal may stand before document discounts and freight; a net total does not.
  const early = path === 'netTotal' && letters.some((token) => EARLY.has(token)) ? 0.35 : 0;
  const alone = path === 'grossTotal' && !said.has('gross') && !said.has('tax');
  return { path, score: (alone ? 0.2 : 0.7) - 0.35 * unknown - early };
}

const known = new Map<string, Part[]>();
/** Germanic compounds end in what they are: "Factuurkorting", "Sonderrabatt". */
const TAILS = 'beitrag steuer rabatt korting versandkosten frachtkosten kosten nachlass anzahlung summe bedrag'.split(
  ' ',
);

function partsOf(token: string): Part[] {
  let parts = known.get(token);
  if (!parts) {
    const tail = TAILS.find((one) => token.length > one.length + 2 && token.endsWith(one));
    const forms = tail ? [token, tail] : [token];
    parts = (Object.keys(totalWords) as Part[]).filter((part) => forms.some((form) => totalWords[part].has(form)));
    if (known.size < 2000) known.set(token, parts);
  }
  return parts;
}

function pathOf(said: ReadonlySet<Part>): string | undefined {
  if (said.has('rounding')) return 'rounding';
  if (said.has('paid')) return said.has('due') ? undefined : 'paidAmount';
  if (said.has('due')) return 'amountDue';
  if (said.has('discount')) return said.has('net') ? 'netTotal' : 'discountTotal';
  if (said.has('shipping')) return 'shippingTotal';
  if (said.has('net') && !said.has('gross')) return 'netTotal';
  if (said.has('gross')) return 'grossTotal';
  if (said.has('tax')) return 'taxTotal';
  return said.has('sum') && !said.has('charge') ? 'grossTotal' : undefined;
}

/** Labelled amounts outside the line items; `paths` names what the type calls each total. */
export function totalRows(paths: Readonly<Record<string, string>>): Extractor {
  return {
    id: 'procurement/total-rows',
    writes: [...new Set(Object.values(paths))],
    extract: (reading) => {
      const insideItems = itemAreas(reading);
      return rowsWithMoney(reading).flatMap((row) => {
        const first = row.lines[0]!;
        if (insideItems(first)) return [];
        return readRow(reading, row, paths);
      });
    },
  };
}

function readRow(reading: Reading, row: PrintedRow, paths: Readonly<Record<string, string>>): Candidate[] {
  const found: Candidate[] = [];
  let label = '';
  for (const [i, value] of row.money.entries()) {
    const own = labelBetween(row, row.money[i - 1], value) || labelAbove(reading, row, value);
    // Amounts without words between them are columns of one labelled row; the last is its total.
    if (own) label = own;
    else if (i < row.money.length - 1) continue;
    const read = readTotalLabel(label);
    const path = read && paths[read.path];
    if (!read || !path) continue;
    const isColumn =
      row.money[i + 1] !== undefined &&
      !labelBetween(row, value, row.money[i + 1]!) &&
      !labelAbove(reading, row, row.money[i + 1]!);
    if (isColumn) continue;
    const page = reading.pageOf(value.line);
    const signals = {
      label: 1.3 + read.score + (/[:：]\s*$/.test(label) ? 0.2 : 0),
      form: 2 * (value.certainty - 0.5),
      columns: own ? 0 : -0.4,
      depth: value.line.box[1] > 0.4 * page.height ? 0.2 : -0.2,
      // A tax row for one rate among several is not the total of taxes.
      rate: read.path === 'taxTotal' && row.percents.length > 0 ? -0.4 : 0,
    };
    found.push(
      candidateOf(
        {
          path,
          value: isSize(read.path, value.raw, label) ? Math.abs(value.value) : value.value,
          raw: value.raw,

          source: 'total-rows',
          signals,
        },
        [value.evidence],
      ),
    );
  }
  return found;
}

/** Stated as a size whatever its sign: what is taken off, and a tax in brackets that the total holds already. */
function isSize(path: string, raw: string, label: string): boolean {
  if (path === 'discountTotal' || path === 'paidAmount') return true;
  return path === 'taxTotal' && raw.trimStart().startsWith('(') && INCLUDED.test(label);
}

const INCLUDED = /enthalten|\binkl|\bincl|\bdavon\b|\bdont\b|\bdi cui\b|\bwaarvan\b|\bof which\b|\bthereof\b/iu;

/** A row of amounts alone takes its labels from the cells above: a summary laid out in columns. */
export function labelAbove(reading: Reading, row: PrintedRow, value: RowValue): string {
  if (row.lines.some((line) => /\p{L}{4}/u.test(line.text))) return '';
  const page = reading.pageOf(value.line);
  const height = Math.max(6, boxHeight(value.line.box));
  const column = page.lines.filter(
    (line) =>
      line.row < value.line.row && line.row > value.line.row - COLUMN_ROWS && overlapX(line.box, value.line.box) > 0,
  );
  const above: Line[] = [];
  let top = value.evidence.box[1];
  // Through the amounts of one column up to its title, which may take two rows.
  for (const line of column.toReversed()) {
    const gap = top - line.box[3];
    if (gap <= -0.3 * height || gap >= 2.6 * height) break;
    if (/\p{L}/u.test(line.text)) above.unshift(line);
    else if (above.length > 0 || !/\d/.test(line.text)) break;
    if (!AMOUNTS.test(line.text) || above.length === 0) top = line.box[1];
  }
  return above.length <= 2 ? above.map((line) => line.text).join(' ') : '';
}

/** Rows that a column of a summary has, at most. */
const COLUMN_ROWS = 8;
const AMOUNTS = /^[\d.,' €$£-]+$/;

/** The words between the amount before (or the row's start) and this one. Two columns may share a row: the nearest words that say enough decide. */
function labelBetween(row: PrintedRow, before: RowValue | undefined, value: RowValue): string {
  const left = before ? before.evidence.box[2] : Number.NEGATIVE_INFINITY;
  const right = value.evidence.box[0];
  const parts: string[] = [];
  for (const line of row.lines) {
    const words = line.words.filter((word) => word.box[0] >= left - 1 && word.box[2] <= right + 1);
    const text = words.map((word) => word.text).join(' ');
    if (/\p{L}/u.test(text)) parts.push(text);
  }
  const last = parts.at(-1) ?? '';
  return readTotalLabel(last) ? last : parts.slice(-2).join(' ');
}

/** True for lines that stand among the line items of their page. */
export function itemAreas(reading: Reading): (line: Line) => boolean {
  const table = lineItemTableOf(reading);
  const areas = new Map<number, { top: number; bottom: number }>();
  for (const row of table?.rows ?? []) {
    const area = areas.get(row.page);
    if (area) {
      area.top = Math.min(area.top, row.box[1]);
      area.bottom = Math.max(area.bottom, row.box[3]);
    } else areas.set(row.page, { top: row.box[1], bottom: row.box[3] });
  }
  return (line) => {
    const area = areas.get(line.page);
    return area !== undefined && line.box[3] > area.top && line.box[1] < area.bottom - 1;
  };
}
