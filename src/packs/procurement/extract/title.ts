// What stands in and around a document's title: its number right behind or under it, and its date behind the number.

import { boxHeight, overlapX } from '../../../document/box.ts';
import type { Line, Page } from '../../../document/parsed-document.ts';
import type { Candidate } from '../../../document/value.ts';
import { candidateAt } from '../../../pipeline/candidate.ts';
import { readKind } from '../../../pipeline/kinds.ts';
import type { Extractor, FieldSpec } from '../../../pipeline/pack.ts';
import type { Reading } from '../../../pipeline/reading.ts';
import { createLabelIndex, type LabelIndex } from '../../../recognize/labels/label-index.ts';
import { labelLikeness } from '../../../recognize/labels/label-words.ts';
import { findValueSpots } from '../../../recognize/labels/value-spots.ts';

const DATE: FieldSpec = { path: 'title.date', kind: 'date', title: '', labels: [] };
const NUMBER: FieldSpec = { path: 'title.number', kind: 'identifier', title: '', labels: [] };
/** Between number and date stand at most a few words: "vom", "issued at", "du". */
const BETWEEN = /^[^\d]{0,24}$/;
const LONE_DATE_PLACE = /^[\p{L} .'-]{2,30}[, ]+(?:den |am |le |il |el |em |op |on |a |the |dnia )?$/iu;
const ARTICLE = /[, ]+(?:den|am|le|il|el|em|op|on|a|the|dnia) ?$/iu;
/** "vom", "du": all that stands before the date in the line under the number. */
const OF = /^\W{0,2}(?:vom|vom:|du|le|del|di|do|de|of|dated?|van|den|am|z dnia|ze dne)?\W{0,2}$/iu;

/** `dateField`: where the date behind the number goes; left out for papers without one. */
export function titleReader(titlePhrases: readonly string[], dateField?: string): Extractor {
  const index = createLabelIndex(titlePhrases.map((phrase) => ({ key: 'title', phrase, weight: 0 })));
  return {
    id: `procurement/title-${titlePhrases[0]?.replaceAll(' ', '-') ?? ''}`,
    writes: ['number', ...(dateField ? [dateField] : [])],
    extract: (reading) => {
      const page = reading.doc.pages[0];
      if (!page) return [];
      return [
        ...titleLines(reading, page, index, dateField),
        ...loneNumbers(reading, page),
        ...(dateField ? loneDates(reading, page, dateField) : []),
      ];
    },
  };
}

/** "zu Rechnung 4711 vom …", "sur facture 12": another paper, which this one is about. */
const ABOUT_ANOTHER = /(?<!\p{L})(?:zu|zur|to|for|sur|su|op|bij|do|sobre|re)\s*[:.]?\s*$/iu;

function titleLines(reading: Reading, page: Page, index: LabelIndex, dateField: string | undefined): Candidate[] {
  return page.lines.flatMap((line) => {
    if (line.box[1] > 0.6 * page.height) return [];
    const hit = index.find(line, page.source === 'ocr')[0];
    if (!hit || /[\p{L}\d]{3}/u.test(line.text.slice(0, hit.start).replace(/[A-Z][a-z]+s?-?$/, ''))) return [];
    if (ABOUT_ANOTHER.test(line.text.slice(0, hit.start))) return [];
    const rest = line.text.slice(hit.end);
    const found = readKind(reading, line, hit.end, line.text.length, NUMBER).find(
      (one) => !insideParentheses(line.text, one.start),
    );
    const direct =
      found &&
      /^\W*(?:\([^)]{0,40}\)\W*)*(?:n[or]?\b[.°º]?|nr\b|num\w*|№|#)?\W{0,4}$/iu.test(
        line.text.slice(hit.end, found.start),
      );
    if (found && direct) {
      const number = candidate(
        'number',
        found.value as string,
        line,
        found.start,
        found.end,
        { title: 2.3, form: 3 * (found.certainty - 0.6) },
        'title-number',
      );
      return dateField ? [number, ...dateBehind(reading, line, found.end, dateField)] : [number];
    }
    return /[\p{L}\d]/u.test(rest) ? [] : numberUnder(reading, page, line);
  });
}

function insideParentheses(text: string, at: number): boolean {
  return text.lastIndexOf('(', at) > text.lastIndexOf(')', at - 1) && text.indexOf(')', at) >= 0;
}

function dateBehind(reading: Reading, line: Line, from: number, dateField: string): Candidate[] {
  const next = reading.pageOf(line).lines[line.index + 1];
  // A long title breaks before its date: "… Nr. 880412" / "vom 5. März 2018".
  const wraps = from >= line.text.length - 1 && next !== undefined && Math.abs(next.box[0] - line.box[0]) < 4;
  const under = wraps ? next : from >= line.text.length - 1 ? dateLineUnder(reading, line) : undefined;
  const where = under ?? line;
  const start = under ? 0 : from;
  const date = readKind(reading, where, start, where.text.length, DATE)[0];
  if (!date || !BETWEEN.test(where.text.slice(start, date.start))) return [];
  const signals = { title: under ? 1.8 : 2.6, form: 2 * (date.certainty - 0.6) };
  return [candidate(dateField, date.value as string, where, date.start, date.end, signals, 'title-date')];
}

