// A parsed document → its passages. Text that a reader does not see is not in its pages, and so in no passage.

import { type Box, unionBox } from '../../document/box.ts';
import type { Line, Page, ParsedDocument } from '../../document/parsed-document.ts';
import type { Passage, PassagePlace } from '../../document/passage.ts';
import { splitSentences } from '../../recognize/sentences.ts';
import { composePage, type PlacedLine, type Unit } from './compose-page.ts';
import { joinPieces, type Piece } from './join-pieces.ts';

/** What is kept of a document at most: some 300 pages of running text. */
const MOST_PASSAGES = 1000;
/** Longer paragraphs may be cut between their sentences. */
const LONG_PARAGRAPH = 500;
const BETWEEN_PAGES = '\n\n';

export interface DocumentPassages {
  /** What the passages were cut from: the text of all pages. */
  text: string;
  passages: Passage[];
}

export function passagesOfDocument(doc: Pick<ParsedDocument, 'pages' | 'language'>): DocumentPassages {
  const passages: Passage[] = [];
  let text = '';
  let heading: string | null = null;
  for (const page of doc.pages) {
    if (passages.length >= MOST_PASSAGES) break;
    const { text: own, units } = composePage(page);
    if (own.trim() === '') continue;
    const offset = text === '' ? 0 : text.length + BETWEEN_PAGES.length;
    text += (text === '' ? '' : BETWEEN_PAGES) + own;
    const cut = piecesOf(own, units, { heading, language: doc.language });
    heading = cut.heading;
    for (const range of joinPieces(own, cut.pieces)) {
      if (passages.length >= MOST_PASSAGES) break;
      passages.push({
        start: offset + range.start,
        end: offset + range.end,
        text: own.slice(range.start, range.end),
        context: range.context,
        page: page.number,
        places: placesOf(page, units, range),
      });
    }
  }
  return { text, passages };
}

function piecesOf(
  text: string,
  units: readonly Unit[],
  { heading, language }: { heading: string | null; language: string | null },
): { pieces: Piece[]; heading: string | null } {
  const pieces: Piece[] = [];
  let above = heading;
  for (const unit of units) {
    const { kind, start, end, tableHead } = unit;
    const context = [above, tableHead].filter((one) => one !== null).join(' · ') || null;
    if (kind === 'heading') {
      pieces.push({ start, end, kind: 'heading', context: null });
      above = text.slice(start, end);
    } else if (kind === 'paragraph' && end - start > LONG_PARAGRAPH) {
      for (const sentence of splitSentences(text, { start, end, language })) {
        pieces.push({ ...sentence, kind: 'text', context });
      }
    } else pieces.push({ start, end, kind: 'text', context });
  }
  return { pieces, heading: above };
}

function placesOf(page: Page, units: readonly Unit[], range: { start: number; end: number }): PassagePlace[] {
  return units
    .filter((unit) => unit.end > range.start && unit.start < range.end)
    .flatMap((unit) => unit.lines)
    .filter((placed) => placed.end > range.start && placed.start < range.end)
    .map((placed) => placeOf(page, placed, range));
}

/** Boxes in whole points, never smaller than the words: they are for showing. */
function placeOf(page: Page, placed: PlacedLine, range: { start: number; end: number }): PassagePlace {
  const start = Math.max(placed.start, range.start);
  const end = Math.min(placed.end, range.end);
  const { box, edges } = wordsWithin(placed.line, start - placed.start, end - placed.start);
  return { start: start - range.start, end: end - range.start, page: page.number, box, ...(edges ? { edges } : {}) };
}

function wordsWithin(line: Line, start: number, end: number): { box: Box; edges?: number[] } {
  let offset = 0;
  let box: Box | undefined;
  const edges: number[] = [];
  for (const word of line.words) {
    const wordEnd = offset + word.text.length;
    if (wordEnd > start && offset < end) {
      box = box ? unionBox(box, word.box) : word.box;
      edges.push(Math.floor(word.box[0]), Math.ceil(word.box[2]));
    }
    offset = wordEnd + 1;
  }
  // A word that holds a space would shift those after it.
  const isPlain = line.words.every((word) => !word.text.includes(' '));
  return { box: outward(box ?? line.box), ...(isPlain && edges.length > 2 ? { edges } : {}) };
}

const outward = ([x0, y0, x1, y1]: Box): Box => [Math.floor(x0), Math.floor(y0), Math.ceil(x1), Math.ceil(y1)];
