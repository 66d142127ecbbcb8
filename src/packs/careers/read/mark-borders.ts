// Where a name that the entity model marked begins and ends. The model cuts names that it has not met before: what the words around
// a mark say of its kind puts them together again.

import { SCHOOL } from '../locales/degrees.ts';
import { hasLegalForm } from '../words/legal-form.ts';
import { countTitleWords } from '../words/title-words.ts';
import type { MarkLabel } from './mark-label.ts';

export interface MarkSpan {
  label: MarkLabel;
  /** [start, end) of the text. */
  start: number;
  end: number;
  score: number;
}

/** Words that stand inside names of places of learning, firms and titles, between those in capitals. */
const INNER = /^(?:of|and|for|the|&|de|des|du|der|die|und|für|la|le|di|del|della|e|y|et|in|at|van|von|voor|do|da)$/iu;
const WORD = /[^\s,;:|()[\]•·–—]+/gu;
/** What a name ends with where it says what kind of house it is. */
const HOUSE =
  /^(?:inc|llc|ltd|limited|corp|corporation|company|co|group|agency|bank|hospital|church|schools?|college|university|institute|foundation|association|committee|center|centre|services|solutions|technologies|systems|partners|shelter|club|society|department|office|authority|council|bureau|chase|gmbh|ag|se|sa|as|ab|bv|nv|oy|spa|srl|plc|pvt)\.?$/iu;
const BEGINS_WITH_SCHOOL = new RegExp(`^(?:${SCHOOL.source})`, 'iu');
const MOST_WORDS = 5;

interface Word {
  start: number;
  end: number;
  text: string;
}

/** In the order of the text, on one line each as they were. */
export function mendMarkBorders(text: string, spans: readonly MarkSpan[]): MarkSpan[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const mended: MarkSpan[] = [];
  for (const [i, span] of sorted.entries()) {
    const before = mended.at(-1)?.end ?? 0;
    // A piece of a name that has been put together.
    if (span.start < before) continue;
    mended.push(grow(text, span, { from: before, to: limitOf(sorted, i, text.length) }));
  }
  return mended;
}

/** A mark of another kind is not grown into. */
function limitOf(sorted: readonly MarkSpan[], i: number, length: number): number {
  const { label, end } = sorted[i]!;
  return sorted.slice(i + 1).find((next) => next.label !== label && next.start >= end)?.start ?? length;
}

function grow(text: string, span: MarkSpan, room: { from: number; to: number }): MarkSpan {
  const lineStart = Math.max(room.from, text.lastIndexOf('\n', span.start - 1) + 1);
  const lineEnd = text.indexOf('\n', span.end);
  const to = Math.min(room.to, lineEnd < 0 ? text.length : lineEnd);
  const own = text.slice(span.start, span.end);
  if (span.label === 'DESIGNATION') return { ...span, end: endOfTitle(text, span, to) };
  if (span.label === 'COLLEGE')
    return { ...span, start: startOfSchool(text, span, lineStart), end: endOfSchool(text, span, to) };
  if (span.label === 'COMPANY' && !hasLegalForm(own)) return { ...span, end: endOfHouse(text, span, to) };
  return span;
}

/** The words right behind a mark, as far as only white space parts them. */
function wordsAfter(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  let at = from;
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const start = from + match.index;
    if (!/^ ?$/.test(text.slice(at, start)) || words.length >= MOST_WORDS) break;
    at = start + match[0].length;
    words.push({ start, end: at, text: match[0].replace(/[.,]$/u, '') });
  }
  return words;
}

function wordsBefore(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  let at = to;
  for (const match of [...text.slice(from, to).matchAll(WORD)].toReversed()) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (!/^ ?$/.test(text.slice(end, at)) || words.length >= MOST_WORDS) break;
    at = start;
    words.push({ start, end, text: match[0] });
  }
  return words;
}

const isCapital = (word: string): boolean => /^["'“‘(]?\p{Lu}/u.test(word);

/** "Help" of "Help Desk Support Analyst": up to the word that titles are made around. */
function endOfTitle(text: string, { start, end }: MarkSpan, to: number): number {
  if (countTitleWords(text.slice(start, end)) > 0) return end;
  for (const word of wordsAfter(text, end, to)) {
    if (countTitleWords(word.text) > 0) return word.start + word.text.length;
    if (!isCapital(word.text) && !INNER.test(word.text)) break;
  }
  return end;
}

/** "City College" of "City College of New York", "University" of "University of Munich", "Kent" of "Kent State University". */
function endOfSchool(text: string, { start, end }: MarkSpan, to: number): number {
  const own = text.slice(start, end);
  const after = wordsAfter(text, end, to);
  const known = SCHOOL.test(own);
  let reach = end;
  let joined = false;
  for (const word of after) {
    if (INNER.test(word.text)) {
      joined = true;
      continue;
    }
    if (!isCapital(word.text) || /\d/.test(word.text)) break;
    if (known && !joined) break;
    if (SCHOOL.test(word.text)) return word.start + word.text.length;
    if (known) reach = word.start + word.text.length;
  }
  return reach;
}

/** "College of Engineering" of "Padmanava College of Engineering". */
function startOfSchool(text: string, { start, end }: MarkSpan, from: number): number {
  const own = text.slice(start, end);
  if (!BEGINS_WITH_SCHOOL.test(own)) return start;
  let reach = start;
  for (const word of wordsBefore(text, from, start)) {
    if (!isCapital(word.text) || /\d/.test(word.text)) break;
    reach = word.start;
  }
  return reach;
}

/** "Thales Communications" of "Thales Communications AS". */
function endOfHouse(text: string, { end }: MarkSpan, to: number): number {
  let reach = end;
  for (const word of wordsAfter(text, end, to)) {
    if (!isCapital(word.text) && !INNER.test(word.text)) break;
    if (HOUSE.test(word.text)) reach = word.start + word.text.length;
  }
  return reach;
}