/** "Facture F 2024-871" over "du 14/02/2024", other columns between them in the order of reading. */
function dateLineUnder(reading: Reading, line: Line): Line | undefined {
  const height = boxHeight(line.box);
  const below = reading
    .pageOf(line)
    .lines.find(
      (one) => one.row > line.row && Math.abs(one.box[0] - line.box[0]) < 4 && one.box[1] - line.box[3] < height,
    );
  const date = below && readKind(reading, below, 0, below.text.length, DATE)[0];
  return date && OF.test(below.text.slice(0, date.start)) ? below : undefined;
}

/** "INVOICE" with "# 1042" right under it. */
function numberUnder(reading: Reading, page: Page, title: Line): Candidate[] {
  const height = boxHeight(title.box);
  for (const line of page.lines) {
    const gap = line.box[1] - title.box[3];
    if (line === title || gap < -0.2 * height || gap > 1.6 * Math.max(height, 12) || overlapX(line.box, title.box) <= 0)
      continue;
    const found = readKind(reading, line, 0, line.text.length, NUMBER)[0];
    const whole = found && found.end - found.start >= line.text.replace(/^[#№\s]+/, '').length;
    if (!found || !whole) continue;
    const marked = /^[#№]/.test(line.text) ? 0.9 : 0;
    return [
      candidate(
        'number',
        found.value as string,
        line,
        found.start,
        found.end,
        { under: 0.9, marked, form: 2 * (found.certainty - 0.6) },
        'title-number-below',
      ),
    ];
  }
  return [];
}

const BARE_NUMBER = createLabelIndex([{ key: 'number', phrase: 'no', weight: 0 }]);

/** A cell or a line labelled "Number", "Numéro", "N°" and nothing more, in the upper part of the page, holds the number of the document. */
function loneNumbers(reading: Reading, page: Page): Candidate[] {
  const hitsOf = (line: Line) => BARE_NUMBER.find(line, false);
  return page.lines.flatMap((line) => {
    if (line.text.length > 36 || line.box[1] > 0.45 * page.height) return [];
    const hit = hitsOf(line)[0];
    if (!hit || hit.start > 0) return [];
    const own = line.text.slice(hit.end).replace(/^[\s.:：]+/u, '');
    if (own !== '') return hit.closed || NUMBER_SIGN.test(line.text) ? wholeNumber(reading, line, own) : [];
    return findValueSpots(hit, page, hitsOf).flatMap((spot) => {
      const found = readKind(reading, spot.line, spot.start, spot.end, NUMBER)[0];
      if (!found || found.start > spot.start + 1) return [];
      return [
        candidate(
          'number',
          found.value as string,
          spot.line,
          found.start,
          found.end,
          { geometry: spot.score, bare: -0.9, form: 3 * (found.certainty - 0.6) },
          'bare-number-label',
        ),
      ];
    });
  });
}

/** "No. FET-2048", "Nº 000.018.442": an abbreviation with its sign needs no colon. */
const NUMBER_SIGN = /^(?:n[or]?[.°º]|n\.?[°º]|№|#)/iu;
/** "Série 1" behind the number of a paper. */
const SERIES = /^\s*(?:s[ée]rie|series?)\s?\S{1,4}$/iu;

/** "Nr.: 24-18325" on a line of its own. */
function wholeNumber(reading: Reading, line: Line, text: string): Candidate[] {
  const start = line.text.length - text.length;
  const found = readKind(reading, line, start, line.text.length, NUMBER)[0];
  const behind = found ? line.text.slice(found.end).trimEnd() : '';
  if (!found || found.start > start || (behind !== '' && !SERIES.test(behind))) return [];
  const signals = { geometry: 2, bare: -0.6, form: 3 * (found.certainty - 0.6) };
  return [candidate('number', found.value as string, line, found.start, found.end, signals, 'bare-number-label')];
}

/** A date that stands alone in the upper part of a letter, or behind a place name, is the letter's date. */
function loneDates(reading: Reading, page: Page, dateField: string): Candidate[] {
  return page.lines.flatMap((line) => {
    if (line.box[1] > 0.42 * page.height) return [];
    const date = readKind(reading, line, 0, line.text.length, DATE)[0];
    if (!date) return [];
    const before = line.text.slice(0, date.start);
    const after = line.text.slice(date.end);
    const alone = !/[\p{L}\d]/u.test(before) && !/[\p{L}\d]/u.test(after.replace(/^\s*\d{1,2}:\d{2}(?::\d{2})?/, ''));
    const placed =
      LONE_DATE_PLACE.test(before) && !/[\p{L}\d]/u.test(after) && labelLikeness(before.replace(ARTICLE, '')) < 0.5;
    if (!alone && !placed) return [];
    const left = page.lines[line.index - 1];
    if (alone && left && left.row === line.row && labelLikeness(left.text) > 0.5) return [];
    return [
      candidate(
        dateField,
        date.value as string,
        line,
        date.start,
        date.end,
        { alone: placed ? 0.9 : 0.5, form: 2 * (date.certainty - 0.6) },
        'letter-date',
      ),
    ];
  });
}

function candidate(
  path: string,
  value: string,
  line: Line,
  start: number,
  end: number,
  signals: Record<string, number>,
  source: string,
): Candidate {
  return candidateAt({ path, value, source, signals }, line, start, end);
}
