// Words as numbers for the entity model: the pieces of its vocabulary, and the shape of its capitals, which a lower-case
// vocabulary would lose.

import type { EntityLabels } from './entity-labels.ts';
import { isLeftOut, splitEntityWords } from './split-words.ts';

/** One text, ready for the model. */
export interface EncodedText {
  /** Pieces of all words, in order; without the marks at both ends. */
  ids: number[];
  /** One a piece. */
  shapes: number[];
  words: EncodedWord[];
}

export interface EncodedWord {
  start: number;
  end: number;
  newline: boolean;
  /** Place of its first piece. */
  first: number;
}

export interface PieceVocabulary {
  labels: EntityLabels;
  /** Number of each piece; those inside a word begin with "##". */
  pieces: ReadonlyMap<string, number>;
}

const LONGEST_WORD = 100;
const hasDigit = /\p{Nd}/u;
const letters = /\p{L}/gu;
const isUpper = /\p{Lu}/u;

export function encodeEntityText(text: string, vocabulary: PieceVocabulary): EncodedText {
  const { specialIds, shapes: shapeIds } = vocabulary.labels;
  const encoded: EncodedText = { ids: [], shapes: [], words: [] };
  for (const { start, end, newline } of splitEntityWords(text)) {
    const word = text.slice(start, end);
    const ids = newline ? [specialIds.newline] : piecesOf(word, vocabulary);
    if (ids.length === 0) continue;
    encoded.words.push({ start, end, newline, first: encoded.ids.length });
    const shape = shapeIds[newline ? 'newline' : shapeOf(word)];
    for (const id of ids) {
      encoded.ids.push(id);
      encoded.shapes.push(shape);
    }
  }
  return encoded;
}

type WordShape = 'plain' | 'title' | 'upper' | 'mixed' | 'digit';

export function shapeOf(word: string): WordShape {
  if (hasDigit.test(word)) return 'digit';
  const all = word.match(letters) ?? [];
  const upper = all.filter((letter) => isUpper.test(letter)).length;
  if (upper === 0) return 'plain';
  if (upper === all.length) return all.length > 1 ? 'upper' : 'title';
  return upper === 1 && isUpper.test(all[0]!) ? 'title' : 'mixed';
}

/** The longest piece first, again and again; empty for a word of marks alone. */
function piecesOf(word: string, { labels, pieces }: PieceVocabulary): number[] {
  const kept = isAscii.test(word) ? word : foldMarks(word);
  const lower = kept.toLowerCase();
  const whole = pieces.get(lower);
  if (whole !== undefined) return [whole];
  const characters = [...lower];
  if (characters.length > LONGEST_WORD) return [labels.specialIds.unk];
  const ids: number[] = [];
  for (let from = 0; from < characters.length; ) {
    let to = characters.length;
    let id: number | undefined;
    for (; to > from; to--) {
      id = pieces.get((from > 0 ? '##' : '') + characters.slice(from, to).join(''));
      if (id !== undefined) break;
    }
    if (id === undefined) return [labels.specialIds.unk];
    ids.push(id);
    from = to;
  }
  return ids;
}

const isAscii = /^[!-~]+$/;

const foldMarks = (word: string): string =>
  [...word]
    .filter((character) => !isLeftOut(character))
    .join('')
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '');
