// Numbers spelled out in English and German: "one hundred and fifty", "twenty-one", "vierundzwanzig", "a dozen", "two thirds".

import { foldText } from '../../recognize/labels/tokens.ts';
import type { GateLanguage } from './language.ts';

export interface SpelledNumber {
  value: number;
  kind: 'number' | 'fraction' | 'ordinal' | 'atLeast';
  /** How many of the words given it takes. */
  words: number;
}

const list = (text: string): string[] => text.split(' ');
const SMALL = new Map(
  list(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ).map((word, value) => [word, value]),
);
const TENS = new Map(
  list('twenty thirty forty fifty sixty seventy eighty ninety').map((word, i) => [word, (i + 2) * 10]),
);
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['dozen', 12],
]);
const PLENTY = new Map([
  ['dozens', 24],
  ['hundreds', 200],
  ['thousands', 2000],
  ['millions', 2e6],
  ['billions', 2e9],
  ['hunderte', 200],
  ['tausende', 2000],
  ['dutzende', 24],
]);
const ORDINALS = new Map(
  list(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  ).map((word, i) => [word, i + 1]),
);
const PARTS = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['tenth', 10],
  ['tenths', 10],
  ['drittel', 3],
  ['viertel', 4],
  ['funftel', 5],
  ['zehntel', 10],
]);
const TIMES = new Map([
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
  ['einmal', 1],
  ['zweimal', 2],
  ['dreimal', 3],
]);
const GERMAN_SMALL = new Map<string, number>([
  ...list('null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf').map((word, value): [string, number] => [
    word,
    value,
  ]),
  ['eins', 1],
  ['zwo', 2],
  ['sech', 6],
  ['sieb', 7],
]);
const GERMAN_TENS = new Map<string, number>([
  ...list('zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig').map((word, i): [string, number] => [
    word,
    (i + 2) * 10,
  ]),
]);

/** The number that the words from `at` on spell; "one" and "ein" alone are articles as often as numbers, and are none here. */
export function readNumberWords(
  words: readonly string[],
  at: number,
  language: GateLanguage,
): SpelledNumber | undefined {
  const word = fold(words[at]);
  if (word === undefined) return undefined;
  const next = fold(words[at + 1]);
  if (word === (language === 'de' ? 'halfte' : 'half')) return { value: 50, kind: 'fraction', words: 1 };
  // "one and a half", "two and a half".
  const wholes = SMALL.get(word);
  if (wholes && [next, fold(words[at + 2]), fold(words[at + 3])].join(' ') === 'and a half')
    return { value: wholes + 0.5, kind: 'number', words: 4 };
  const count = word === 'a' || word === 'an' || word === 'ein' ? 1 : (SMALL.get(word) ?? GERMAN_SMALL.get(word));
  if (count !== undefined && count > 0 && next !== undefined && PARTS.has(next) && !(next === 'second')) {
    if (word === 'a' || word === 'an' || count > 1 || word === 'one' || word === 'ein')
      return { value: (100 * count) / PARTS.get(next)!, kind: 'fraction', words: 2 };
  }
  const [part, whole] = word.split('-');
  if (whole !== undefined && PARTS.has(whole) && (SMALL.get(part!) ?? 0) > 0)
    return { value: (100 * SMALL.get(part!)!) / PARTS.get(whole)!, kind: 'fraction', words: 1 };
  // "five-strong", "sechsköpfig": so many of what is said of them.
  const joined = pieceOf(word, language);
  if (joined !== undefined) return { value: joined, kind: 'number', words: 1 };
  const many = PLENTY.get(word);
  if (many !== undefined) return { value: many, kind: 'atLeast', words: 1 };
  if (next === 'times' && (SMALL.get(word) ?? 0) > 1) return { value: SMALL.get(word)!, kind: 'number', words: 2 };
  const times = TIMES.get(word);
  if (times !== undefined) return { value: times, kind: 'number', words: 1 };
  if (language === 'de') return readGerman(word);
  const ordinal = ORDINALS.get(word);
  if (ordinal !== undefined) return { value: ordinal, kind: 'ordinal', words: 1 };
  return readEnglish(words, at);
}

