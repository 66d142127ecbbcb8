// The lines that belong to a role heading: behind it, below it, right of it, or as rows of label and value under it.

import { boxHeight, centerX, overlapX, overlapY } from '../../../../document/box.ts';
import type { Line, Page } from '../../../../document/parsed-document.ts';
import { addressLineScore } from '../../../../recognize/addresses.ts';
import { labelLikeness } from '../../../../recognize/labels/label-words.ts';
import { cutName, isAddressLabel, isAttentionLabel, isNameLabel, isSalutationOnly, mayBeName } from './name-text.ts';
import type { Piece } from './pick-name.ts';
import type { RoleHit } from './role-headings.ts';
import { inTable } from './row-places.ts';

/** What a label in front of a piece says it is. */
export type PieceKind = 'plain' | 'name' | 'address' | 'detail';

export interface RegionPiece extends Piece {
  kind: PieceKind;
}

const MOST_PIECES = 14;
/** In heights of the heading: from it to its first line, between lines, between rows of a form. */
const FIRST_GAP = 2.6;
const LINE_GAP = 1.25;
const ADDRESS_GAP = 3.2;
const FORM_GAP = 1.9;
const PAIR = /^([\p{L}][\p{L}\p{M}.\-/'’()&* ]{0,36}?)\s*[:：]\s*(.*)$/u;
const LABELLED_NUMBER =
  /^(?:gln|gtin|iln|duns|id|vat(?: id| no)?|tva|btw|ust\S*|steuer\S*|tel|fax|phone|mobile|e-?mail|nummer|number|no|nr|kunden\S*|customer no|siret|siren|nif|cif|abn|gstin|pan|state code|kvk)\b/iu;

/** The label of another cell. */
const OTHER_CELL = /^(?:cnpj|cpf|rfc|nit|nif|cif|rut|ruc|cuit|vat|gstin|inscri\p{L}+)[^\d]{0,16}$/iu;

export function piecesBehind(page: Page, hit: RoleHit, hits: ReadonlyMap<number, RoleHit>): RegionPiece[] {
  const rest = hit.line.text.slice(hit.end);
  const junk = /^[\s:：.)\]\-–—|]*(?:\([^)]{0,30}\)\s*[:：]?\s*)?/u.exec(rest)?.[0].length ?? 0;
  const first = pieceOf(hit.line, hit.end + junk);
  // "Customer: SC030300": a number behind the label, so the lines below are another matter.
  if (!first || !(mayOpen(first.text) || first.kind !== 'plain')) return [];
  return [first, ...stackUnder(page, hit, hits, hit.line)];
}

const mayOpen = (text: string): boolean =>
  isSalutationOnly(text) || isAttentionLabel(text) || mayBeName(cutName(text)) || addressLineScore(text) >= 0.4;

export function piecesBelow(page: Page, hit: RoleHit, hits: ReadonlyMap<number, RoleHit>): RegionPiece[] {
  return stackUnder(page, hit, hits, undefined);
}

/** A column of lines whose first stands in the heading's row: "Customer   Acme Ltd" over "   12 High Street". */
export function piecesRight(page: Page, hit: RoleHit, hits: ReadonlyMap<number, RoleHit>): RegionPiece[] {
  const first = rightNeighbour(page, hit.line, hits);
  if (!first || first.box[0] - hit.box[2] > 260) return [];
  const pieces: RegionPiece[] = [pieceOf(first, 0)!].filter(Boolean);
  const em = emOf(first);
  let bottom = first.box[3];
  for (let i = first.index + 1; i < page.lines.length && pieces.length < MOST_PIECES; i++) {
    const line = page.lines[i]!;
    if (line.row === first.row) continue;
    if (line.box[1] - bottom > LINE_GAP * em) break;
    if (hits.has(line.index) && line.box[0] <= first.box[2]) break;
    // A new label in the heading's column ends its value.
    if (Math.abs(line.box[0] - hit.box[0]) < em && line.box[2] < first.box[0] + em && line.box[1] > hit.box[3] - 1)
      break;
    if (Math.abs(line.box[0] - first.box[0]) > 0.8 * em) continue;
    const piece = pieceOf(line, 0);
    if (piece) pieces.push(piece);
    bottom = line.box[3];
  }
  return pieces;
}

