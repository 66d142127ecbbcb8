// Finds printed labels: which phrase of a vocabulary stands where in a line. Longest match wins.

import type { Line } from '../../document/parsed-document.ts';
import { type Token, tokenize } from './tokens.ts';

export interface LabelTerm {
  /** What the phrase labels, usually a field path; several keys may share a phrase. */
  key: string;
  phrase: string;
  /** Added to the score of what this label finds; general phrases get a negative one. */
  weight: number;
}

export interface LabelHit {
  line: Line;
  start: number;
  end: number;
  terms: readonly LabelTerm[];
  /** Tokens in the phrase. */
  length: number;
  /** Unlabelled words right before the label in the same line, not cut off by punctuation: "due" in "due date". */
  wordsBefore: number;
  /** True when a colon (or the line's end) follows. */
  closed: boolean;
  /** Corrected by one letter because the text is OCR. */
  fuzzy: boolean;
}

/** Words before a label that do not change what it means: "grand total" is a total. */
const INTENSIFIERS = new Set(
  'grand gross final overall full gesamter total the our your ihr ihre votre su vs uw nos'.split(' '),
);

/** Words before a label that make it another one: a net total is not the total, an alternate number not the number. */
const CONTRASTS = new Set(
  'net netto nett sub tax vat ust mwst tva iva btw gst alt alternate external internal agency previous prior last old parent commission deposit non zwischen'.split(
    ' ',
  ),
);

/** "PO/2291": the first letters of a code. */
const CODE_GOES_ON = /^\p{Lu}{1,4}\/\d$/u;

interface Entry {
  tokens: string[];
  terms: LabelTerm[];
}

export interface LabelIndexOptions {
  /** Also report shorter phrases that begin where a longer one does: "invoice" within "invoice number". */
  nested?: boolean;
}

export interface LabelIndex {
  /** Hits of one line, left to right, not overlapping. */
  find(line: Line, fuzzy: boolean): LabelHit[];
}

/** Compiles a vocabulary once; finding is linear in the tokens of a line. */
export function createLabelIndex(terms: readonly LabelTerm[], options: LabelIndexOptions = {}): LabelIndex {
  const byFirst = new Map<string, Entry[]>();
  const seen = new Map<string, Entry>();
  const words = new Set<string>();
  for (const term of terms) {
    const tokens = tokenize(term.phrase).map((t) => t.text);
    if (tokens.length === 0) continue;
    const id = tokens.join(' ');
    const entry = seen.get(id);
    if (entry) {
      if (!entry.terms.some((t) => t.key === term.key)) entry.terms.push(term);
      continue;
    }
    const created = { tokens, terms: [term] };
    seen.set(id, created);
    for (const token of tokens) if (token.length >= 5) words.add(token);
    const list = byFirst.get(tokens[0]!);
    if (list) list.push(created);
    else byFirst.set(tokens[0]!, [created]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);
  const correct = createCorrector(words);
  const mend = (tokens: readonly Token[]): MendedTokens => mendTokens(tokens, words, correct);
  return { find: (line, fuzzy) => findInLine(line, byFirst, options.nested === true, fuzzy ? mend : undefined) };
}

function findInLine(
  line: Line,
  byFirst: Map<string, Entry[]>,
  nested: boolean,
  mend?: (tokens: readonly Token[]) => MendedTokens,
): LabelHit[] {
  const printed = tokenize(line.text);
  const { tokens, changed: fuzzy } = mend ? mend(printed) : { tokens: printed, changed: false };
  const hits: LabelHit[] = [];
  let i = 0;
  let lastEnd = 0;
  while (i < tokens.length) {
    const entries = byFirst.get(tokens[i]!.text);
    if (!entries) {
      i++;
      continue;
    }
    const matches = matchesAt(line.text, tokens, i, entries, nested);
    let next = i + 1;
    for (const match of matches) {
      const first = tokens[i]!;
      const last = tokens[match.last]!;
      // A compound split off inside a word is only a label together with its whole word.
      const cutsWord = tokens[match.last + 1]?.start === last.end && isLetter(line.text, last.end);
      const insideWord = first.start > 0 && isLetter(line.text, first.start - 1) && isLetter(line.text, first.start);
      if (cutsWord || (insideWord && !first.head) || CODE_GOES_ON.test(line.text.slice(first.start, last.end + 2)))
        continue;
      hits.push({
        line,
        start: first.start,
        end: last.end,
        terms: match.entry.terms,
        length: match.entry.tokens.length,
        wordsBefore: countWordsBefore(line.text, tokens, i, lastEnd),
        closed: /^[.)\]]?\s*(?:\([^)]{0,24}\)\s*)?(?:[:：=]|$)/.test(line.text.slice(last.end)),
        fuzzy,
      });
      // Where several readings are wanted, words inside a passed-over parenthesis speak for themselves too.
      const skipped = match.last - i + 1 > match.entry.tokens.length;
      if (match.last + 1 > next && !(nested && skipped)) next = match.last + 1;
    }
    if (hits.length > 0 && next > i + 1) lastEnd = Math.max(lastEnd, tokens[next - 1]!.end);
    else if (matches.length > 0) lastEnd = Math.max(lastEnd, hits.at(-1)?.end ?? 0);
    i = next;
  }
  return hits;
}

