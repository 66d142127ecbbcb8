// A piece of printed text that remembers where it stands, over the ends of lines and with letters put together.

import { evidenceOfSpan, wordsOfSpan } from '../../../document/line-span.ts';
import type { Line, Word } from '../../../document/parsed-document.ts';
import type { Evidence } from '../../../document/value.ts';

/** `text.slice(at, at + length)` stands at [start, end) of the line; of another length, the place is known as a whole. */
interface Part {
  line: Line;
  start: number;
  end: number;
  at: number;
  length: number;
}

export interface Piece {
  text: string;
  parts: Part[];
}

/** [start, end) of a line; `text` where what it says is not what is printed there. */
export function pieceOfLine(line: Line, start: number, end: number, text = line.text.slice(start, end)): Piece {
  return { text, parts: [{ line, start, end, at: 0, length: text.length }] };
}

export function evidenceOf(piece: Piece): Evidence[] {
  return piece.parts.map(({ line, start, end }) => evidenceOfSpan(line, start, end));
}

export function wordsOf(piece: Piece): Word[] {
  return piece.parts.flatMap(({ line, start, end }) => wordsOfSpan(line, start, end));
}

/** [from, to) of its text, without white space at the ends. */
export function subPiece(piece: Piece, from: number, to = piece.text.length): Piece {
  const cut = piece.text.slice(from, to);
  const first = from + (cut.length - cut.trimStart().length);
  const last = Math.max(first, first + cut.trim().length);
  const parts: Part[] = [];
  for (const part of piece.parts) {
    const [a, b] = [Math.max(first, part.at), Math.min(last, part.at + part.length)];
    if (a >= b) continue;
    const exact = part.end - part.start === part.length;
    parts.push({
      line: part.line,
      start: exact ? part.start + a - part.at : part.start,
      end: exact ? part.start + b - part.at : part.end,
      at: a - first,
      length: b - a,
    });
  }
  return { text: piece.text.slice(first, last), parts };
}

/** One text of several; a word that was hyphenated at the end of a line is put together where a letter goes on. */
export function joinPieces(pieces: readonly Piece[]): Piece {
  const joined: Piece = { text: '', parts: [] };
  for (const piece of pieces) {
    const hyphenated = /\p{Ll}[-\u00ad]$/u.test(joined.text) && /^\p{Ll}/u.test(piece.text);
    if (hyphenated) cutLast(joined);
    else if (joined.text !== '') joined.text += ' ';
    const at = joined.text.length;
    joined.text += piece.text;
    joined.parts.push(...piece.parts.map((part) => ({ ...part, at: part.at + at })));
  }
  return joined;
}

function cutLast(piece: Piece): void {
  piece.text = piece.text.slice(0, -1);
  const last = piece.parts.at(-1)!;
  const exact = last.end - last.start === last.length;
  piece.parts[piece.parts.length - 1] = { ...last, length: last.length - 1, end: exact ? last.end - 1 : last.end };
}
