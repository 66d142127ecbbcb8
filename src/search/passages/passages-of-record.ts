// A record → its passages: each field under its title, each line item as one row, with the places that the values were read from.

import type { Passage, PassagePlace } from '../../document/passage.ts';
import type { Json, LineItem, Value } from '../../document/value.ts';
import { joinPieces, type Piece } from './join-pieces.ts';

export interface RecordToSplit {
  fields: Readonly<Record<string, Value>>;
  lines: readonly LineItem[];
}

/** Title of a field (`seller.vatId`) or of a field of line items, for people; undefined when nobody gave one. */
export interface FieldTitles {
  field(path: string): string | undefined;
  lineField(name: string): string | undefined;
}

const MOST_LINES = 2000;
const MOST_VALUE = 2000;
const MOST_PASSAGES = 300;

export function passagesOfRecord(record: RecordToSplit, titles: FieldTitles): { text: string; passages: Passage[] } {
  const written = write(record, titles);
  const passages = joinPieces(written.text, written.pieces)
    .slice(0, MOST_PASSAGES)
    .map(({ start, end, context }): Passage => {
      const places = written.places
        .filter((place) => place.end > start && place.start < end)
        .map((place) => ({
          ...place,
          start: Math.max(place.start, start) - start,
          end: Math.min(place.end, end) - start,
        }));
      const text = written.text.slice(start, end);
      return { start, end, text, context, page: places[0]?.page ?? null, places };
    });
  return { text: written.text, passages };
}

function write({ fields, lines }: RecordToSplit, titles: FieldTitles) {
  const pieces: Piece[] = [];
  const places: PassagePlace[] = [];
  let text = '';
  const say = (title: string, value: Value): void => {
    const said = wordsOf(value);
    text += `${title}: `;
    const start = text.length;
    text += said;
    for (const { page, box } of value.evidence) {
      if (page > 0) places.push({ start, end: text.length, page, box });
    }
  };
  const piece = (work: () => void): void => {
    if (text !== '') text += '\n';
    const start = text.length;
    work();
    pieces.push({ start, end: text.length, kind: 'text', context: null });
  };
  for (const [path, value] of Object.entries(fields)) {
    if (wordsOf(value) !== '') piece(() => say(titles.field(path) ?? plainName(path), value));
  }
  for (const line of lines.slice(0, MOST_LINES)) {
    const said = Object.entries(line).filter(([, value]) => wordsOf(value) !== '');
    if (said.length === 0) continue;
    piece(() => {
      for (const [i, [name, value]] of said.entries()) {
        if (i > 0) text += '; ';
        say(titles.lineField(name) ?? plainName(name), value);
      }
    });
  }
  return { text, pieces, places };
}

/** The value as it is kept, and as the document writes it where that differs: people search for either. */
function wordsOf({ value, raw }: Value): string {
  const kept = plainText(value);
  const written = oneLine(raw ?? '');
  if (kept === '' || written === '' || kept === written) return kept;
  return kept.toLowerCase() === written.toLowerCase() ? written : `${kept} (${written})`;
}

function plainText(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'object') {
    const parts = Array.isArray(value) ? value : Object.values(value);
    return oneLine(parts.map(plainText).filter(Boolean).join(', '));
  }
  return oneLine(String(value));
}

const oneLine = (text: string): string => text.slice(0, MOST_VALUE).toWellFormed().replace(/\s+/gu, ' ').trim();

/** `seller.vatId` → “seller vat id”. */
function plainName(path: string): string {
  return path
    .replace(/\[\d+\]/g, ' ')
    .replace(/[._]/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
