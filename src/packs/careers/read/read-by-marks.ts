// Entries that layout alone does not give: what the entity model marked in rows of employment and study, and nothing read there yet,
// is put together in the order of the text. Texts whose line breaks are lost are read so.

import { overlapX, overlapY } from '../../../document/box.ts';
import type { Candidate } from '../../../document/value.ts';
import { findPeriods } from '../../../recognize/periods.ts';
import type { EntityMarks, Mark } from './entity-marks.ts';
import type { Dated } from './entries.ts';
import { found, foundPeriod } from './found.ts';
import type { MarkLabel } from './mark-label.ts';
import { evidenceOf, subPiece } from './piece.ts';
import { cutDegree } from './read-education.ts';
import type { Row } from './row.ts';

interface Pair {
  /** Field and the label it is read from; the first names the entry. */
  group: 'work' | 'education';
  fields: Readonly<Partial<Record<MarkLabel, string>>>;
}

export const workByMarks: Pair = { group: 'work', fields: { COMPANY: 'name', DESIGNATION: 'position' } };
export const educationByMarks: Pair = { group: 'education', fields: { COLLEGE: 'institution', DEGREE: 'studyType' } };

/** Rows between two marks of one entry. */
const NEAR_ROWS = 2;
const SHORT_ROW = 110;

interface Gathered {
  marks: Partial<Record<MarkLabel, Mark>>;
  rows: number[];
}

/** Fields that name somebody or something in few words. */
const NAMES = /\]\.(?:name|title|position|organization|institution|studyType|issuer|awarder|publisher|entity)$/;

/** Entries from marks in `rows` that `taken` does not hold, with indexes from `from`. */
export function readByMarks(
  pair: Pair,
  { rows, marks, taken, from }: { rows: readonly Row[]; marks: EntityMarks; taken: readonly Candidate[]; from: number },
): { candidates: Candidate[]; count: number } {
  const places = new Map(rows.map((row, i) => [row, i]));
  const fields = new Set(Object.values(pair.fields).map((field) => `${pair.group}[].${field}`));
  const own = taken.filter(({ path }) => fields.has(path.replace(/\[\d+\]/, '[]')) || path === 'basics.label');
  const names = taken.filter(({ path }) => NAMES.test(path));
  const said = new Set(own.map(({ value }) => key(String(value))));
  const gathered: Gathered[] = [];
  for (const mark of marks.all) {
    const at = places.get(mark.row);
    if (at === undefined || !(mark.label in pair.fields) || !standsOut(mark)) continue;
    const text = key(mark.piece.text);
    if (text.length < 2 || said.has(text) || isTaken(mark, own)) continue;
    // Where rows are whole, what names something else names nothing twice: who gave an award is no employer.
    if (!mark.row.loose && isTaken(mark, names)) continue;
    said.add(text);
    const last = gathered.at(-1);
    if (last && !last.marks[mark.label] && at - last.rows.at(-1)! <= NEAR_ROWS) {
      last.marks[mark.label] = mark;
      last.rows.push(at);
    } else gathered.push({ marks: { [mark.label]: mark }, rows: [at] });
  }
  const candidates: Candidate[] = [];
  let count = from;
  for (const { marks: named, rows: at } of gathered) {
    const path = `${pair.group}[${count}]`;
    for (const [label, field] of Object.entries(pair.fields) as [MarkLabel, string][]) {
      const mark = named[label];
      if (mark) candidates.push(...fieldOf(path, field, mark));
    }
    candidates.push(...foundPeriod(path, datesBetween(rows, at), 'marks'));
    count++;
  }
  return { candidates, count };
}

const key = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a value was read from where the mark stands. */
function isTaken({ piece }: Mark, own: readonly Candidate[]): boolean {
  const places = evidenceOf(piece);
  return own.some(({ evidence }) =>
    evidence.some(({ page, box }) =>
      places.some((place) => place.page === page && overlapX(place.box, box) > 1 && overlapY(place.box, box) > 1),
    ),
  );
}

/** At the begin of a row, or in a row that is no prose: a name in the middle of a sentence is told of, not listed. */
function standsOut({ row, at, piece }: Mark): boolean {
  if (row.text.length <= SHORT_ROW || at <= 4) return true;
  const before = row.text.slice(0, at).trimEnd();
  return /[|/•:;(–—-]$|\d$/u.test(before) || (/\b(?:at|as|for|with)$/iu.test(before) && /^\p{Lu}/u.test(piece.text));
}

function fieldOf(path: string, field: string, { piece, score }: Mark): Candidate[] {
  const sure = 0.45 + 0.45 * score;
  if (field !== 'studyType') return [found(`${path}.${field}`, piece, 'marks', { sure })];
  const { degree, field: area } = cutDegree(piece);
  return [
    found(`${path}.studyType`, degree, 'marks', { sure }),
    ...(area ? [found(`${path}.area`, area, 'marks', { sure })] : []),
  ];
}

function datesBetween(rows: readonly Row[], at: readonly number[]): Dated[] {
  const [first, last] = [Math.min(...at), Math.max(...at)];
  for (const row of rows.slice(first, last + 2)) {
    for (const cell of row.cells) {
      for (const mention of findPeriods(cell.text)) {
        if (mention.certainty > 0.5) return [{ piece: subPiece(cell, mention.start, mention.end), mention }];
      }
    }
  }
  return [];
}
