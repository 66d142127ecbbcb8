// Texts and names of skills as tokens, so that "Front-end", "front end" and "FRONT END" are one: runs of letters and digits, with
// what belongs to a name (`C++`, `C#`, `.NET`), and what stands between them.

/** Offsets are UTF-16 indexes into the text. */
export interface Token {
  start: number;
  end: number;
  /** Lower-case, without diacritics. */
  key: string;
}

/** What may stand between two tokens of one name. `space` stands for a hyphen, too. */
export type Gap = 'space' | 'joiner' | 'none';

const pattern = /\.?[\p{L}\p{N}]+(?:\+{1,2}|#)?/gu;
const isLetter = /[\p{L}\p{N}]/u;
const notAscii = /[^\0-\x7f]/;

export function splitTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { index, 0: raw } of text.matchAll(pattern)) {
    let start = index;
    let end = index + raw.length;
    if (raw.startsWith('.') && (isLetter.test(text[index - 1] ?? ' ') || /^\.\p{N}/u.test(raw))) start++;
    // `a+b` is no `A+`.
    if (/[+#]$/.test(raw) && isLetter.test(text[end] ?? ' ')) end = index + raw.replace(/[+#]+$/, '').length;
    tokens.push({ start, end, key: tokenKey(text.slice(start, end)) });
  }
  return tokens;
}

export function tokenKey(raw: string): string {
  const lower = raw.toLowerCase();
  return notAscii.test(lower)
    ? lower
        .normalize('NFKD')
        .replace(/\p{Mn}/gu, '')
        .replace(/ß/g, 'ss')
    : lower;
}

const MOST_SPACE = 4;

const isBlank = (character: string): boolean => character === ' ' || character === '\u00a0' || character === '\t';

/** undefined where what lies between the two separates them. A line may break inside a name once. */
export function gapBetween(text: string, start: number, end: number): Gap | undefined {
  if (start === end) return 'none';
  if (end - start > MOST_SPACE) return undefined;
  let joiner = false;
  let hyphens = 0;
  let breaks = 0;
  for (let at = start; at < end; at++) {
    const character = text[at]!;
    if (isBlank(character)) continue;
    if (character === '\n') breaks++;
    else if (character === '-' || character === '\u2010' || character === '\u2011') hyphens++;
    else if (character === '\r') continue;
    else if ("./&'’_+:§".includes(character) && !joiner) joiner = true;
    else return undefined;
  }
  if (breaks > 1) return undefined;
  // "Lohn- und Gehaltsabrechnung" is one name; a hyphen with a space on each side separates.
  if (hyphens > 0 && isBlank(text[start]!) && isBlank(text[end - 1]!)) return undefined;
  if (joiner) return breaks > 0 || hyphens > 0 ? undefined : 'joiner';
  return 'space';
}

/** The punctuation of a `joiner` gap. */
export const joinerOf = (text: string, start: number, end: number): string =>
  text.slice(start, end).trim().replace('’', "'");
