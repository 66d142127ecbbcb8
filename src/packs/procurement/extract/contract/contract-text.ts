// A contract as running text: lines joined to paragraphs, page furniture left out, with a way back from offsets to lines.

import { boxHeight } from '../../../../document/box.ts';
import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Line, Page } from '../../../../document/parsed-document.ts';
import type { Evidence } from '../../../../document/value.ts';
import type { Reading } from '../../../../pipeline/reading.ts';

export interface ContractText {
  /** Paragraphs parted by newlines, lines of a paragraph by spaces. */
  text: string;
  /** The lines behind the text, in reading order. */
  lines: readonly Line[];
  /** Offset at which `lines[i]` begins in `text`. */
  offsets: readonly number[];
  /** One piece of evidence for each line that [start, end) touches. */
  evidence(start: number, end: number): Evidence[];
  /** Index into `lines` of the line at an offset. */
  lineAt(offset: number): number;
}

/** Contracts beyond this many characters are read at their start and end only: preamble and signatures stand there. */
const MAX_TEXT = 600_000;

/** The running text of a document, made once. */
export function contractText(reading: Reading): ContractText {
  return reading.derive('contract-text', () => buildText(reading));
}

function buildText(reading: Reading): ContractText {
  const furniture = findFurniture(reading);
  const lines: Line[] = [];
  const offsets: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let previous: Line | undefined;
  for (const page of reading.doc.pages) {
    const width = textWidth(page);
    for (const line of inReadingOrder(page)) {
      if (furniture.has(line) || length > MAX_TEXT) continue;
      if (previous) {
        const joint = jointBetween(previous, line, width);
        if (joint === DROP_HYPHEN) parts.push(parts.pop()!.slice(0, -1));
        else parts.push(joint);
        length += joint === DROP_HYPHEN ? -1 : joint.length;
      }
      lines.push(line);
      offsets.push(length);
      parts.push(line.text);
      length += line.text.length;
      previous = line;
    }
  }
  const text = parts.join('');
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = offsets.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (offsets[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const evidence = (start: number, end: number): Evidence[] => {
    const found: Evidence[] = [];
    for (let i = lineAt(start); i < lines.length && offsets[i]! < end; i++) {
      const line = lines[i]!;
      const from = Math.max(0, start - offsets[i]!);
      const to = Math.min(line.text.length, end - offsets[i]!);
      if (to > from) found.push(evidenceOfSpan(line, from, to));
    }
    return found;
  };
  return { text, lines, offsets, evidence, lineAt };
}

/** A hyphen at the line's end belongs to the word when the word has it anyway ("non-", "twenty-"). */
const REAL_HYPHEN =
  /(?:^|[^\p{L}])(?:non|self|co|sub|re|pre|post|multi|inter|semi|anti|cross|third|long|short|half|well|high|full|wholly|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|ninety)-$/iu;

const DROP_HYPHEN = '-';

/** What stands between two lines: a space within a paragraph, a newline between two, nothing or one hyphen less in a word. */
function jointBetween(above: Line, line: Line, width: number): '' | ' ' | '\n' | typeof DROP_HYPHEN {
  const before = above.text;
  const startsSmall = /^\p{Ll}/u.test(line.text);
  if (/\p{L}-$/u.test(before) && /^\p{L}/u.test(line.text))
    return startsSmall && !REAL_HYPHEN.test(before.slice(-20)) ? DROP_HYPHEN : '';
  if (startsSmall || /(?:,|\b(?:and|und|et|of|the|between|by))$/.test(before)) return ' ';
  if (above.page !== line.page) return /[.:;!?)]["”]?$/.test(before) ? '\n' : ' ';
  if (above.row === line.row) return ' ';
  const gap = line.box[1] - above.box[3];
  const height = Math.min(boxHeight(above.box), boxHeight(line.box));
  const full = above.box[2] - above.box[0] > 0.75 * width;
  return full && gap < 1.2 * height ? ' ' : '\n';
}

function textWidth(page: Page): number {
  const widths = page.lines.map((line) => line.box[2] - line.box[0]).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.9)] ?? 1;
}

const PAGE_NUMBER =
  /^[\s\-–—|[(]*(?:(?:page|seite|pagina|página|pág|p|blatt)\.?\s*\|?\s*)?\d{1,3}(?:\s*(?:of|von|de|di|van|sur|\/)\s*\d{1,3})?[\s\-–—|\])]*$/i;
const MARGIN = 0.09;

/** Page numbers, and lines that stand in the margin of several pages (their first printing stays). */
function findFurniture(reading: Reading): Set<Line> {
  const seen = new Map<string, number>();
  const furniture = new Set<Line>();
  for (const page of reading.doc.pages) {
    for (const line of page.lines) {
      const inMargin = line.box[3] < MARGIN * page.height || line.box[1] > (1 - MARGIN) * page.height;
      const last = line.index >= page.lines.length - 2;
      if (!inMargin && !last && line.index > 1) continue;
      if (PAGE_NUMBER.test(line.text)) furniture.add(line);
      else if (inMargin) {
        const key = line.text.replace(/\d+/g, '#');
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        if (count > 1) furniture.add(line);
      }
    }
  }
  return furniture;
}

/** How many rows of two lines around one gutter make a page of two columns. */
const COLUMN_ROWS = 14;

/** Lines of a page as they are read: two columns of prose one after the other, else row by row. */
function inReadingOrder(page: Page): readonly Line[] {
  const middle = page.width / 2;
  let paired = 0;
  let prose = 0;
  for (let i = 0; i < page.lines.length; i++) {
    const line = page.lines[i]!;
    const next = page.lines[i + 1];
    if (line.words.length >= 4) prose++;
    if (next?.row !== line.row || line.words.length < 3 || next.words.length < 3) continue;
    if (line.box[2] < middle + 12 && next.box[0] > middle - 12) paired++;
  }
  if (paired < COLUMN_ROWS || paired * 3 < prose) return page.lines;
  const ordered: Line[] = [];
  let right: Line[] = [];
  for (const line of page.lines) {
    const crosses = line.box[0] < middle - 20 && line.box[2] > middle + 20;
    if (crosses) {
      ordered.push(...right, line);
      right = [];
    } else if (line.box[0] < middle - 12) ordered.push(line);
    else right.push(line);
  }
  return [...ordered, ...right];
}
