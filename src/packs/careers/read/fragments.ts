// The head of an entry, cut into the fragments that it names one thing each with.

import { legalFormAt, tokenize } from '../../../recognize/legal-forms.ts';
import { SCHOOL } from '../locales/degrees.ts';
import { hasLegalForm } from '../words/legal-form.ts';
import { placeScore } from '../words/place-score.ts';
import type { EntityMarks } from './entity-marks.ts';
import { overlaps } from './entity-marks.ts';
import type { HeadCell } from './entries.ts';
import { entryLabels } from './entry-labels.ts';
import { positionScore } from './judge-text.ts';
import { type Piece, subPiece } from './piece.ts';

export interface Fragment {
  piece: Piece;
  /** Row, cell and place in it: the same in several entries means the same. */
  slot: string;
  /** Cell that it was cut from. */
  cell: string;
  bold: boolean;
  /** What a printed label says it is: `Company:`, `Rolle:`. */
  label?: string;
}

const SEPARATOR =
  /\s*[|‖•·⋅◦▪]\s*|\s+[-–—]{1,2}\s+|\s*[–—]\s+|\s{2,}|\s+(?:at|@|bei|bei der|beim|chez|presso|w firmie)\s+(?=\S)|\s*\((?=[^)]{3,40}\)?$)|\)\s*$|;\s+/giu;
/** None inside a number: "15,6". */
const COMMA = /\s*,(?!(?<=\d,)\d)\s*/gu;

export function cutFragments(cells: readonly HeadCell[], marks: EntityMarks): Fragment[] {
  return cells.flatMap((cell) => cutCell(cell, marks));
}

function cutCell({ piece, slot, bold }: HeadCell, marks: EntityMarks): Fragment[] {
  const label = entryLabels.find(([, form]) => form.test(piece.text));
  if (label) {
    const value = subPiece(piece, label[1].exec(piece.text)![0].length);
    return value.text === '' ? [] : [{ piece: value, slot: `${slot}.${label[0]}`, cell: slot, bold, label: label[0] }];
  }
  const parts = cut(piece, SEPARATOR)
    .flatMap((part) => (placeScore(part.text) >= 0.6 ? [part] : cutCommas(part)))
    .flatMap((part) => cutMarks(part, marks));
  return parts
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .map((part, i) => ({ piece: part, slot: `${slot}.${i}`, cell: slot, bold }));
}

/** Where the model sees two different things in one fragment, each is one. */
function cutMarks(piece: Piece, marks: EntityMarks): Piece[] {
  const school = SCHOOL.test(piece.text);
  const inside = marks.all.filter(
    (mark) =>
      mark.label !== 'NAME' &&
      // "Technische Universität Salzburg": its town is a part of its name.
      !(school && mark.label === 'LOCATION') &&
      mark.piece.parts.length === 1 &&
      overlaps(mark.piece, piece),
  );
  if (new Set(inside.map(({ label }) => label)).size < 2 || piece.parts.length !== 1) return [piece];
  // "Co-Founder & CTO" is one title, whatever half of it is taken for.
  if (piece.text.split(' ').length <= 6 && positionScore(piece.text) >= 0.85) return [piece];
  // "Universiteit Leiden", "Studio Hav": a name with what may be a town in it.
  const towns = inside.filter(({ label }) => label === 'LOCATION');
  const isName =
    inside.some(({ label }) => label === 'COLLEGE') || towns.some((mark) => placeScore(mark.piece.text) < 0.7);
  if (towns.length > 0 && isName && /^[^,|–—-]+$/u.test(piece.text) && piece.text.split(' ').length <= 3)
    return [piece];
  const [whole] = piece.parts;
  if (whole!.end - whole!.start !== whole!.length) return [piece];
  const parts: Piece[] = [];
  let at = 0;
  for (const { piece: marked } of inside) {
    const from = Math.max(at, marked.parts[0]!.start - whole!.start);
    const to = Math.min(piece.text.length, marked.parts[0]!.end - whole!.start);
    if (from >= to) continue;
    parts.push(subPiece(piece, at, from), subPiece(piece, from, to));
    at = to;
  }
  parts.push(subPiece(piece, at));
  return parts.filter(
    ({ text }) => /\p{L}{2}/u.test(text) && !/^(?:in|at|for|with|of|and|the|as|from|to)$/iu.test(text),
  );
}

function cut(piece: Piece, form: RegExp): Piece[] {
  const parts: Piece[] = [];
  let at = 0;
  for (const match of piece.text.matchAll(form)) {
    if (match.index > at) parts.push(subPiece(piece, at, match.index));
    at = match.index + match[0].length;
  }
  parts.push(subPiece(piece, at, piece.text.length));
  return parts.filter(({ text }) => text !== '');
}

/** At commas, but for those inside a place ("Boston, MA") and before a legal form ("Acme, Inc."). */
function cutCommas(piece: Piece): Piece[] {
  const commas = [...piece.text.matchAll(COMMA)];
  if (commas.length === 0 || commas.length > 6) return [piece];
  const ends = [...commas.map(({ index }) => index), piece.text.length];
  const begins = [0, ...commas.map((comma) => comma.index + comma[0].length)];
  const parts: Piece[] = [];
  let last = begins.length - 1;
  while (last >= 0) {
    let first = last;
    for (const reach of [2, 1]) {
      const from = last - reach;
      if (from < 0) continue;
      const text = piece.text.slice(begins[from], ends[last]);
      const tail = piece.text.slice(begins[last], ends[last]);
      if (placeScore(text) >= 0.7 && positionScore(text) < 0.5) first = from;
      else if (reach === 1 && isLegalTail(text, tail)) first = from;
      if (first !== last) break;
    }
    parts.unshift(subPiece(piece, begins[first]!, ends[last]!));
    last = first - 1;
  }
  return parts;
}

/** "Inc." behind a name; not a name of its own with a form behind it. */
const isLegalTail = (text: string, tail: string): boolean =>
  tail.split(' ').length <= 2 && hasLegalForm(text) && legalFormAt(tokenize(`X ${tail}`), 1) !== undefined;
