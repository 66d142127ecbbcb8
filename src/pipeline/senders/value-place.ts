// Where a value stands, in words that hold on the sender's next document too: the printed words around it, its part of the page, its
// form. And how alike two such places are.

import { overlapX } from '../../document/box.ts';
import { foldText } from '../../document/fold-text.ts';
import { boxOfSpan } from '../../document/line-span.ts';
import type { Line } from '../../document/parsed-document.ts';
import type { Reading } from '../reading.ts';
import type { ValuePlace } from './sender-lesson.ts';

const MOST_WORDS = 5;
/** Heights of a line that a label may stand above its value. */
const REACH_ABOVE = 4;

/** The place of [start, end) of a line. */
export function placeOfSpan(reading: Reading, line: Line, start: number, end: number): ValuePlace {
  const page = reading.pageOf(line);
  const box = boxOfSpan(line, start, end);
  const count = reading.doc.pages.length;
  const index = reading.doc.pages.indexOf(page);
  const round = (value: number): number => Math.max(-4, Math.min(5, Math.round(value * 1000) / 1000));
  return {
    inline: lastWords(line.text.slice(0, start)),
    left: lastWords(leftOf(reading, line)?.text ?? ''),
    row: wordsOf(startOfRow(reading, line)?.text ?? '').slice(0, MOST_WORDS),
    above: wordsOf(lineAbove(reading, line, box)?.text ?? '').slice(0, MOST_WORDS),
    head: wordsOf(columnHead(reading, line, box)?.text ?? '').slice(0, MOST_WORDS),
    x0: round(box[0] / Math.max(1, page.width)),
    x1: round(box[2] / Math.max(1, page.width)),
    y: round(box[1] / Math.max(1, page.height)),
    page: index,
    fromEnd: count - 1 - index,
    shape: shapeOf(line.text.slice(start, end)),
  };
}

/** "Box 3", "D1:", "Kz. 7": the fields of forms are numbered, and the number is what tells them apart. */
const NUMBERED_LABEL = /^[^\p{L}\p{N}]*(\p{L}{1,20})[^\p{L}\p{N}]{0,2}(\d{1,2})[\s.:)]*$/u;

/** Words without case and marks; digits are masked, since they change from document to document, but for those of a numbered label. */
export function wordsOf(text: string): string[] {
  const folded = foldText(text.slice(-200));
  const numbered = NUMBERED_LABEL.exec(folded);
  if (numbered) return [`${numbered[1]}#${numbered[2]}`];
  return folded.match(/[\p{L}\p{N}#%]+/gu)?.map((word) => word.replace(/\p{N}+/gu, '9').slice(0, 40)) ?? [];
}

const lastWords = (text: string): string[] => wordsOf(text).slice(-MOST_WORDS);

function leftOf(reading: Reading, line: Line): Line | undefined {
  return reading.rowOf(line).findLast((other) => other !== line && other.box[2] <= line.box[0] + 1);
}

function startOfRow(reading: Reading, line: Line): Line | undefined {
  const first = reading.rowOf(line)[0];
  return first === line ? undefined : first;
}

/** A column goes on this many lines under its title. */
const REACH_OF_HEAD = 160;

/** The nearest text without digits over the value. */
function columnHead(reading: Reading, line: Line, box: readonly [number, number, number, number]): Line | undefined {
  const { lines } = reading.pageOf(line);
  for (let i = line.index - 1; i >= Math.max(0, line.index - REACH_OF_HEAD); i--) {
    const other = lines[i]!;
    if (
      other.row !== line.row &&
      overlapX(other.box, box) > 0 &&
      /\p{L}{2}/u.test(other.text) &&
      !/\d/.test(other.text)
    )
      return other;
  }
  return undefined;
}

function lineAbove(reading: Reading, line: Line, box: readonly [number, number, number, number]): Line | undefined {
  const { lines } = reading.pageOf(line);
  const em = Math.max(5, box[3] - box[1]);
  for (let i = line.index - 1; i >= 0; i--) {
    const other = lines[i]!;
    if (box[1] - other.box[3] > REACH_ABOVE * em) return undefined;
    if (other.row !== line.row && overlapX(other.box, box) > 0) return other;
  }
  return undefined;
}

/** `AB-2024/17` → `A-9/9`: runs of capitals, small letters and digits, everything else as it is. */
export function shapeOf(text: string): string {
  return text
    .slice(0, 120)
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/[\p{Ll}\p{Lo}]+/gu, 'a')
    .replace(/\p{N}+/gu, '9')
    .replace(/(?:Aa|a)(?: (?:Aa|a|A))+/g, 'Aa+')
    .slice(0, 80);
}

export interface PlaceLikeness {
  /** What speaks for one place, by name; and of the labels what could, where they can be compared. */
  labels: number;
  best: number;
  geometry: number;
  form: number;
  /** A label, rather than geometry, says that it is the place. */
  labelled: boolean;
  /** Stands where the other does, to a fiftieth of the page. */
  close: boolean;
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, i) => word === other[i]);

