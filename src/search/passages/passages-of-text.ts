// A text without pages → its passages: paragraphs that belong together, cut between sentences where they are too long.

import type { Passage } from '../../document/passage.ts';
import { splitSentences } from '../../recognize/sentences.ts';
import { joinPieces, type Piece } from './join-pieces.ts';

const LONG_PARAGRAPH = 500;
const MOST_PASSAGES = 1000;

export function passagesOfText(text: string, language: string | null = null): Passage[] {
  const pieces: Piece[] = [];
  for (const { start, end } of paragraphsOf(text)) {
    if (end - start <= LONG_PARAGRAPH) pieces.push({ start, end, kind: 'text', context: null });
    else {
      for (const sentence of splitSentences(text, { start, end, language })) {
        pieces.push({ ...sentence, kind: 'text', context: null });
      }
    }
  }
  return joinPieces(text, pieces)
    .slice(0, MOST_PASSAGES)
    .map(({ start, end, context }) => ({
      start,
      end,
      text: text.slice(start, end),
      context,
      page: null,
      places: [],
    }));
}

/** Parted by lines without a word; the space around them left out. */
function paragraphsOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  let offset = 0;
  for (const line of text.split('\n')) {
    const kept = line.trim();
    if (kept === '') open = undefined;
    else {
      const start = offset + line.indexOf(kept);
      const end = start + kept.length;
      if (open) open.end = end;
      else {
        open = { start, end };
        found.push(open);
      }
    }
    offset += line.length + 1;
  }
  return found;
}