interface Match {
  entry: Entry;
  /** Index of its last token. */
  last: number;
}

const NO_MATCHES: readonly Match[] = [];

/** The entries that stand at token `at`, longest first; a parenthesis between words is passed over: "Invoice (copy) No." */
function matchesAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  entries: readonly Entry[],
  nested: boolean,
): readonly Match[] {
  let found = NO_MATCHES;
  for (const entry of entries) {
    let next = at;
    let matched = 1;
    while (matched < entry.tokens.length) {
      next++;
      if (next >= tokens.length) break;
      if (tokens[next]!.text === entry.tokens[matched]) matched++;
      else if (next - at > 6 || !text.includes('(') || !isParenthesised(text, tokens[next]!)) break;
    }
    if (matched < entry.tokens.length) continue;
    const match = { entry, last: next };
    found = found.length === 0 ? [match] : [...found, match];
    if (!nested) break;
  }
  return found;
}

/** Parentheses longer than this are prose. */
const PARENTHESIS_REACH = 40;

function isParenthesised(text: string, token: Token): boolean {
  const before = text.slice(Math.max(0, token.start - PARENTHESIS_REACH), token.start);
  const after = text.slice(token.end, token.end + PARENTHESIS_REACH);
  return before.lastIndexOf('(') > before.lastIndexOf(')') && after.includes(')');
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return /\p{L}/u.test(text[at] ?? '');
}

function countWordsBefore(text: string, tokens: readonly Token[], at: number, lastEnd: number): number {
  let count = 0;
  let right = tokens[at]!.start;
  for (let k = at - 1; k >= 0 && count < 4; k--) {
    const token = tokens[k]!;
    if (token.end <= lastEnd && lastEnd > 0) break;
    if (token.end === right) {
      right = token.start;
      continue;
    }
    if (/[:;,.|()\n/]/.test(text.slice(token.end, right))) break;
    if (!/\p{L}/u.test(token.text)) break;
    right = token.start;
    if (INTENSIFIERS.has(token.text)) continue;
    count += CONTRASTS.has(token.text) ? 3 : 1;
  }
  return count;
}

interface MendedTokens {
  tokens: readonly Token[];
  changed: boolean;
}

/** Words in large type are torn most: "Auf trag". More pieces than this are letters set apart. */
const MOST_PIECES = 6;

/** Tokens of an OCR line with torn words joined and one letter corrected, where that gives a word of the vocabulary. */
function mendTokens(
  tokens: readonly Token[],
  words: ReadonlySet<string>,
  correct: (word: string) => string | undefined,
): MendedTokens {
  const mended: Token[] = [];
  let changed = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const last = words.has(token.text) ? i : endOfTorn(tokens, i, words);
    const text = last > i ? textOf(tokens, i, last) : (correct(token.text) ?? token.text);
    if (text === token.text) mended.push(token);
    else {
      mended.push({ ...token, text, end: tokens[last]!.end });
      changed = true;
    }
    i = last;
  }
  return { tokens: changed ? mended : tokens, changed };
}

/** Index of the last piece of a word that begins with token `at`; `at` itself when nothing is torn there. */
function endOfTorn(tokens: readonly Token[], at: number, words: ReadonlySet<string>): number {
  for (let last = at + 1; last < tokens.length && last < at + MOST_PIECES; last++) {
    const gap = tokens[last]!.start - tokens[last - 1]!.end;
    if (gap > 1 || !/^\p{L}+$/u.test(tokens[last]!.text)) break;
    if (words.has(textOf(tokens, at, last))) return last;
  }
  return at;
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let i = from; i <= to; i++) text += tokens[i]!.text;
  return text;
}

/** Maps an OCR word to the vocabulary word one edit away, if it is long enough to be safe. */
function createCorrector(words: ReadonlySet<string>): (word: string) => string | undefined {
  const byLength = new Map<number, string[]>();
  for (const word of words) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  const cache = new Map<string, string | undefined>();
  return (word) => {
    if (word.length < 5 || words.has(word)) return undefined;
    if (cache.has(word)) return cache.get(word);
    let found: string | undefined;
    for (const length of [word.length, word.length - 1, word.length + 1]) {
      found = byLength.get(length)?.find((candidate) => isOneEditAway(word, candidate));
      if (found) break;
    }
    if (cache.size > 5000) cache.clear();
    cache.set(word, found);
    return found;
  };
}

function isOneEditAway(a: string, b: string): boolean {
  if (a.length > b.length) return isOneEditAway(b, a);
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a.length === b.length ? a.slice(i + 1) === b.slice(i + 1) : a.slice(i) === b.slice(i + 1);
}