const PIECE = /^(.{2,})-(?:strong|person|people|man|woman|member|seat|seater|page|part|storey|bed|room)s?$/;
const GERMAN_PIECE = /^(.{3,})(?:kopfig|teilig|stellig|sitzig|seitig|geschossig|gliedrig)(?:e[mnrs]?)?$/;

function pieceOf(word: string, language: GateLanguage): number | undefined {
  if (language === 'de') {
    const piece = GERMAN_PIECE.exec(word)?.[1];
    return piece === undefined ? undefined : germanValue(piece);
  }
  const piece = PIECE.exec(word)?.[1];
  return piece === undefined ? undefined : (SMALL.get(piece) ?? TENS.get(piece));
}

function fold(word: string | undefined): string | undefined {
  return word === undefined ? undefined : foldText(word);
}

function readEnglish(words: readonly string[], at: number): SpelledNumber | undefined {
  let total = 0;
  let part = 0;
  let used = 0;
  let took = 0;
  for (let i = at; i < words.length && i < at + 10; i++) {
    const word = fold(words[i])!;
    const pieces = word.split('-');
    const values = pieces.map((piece) => SMALL.get(piece) ?? TENS.get(piece));
    const scale = SCALES.get(word);
    if (values.every((value) => value !== undefined) && pieces.length <= 2) {
      const value = values.reduce<number>((sum, one) => sum + one!, 0);
      if (took > 0 && !follows(part, value)) break;
      part += value;
    } else if (scale !== undefined && (took > 0 || word === 'dozen' || isArticle(words[at - 1]))) {
      part = Math.max(part, 1) * scale;
      if (scale >= 1000) {
        total += part;
        part = 0;
      }
    } else if (word === 'and' && took > 0 && (part >= 100 || total > 0) && isSmall(words[i + 1])) continue;
    else break;
    took++;
    used = i - at + 1;
  }
  const value = total + part;
  if (took === 0 || (took === 1 && value === 1)) return undefined;
  return { value, kind: 'number', words: used };
}

const isArticle = (word: string | undefined): boolean => /^(?:a|an)$/i.test(word ?? '');
const isSmall = (word: string | undefined): boolean =>
  word !== undefined &&
  fold(word)!
    .split('-')
    .every((piece) => SMALL.has(piece) || TENS.has(piece));
/** "twenty one", "hundred five", but not "two three". */
const follows = (part: number, value: number): boolean =>
  (part >= 100 && part % 100 === 0) || (part >= 20 && part % 10 === 0 && value < 10) || part === 0;

function readGerman(word: string): SpelledNumber | undefined {
  if (word === 'dutzend') return { value: 12, kind: 'number', words: 1 };
  if (word === 'ein' || word === 'eins') return undefined;
  const value = germanValue(word);
  return value === undefined ? undefined : { value, kind: 'number', words: 1 };
}

function germanValue(word: string): number | undefined {
  const known = GERMAN_SMALL.get(word) ?? GERMAN_TENS.get(word);
  if (known !== undefined) return known === 6 && word === 'sech' ? undefined : word === 'sieb' ? undefined : known;
  for (const [scale, factor] of [
    ['tausend', 1000],
    ['hundert', 100],
  ] as const) {
    const cut = word.indexOf(scale);
    if (cut < 0) continue;
    const before = cut === 0 ? 1 : germanValueOrOne(word.slice(0, cut));
    const rest = word.slice(cut + scale.length).replace(/^und/, '');
    const after = rest === '' ? 0 : germanValueOrOne(rest);
    return before === undefined || after === undefined ? undefined : before * factor + after;
  }
  const tens = [...GERMAN_TENS].find(([ten]) => word.endsWith(`und${ten}`));
  if (tens) {
    const unit = germanValueOrOne(word.slice(0, -tens[0].length - 3));
    return unit !== undefined && unit < 10 ? unit + tens[1] : undefined;
  }
  if (word.endsWith('zehn')) {
    const unit = GERMAN_SMALL.get(word.slice(0, -4));
    return unit !== undefined && unit >= 3 && unit <= 9 ? unit + 10 : undefined;
  }
  return undefined;
}

const germanValueOrOne = (word: string): number | undefined => (word === 'ein' ? 1 : germanValue(word));