function rightNeighbour(page: Page, line: Line, hits: ReadonlyMap<number, RoleHit>): Line | undefined {
  for (let i = Math.max(0, line.index - 3); i < Math.min(page.lines.length, line.index + 6); i++) {
    const other = page.lines[i]!;
    if (other === line || other.box[0] < line.box[2] - 1) continue;
    const level = other.row === line.row || overlapY(other.box, line.box) > 0.5 * boxHeight(line.box);
    if (!level) continue;
    return hits.has(other.index) || labelLikeness(other.text) >= 0.75 ? undefined : other;
  }
  return undefined;
}

const emOf = (line: Line): number => Math.min(16, Math.max(6, boxHeight(line.box)));

function stackUnder(page: Page, hit: RoleHit, hits: ReadonlyMap<number, RoleHit>, inline?: Line): RegionPiece[] {
  const pieces: RegionPiece[] = [];
  const em = emOf(hit.line);
  let bottom = hit.line.box[3];
  let edge: number | undefined;
  let valueEdge: number | undefined;
  let form = false;
  let last: { line: Line; piece: RegionPiece } | undefined;
  for (let i = hit.line.index + 1; i < page.lines.length && pieces.length < MOST_PIECES; i++) {
    const line = page.lines[i]!;
    if (line.row === hit.line.row) continue;
    const gap = (line.box[1] - bottom) / em;
    const started = inline !== undefined || pieces.length > 0;
    if (gap > ADDRESS_GAP) break;
    if (gap > (started ? (form ? FORM_GAP : LINE_GAP) : FIRST_GAP) && !opensAddress(line, hit, pieces, em)) {
      if (gap > FIRST_GAP) break;
      continue;
    }
    if (line.box[1] < hit.box[3] - 0.4 * em) continue;
    if (last && last.line.row === line.row) {
      if (line.index === last.line.index + 1 && isValueOf(last.line, line)) {
        form = true;
        valueEdge ??= line.box[0];
        takeValue(pieces, last.piece, line);
      }
      continue;
    }
    if (opensTable(page, line)) break;
    const aligned = isAligned(page, line, hit, edge, em, inline);
    const continues = valueEdge !== undefined && Math.abs(line.box[0] - valueEdge) < 0.5 * em;
    if (!aligned && !continues) continue;
    const other = hits.get(line.index);
    if (other && aligned && !(other.role === 'contact' && standsInside(page, other))) break;
    bottom = Math.max(bottom, line.box[3]);
    const piece = pieceOf(line, 0, continues && !aligned ? last?.piece.kind : undefined);
    if (!piece) continue;
    if (aligned) edge ??= line.box[0];
    // A label over its value: "Nome / Razão Social" with the name in the cell below.
    if (aligned && last?.piece.kind === 'plain' && last.piece.text !== '' && isNameLabel(last.line.text)) {
      last.piece.text = '';
      piece.kind = 'name';
    }
    pieces.push(piece);
    if (aligned) last = { line, piece };
  }
  return pieces;
}

/** A row of column titles ends whatever stands above it. */
const opensTable = (page: Page, line: Line): boolean =>
  page.lines[line.index + 2]?.row === line.row &&
  [0, 1, 2].every((step) => labelLikeness(page.lines[line.index + step]!.text) >= 0.6) &&
  !/[:：]/.test(line.text);

/** Forms leave room between the name and the address that belongs to it. */
function opensAddress(line: Line, hit: RoleHit, pieces: readonly RegionPiece[], em: number): boolean {
  return (
    pieces.length > 0 &&
    Math.abs(line.box[0] - hit.box[0]) < 1.6 * em &&
    addressLineScore(line.text) >= 0.5 &&
    !pieces.some((piece) => addressLineScore(piece.text) >= 0.5)
  );
}

