// A passage: a piece of a text, small enough to be compared as one, that knows where it stands.

import { type Box, unionBox } from './box.ts';

/** A run of words of a passage that stands on one line of a page. */
export interface PassagePlace {
  /** Offsets into the passage's text. */
  start: number;
  end: number;
  /** 1-based. */
  page: number;
  box: Box;
  /** Left and right edge of each word in turn, in points, when they are known: words are parted by single spaces. */
  edges?: number[];
}

export interface Passage {
  /** Offsets into the text that it was cut from: `text.slice(start, end)`. */
  start: number;
  end: number;
  text: string;
  /** Headings above it, and the head of the table that it stands in; not part of the text. */
  context: string | null;
  /** Where it begins; null when the text has no pages. */
  page: number | null;
  places: PassagePlace[];
}

export interface PlacedBox {
  page: number;
  box: Box;
}

/** Where [start, end) of the passage's text stands: one box for each line that it touches. */
export function boxesOfSpan(passage: Pick<Passage, 'text' | 'places'>, start: number, end: number): PlacedBox[] {
  return passage.places
    .filter((place) => place.end > start && place.start < end)
    .map((place) => ({ page: place.page, box: boxWithin(passage.text, place, start, end) }));
}

function boxWithin(text: string, { start: from, end: to, box, edges }: PassagePlace, start: number, end: number): Box {
  if (!edges || (start <= from && end >= to)) return box;
  let found: Box | undefined;
  let offset = from;
  for (const [i, word] of text.slice(from, to).split(' ').entries()) {
    const wordEnd = offset + word.length;
    const [x0, x1] = [edges[2 * i], edges[2 * i + 1]];
    if (wordEnd > start && offset < end && x0 !== undefined && x1 !== undefined) {
      const part: Box = [x0, box[1], x1, box[3]];
      found = found ? unionBox(found, part) : part;
    }
    offset = wordEnd + 1;
  }
  return found ?? box;
}
