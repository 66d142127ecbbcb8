// How near an answer is to the truth, by kind.

import type { Json } from '../document/value.ts';
import type { AnswerKind } from './answer-kind.ts';
import { readAmounts } from './read-amount.ts';
import { readDates } from './read-date.ts';
import { readDuration } from './read-duration.ts';

/** Token F1 from which a name or address counts as right: one word of five may differ. */
export const NAME_RIGHT = 0.8;

/** Amounts this near are equal: half a cent. */
const AMOUNT_TOLERANCE = 0.005;

/** 0–1. Only names and free text can be partly right. */
export function compareAnswers(kind: AnswerKind, expected: Json, got: Json): number {
  const [truth, answer] = [String(expected), String(got)];
  switch (kind) {
    case 'date':
      return datesMeet(truth, answer) || sameText(truth, answer) ? 1 : 0;
    case 'amount':
      return amountsMeet(expected, got) ? 1 : 0;
    case 'duration': {
      const length = readDuration(truth);
      return (length !== undefined && length === readDuration(answer)) || sameText(truth, answer) ? 1 : 0;
    }
    case 'identifier':
      return bare(truth) === bare(answer) ? 1 : 0;
    case 'registered':
      return signs(truth) === signs(answer) ? 1 : 0;
    case 'vatId':
      return sameVatId(signs(truth), signs(answer)) ? 1 : 0;
    case 'phone':
      return samePhone(truth, answer) ? 1 : 0;
    case 'name':
      return sameText(truth, answer) ? 1 : tokenF1(truth, answer);
    case 'text':
      return sameText(truth, answer) ? 1 : 0;
  }
}

/** Is a score from compareAnswers a right answer? */
export function isRight(kind: AnswerKind, score: number): boolean {
  return score >= (kind === 'name' ? NAME_RIGHT : 1);
}

function datesMeet(truth: string, answer: string): boolean {
  const wanted = readDates(truth);
  // An answer is ISO by contract; an ambiguous one would meet too much.
  return [...readDates(answer)].some((day) => wanted.has(day));
}

function amountsMeet(expected: Json, got: Json): boolean {
  const wanted = typeof expected === 'number' ? [expected] : readAmounts(String(expected));
  const given = typeof got === 'number' ? [got] : readAmounts(String(got));
  return wanted.some((a) => given.some((b) => Math.abs(a - b) < AMOUNT_TOLERANCE));
}

function samePhone(a: string, b: string): boolean {
  const [x, y] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')];
  // Country code or trunk zero may be written or not.
  const shorter = Math.min(x.length, y.length);
  return shorter >= 7 && x.slice(-Math.max(7, shorter - 3)) === y.slice(-Math.max(7, shorter - 3));
}

function sameText(a: string, b: string): boolean {
  return fold(a).replace(/\s+/g, ' ').trim() === fold(b).replace(/\s+/g, ' ').trim();
}

function bare(text: string): string {
  return fold(text)
    .replace(/\s+/g, '')
    .replace(/^[#:.,]+|[:.,/]+$/g, '')
    .replace(/^https?:\/\/(www\.)?/, '');
}

/** Letters and digits alone: how a registered id is grouped is the printer's choice. */
function signs(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** "ESB12345674", "B-12345674": inside its country an id is printed without the prefix, and the Swiss print what it is for behind it. */
function sameVatId(a: string, b: string): boolean {
  const [x, y] = [withoutTax(a), withoutTax(b)];
  return x === y || withoutCountry(x) === y || x === withoutCountry(y);
}

const withoutTax = (id: string): string => id.replace(/(?<=\d)(?:mwst|tva|iva|mva)$/, '');
const withoutCountry = (id: string): string => id.replace(/^(?:che|[a-z]{2})(?=[a-z0-9]{5})/, '');

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Every word of the shorter text stands in the longer one; numbers alone prove nothing. */
export function holdsAllWords(a: string, b: string): boolean {
  const [shorter, longer] = [tokens(a), tokens(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  return shorter.some((token) => /\p{L}/u.test(token)) && shorter.every((token) => longer.includes(token));
}

/** F1 of the words of both, without case, accents and punctuation; a word counts as often as it stands. */
export function tokenF1(expected: string, got: string): number {
  const wanted = tokens(expected);
  const given = tokens(got);
  if (wanted.length === 0 || given.length === 0) return wanted.length === given.length ? 1 : 0;
  const rest = new Map<string, number>();
  for (const token of wanted) rest.set(token, (rest.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of given) {
    const left = rest.get(token) ?? 0;
    if (left === 0) continue;
    rest.set(token, left - 1);
    shared++;
  }
  return (2 * shared) / (wanted.length + given.length);
}

function tokens(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