/** "Contact: Jane Doe" and "Attn." are lines of a block; "Contact" over a block of its own is a heading. */
function standsInside(page: Page, hit: RoleHit): boolean {
  if (!hit.alone) return true;
  const next = page.lines[hit.line.index + 1];
  return next !== undefined && next.row === hit.line.row && next.box[0] > hit.box[2];
}

function isAligned(page: Page, line: Line, hit: RoleHit, edge: number | undefined, em: number, inline?: Line): boolean {
  if (edge !== undefined && Math.abs(line.box[0] - edge) < 0.9 * em) return true;
  const over = overlapX(line.box, hit.line.box);
  if (over > 0 && Math.abs(centerX(line.box) - centerX(hit.line.box)) < em) return true;
  if (edge !== undefined) return false;
  if (Math.abs(line.box[0] - hit.box[0]) < 1.6 * em) return true;
  // Under the value behind the heading, or a little to the right of the heading.
  if (inline) return line.box[0] > hit.box[2] - em && line.box[0] < hit.box[2] + 2.5 * em;
  if (line.box[0] <= hit.box[0]) return false;
  if (line.box[0] < hit.box[0] + 4 * em && over > 0) return true;
  // Set in under the heading, past its end at most a little.
  if (line.box[0] > hit.box[2] + 1.5 * em || inTable(page, line)) return false;
  return labelLikeness(line.text) < 0.5 && mayBeName(cutName(line.text));
}

function isValueOf(label: Line, value: Line): boolean {
  if (value.box[0] - label.box[2] > 220 || value.box[0] < label.box[2] - 1) return false;
  // Boxed forms have a label in each cell of a row, and the values in the row below.
  if (OTHER_CELL.test(value.text)) return false;
  return (
    /[:：]\s*$/.test(label.text) ||
    /^[:：]/.test(value.text) ||
    isNameLabel(label.text) ||
    isAddressLabel(label.text) ||
    (labelLikeness(label.text) === 1 && LABELLED_NUMBER.test(label.text))
  );
}

/** A label's own piece gives way to its value. */
function takeValue(pieces: RegionPiece[], label: RegionPiece, line: Line): void {
  const kind = kindOfLabel(label.line.text);
  const value = pieceOf(line, 0, kind);
  label.kind = 'detail';
  label.text = '';
  if (value) pieces.push({ ...value, kind });
  // What continues the value under it is of the same kind.
  label.kind = kind;
}

function kindOfLabel(text: string): PieceKind {
  const label = text.replace(/[\s:：]+$/u, '');
  return isNameLabel(label) ? 'name' : isAddressLabel(label) ? 'address' : 'detail';
}

/** The line from `from` on, its own "Label:" cut off and told as a kind. */
export function pieceOf(line: Line, from: number, given?: PieceKind): RegionPiece | undefined {
  let start = from;
  let text = line.text.slice(from);
  const lead = /^[\s:：]+/u.exec(text)?.[0].length ?? 0;
  start += lead;
  text = text.slice(lead).trimEnd();
  if (text === '') return undefined;
  if (given && given !== 'plain') return { text, line, start, kind: given };
  const pair = PAIR.exec(text);
  if (pair && !/^(?:attn|att|attention|c\/o|z\.? ?h[dä]|t\.a\.v|fao)/i.test(pair[1]!)) {
    const kind = kindOfLabel(pair[1]!);
    if (pair[2] === '') return { text: '', line, start, kind };
    if (kind === 'detail') return { text, line, start, kind };
    const at = text.length - pair[2]!.length;
    return { text: pair[2]!, line, start: start + at, kind };
  }
  if (LABELLED_NUMBER.test(text) && /\d{4}/.test(text) && !/[a-z]{4,} \d{1,4}$/i.test(text))
    return { text, line, start, kind: 'detail' };
  return { text, line, start, kind: 'plain' };
}
