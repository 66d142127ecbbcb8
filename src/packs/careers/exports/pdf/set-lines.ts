// Spans → lines of a width. Lines break at white space alone: a word that is cut in two is not read back.

import type { Span } from '../content/printed-content.ts';
import type { Ink, Pen, Weight } from './pen.ts';

export interface Run {
  text: string;
  x: number;
  weight: Weight;
  link?: string;
}

export interface SetLines {
  lines: Run[][];
  /** Of the letters: smaller than asked where one word is wider than the line. */
  size: number;
  /** Of the widest line. */
  width: number;
}

interface Word {
  parts: { text: string; weight: Weight; link?: string; width: number }[];
  width: number;
}

/** Letters get no smaller than this, as a share of what was asked; a word that is wider still is cut after all. */
const LEAST_SCALE = 0.6;

export function setLines(
  pen: Pen,
  spans: readonly Span[],
  { width, ink: asked }: { width: number; ink: Pick<Ink, 'weight' | 'size'> },
): SetLines {
  const widest = Math.max(0, ...wordsOf(pen, spans, asked).map((word) => word.width));
  const scale = widest > width ? Math.max(LEAST_SCALE, (0.99 * width) / widest) : 1;
  const ink = { ...asked, size: asked.size * scale };
  const words = wordsOf(pen, spans, ink).flatMap((word) =>
    word.width > width ? cutWord(pen, word, { width, ink }) : [word],
  );
  const lines: Run[][] = [];
  let line: Run[] = [];
  let x = 0;
  let most = 0;
  for (const word of words) {
    const space = line.length === 0 ? 0 : pen.widthOf(' ', { ...ink, weight: line.at(-1)!.weight });
    if (line.length > 0 && x + space + word.width > width) {
      lines.push(line);
      line = [];
      x = 0;
    }
    for (const [i, part] of word.parts.entries()) {
      const last = line.at(-1);
      const gap = i === 0 && last ? ' ' : '';
      if (last && last.weight === part.weight && last.link === part.link) {
        last.text += gap + part.text;
        x = last.x + pen.widthOf(last.text, { ...ink, weight: last.weight });
      } else {
        if (gap !== '') {
          // The space belongs to what is not followed by a click.
          last!.text += gap;
          x = last!.x + pen.widthOf(last!.text, { ...ink, weight: last!.weight });
        }
        line.push({ text: part.text, x, weight: part.weight, ...(part.link === undefined ? {} : { link: part.link }) });
        x += part.width;
      }
    }
    most = Math.max(most, x);
  }
  if (line.length > 0) lines.push(line);
  return { lines, size: ink.size, width: most };
}

function wordsOf(pen: Pen, spans: readonly Span[], ink: Pick<Ink, 'weight' | 'size'>): Word[] {
  const words: Word[] = [];
  let open = false;
  for (const { text, strong, link } of spans) {
    const weight: Weight = strong ? 'bold' : ink.weight;
    for (const piece of text.split(/( +)/)) {
      if (piece === '') continue;
      if (piece.trim() === '') {
        open = false;
        continue;
      }
      const width = pen.widthOf(piece, { ...ink, weight });
      if (!open) words.push({ parts: [], width: 0 });
      const word = words.at(-1)!;
      word.parts.push({ text: piece, weight, width, ...(link === undefined ? {} : { link }) });
      word.width += width;
      open = true;
    }
  }
  return words;
}

function cutWord(pen: Pen, word: Word, { width, ink }: { width: number; ink: Pick<Ink, 'weight' | 'size'> }): Word[] {
  const pieces: Word[] = [];
  for (const { text, weight, link } of word.parts) {
    let rest = [...text];
    while (rest.length > 0) {
      let count = rest.length;
      while (count > 1 && pen.widthOf(rest.slice(0, count).join(''), { ...ink, weight }) > width) count--;
      const piece = rest.slice(0, count).join('');
      const own = pen.widthOf(piece, { ...ink, weight });
      pieces.push({
        parts: [{ text: piece, weight, width: own, ...(link === undefined ? {} : { link }) }],
        width: own,
      });
      rest = rest.slice(count);
    }
  }
  return pieces;
}