const endsAlike = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && other.length > 0 && same(one.slice(-2), other.slice(-2));

/** Only words say what a value is: other values around it do not. */
export const isTelling = (words: readonly string[]): boolean =>
  words.some((word) => /\p{L}#/u.test(word) || (/\p{L}{2}/u.test(word) && !word.includes('9')));

const saysSo = (one: readonly string[], other: readonly string[]): boolean =>
  isTelling(one) && (same(one, other) || endsAlike(one, other));

/** What a neighbour costs that was not there before. */
const BY_CHANCE = 0.25;

/** How alike `place` is to the one that was learnt. */
export function comparePlaces(learnt: ValuePlace, place: ValuePlace): PlaceLikeness {
  let labels = 0;
  let best = 0;
  let labelled = false;
  // Under its own label, or right behind it, a value may have other columns beside it by chance: none there says nothing.
  const settled = saysSo(learnt.inline, place.inline) || saysSo(learnt.above, place.above);
  const weigh = (one: readonly string[], other: readonly string[], weight: number, missed: number): void => {
    const beside = settled && (one === learnt.left || one === learnt.row);
    if (one.length === 0) {
      if (isTelling(other)) labels -= beside ? BY_CHANCE * missed : missed;
      return;
    }
    const told = isTelling(one);
    if (beside && told && !isTelling(other)) return;
    best += told ? weight : 0.2 * weight;
    if (same(one, other) || (told && endsAlike(one, other))) {
      labels += told ? weight : 0.2 * weight;
      labelled ||= told;
    } else if (told) labels -= missed;
  };
  weigh(learnt.inline, place.inline, 3, 2);
  weigh(learnt.left, place.left, 2.6, 1);
  weigh(learnt.row, place.row, 2.2, 1);
  weigh(learnt.above, place.above, 1.6, 0.5);
  weigh(learnt.head, place.head, 1.2, 0.5);
  const dx = Math.min(Math.abs(learnt.x0 - place.x0), Math.abs(learnt.x1 - place.x1));
  const dy = Math.abs(learnt.y - place.y);
  const samePage = learnt.page === place.page || learnt.fromEnd === place.fromEnd;
  return {
    labels,
    best,
    labelled,
    geometry:
      (dx < 0.012 ? 1.5 : dx < 0.04 ? 0.5 : -1) + (dy < 0.015 ? 1.5 : dy < 0.08 ? 0.4 : -0.2) + (samePage ? 0.3 : -0.8),
    form: learnt.shape === place.shape ? 1 : plain(learnt.shape) === plain(place.shape) ? 0.4 : -1.2,
    close: dx < 0.02 && dy < 0.02 && samePage,
  };
}

/** Only the kinds of characters. */
const plain = (shape: string): string => [...new Set(shape.replace(/[^Aa9]/g, ''))].sort().join('');

export const likeness = ({ labels, geometry, form }: PlaceLikeness): number => labels + geometry + form;
