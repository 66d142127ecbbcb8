// Characters by which a text says one thing to a reader and another to a machine: no honest rewrite needs them.

export interface Disguise {
  start: number;
  end: number;
  why: 'invisible' | 'mixed-script' | 'unusual-digits' | 'styled-letters';
}

/** Nothing to see: zero-width, bidi controls, tags, soft hyphens, fillers. Joiners between letters that need them are left. */
const INVISIBLE =
  /\u034F|\u17B4|\u17B5|[\u180B-\u180E]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]|[\u00AD\u061C\u115F\u1160\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\u{1D173}-\u{1D17A}\u{E0000}-\u{E00FF}\u{E01F0}-\u{E0FFF}]/gu;
const STYLED = /[\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F1E5}\uFF21-\uFF5A\u2460-\u24FF]/gu;
const DIGITS = /(?![0-9])\p{Nd}/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const JOINED_SCRIPTS =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}\p{Script=Malayalam}]/u;

export function findDisguises(text: string): Disguise[] {
  const found: Disguise[] = [];
  const isPlain = /^[\x20-\x7e\n]*$/.test(text);
  if (isPlain) return found;
  for (const match of text.matchAll(INVISIBLE)) {
    const joiner = match[0] === '\u200C' || match[0] === '\u200D';
    if (joiner && JOINED_SCRIPTS.test(text.slice(Math.max(0, match.index - 1), match.index))) continue;
    if (match[0] === '\uFE0F') continue;
    found.push({ start: match.index, end: match.index + match[0].length, why: 'invisible' });
  }
  for (const match of text.matchAll(STYLED))
    found.push({ start: match.index, end: match.index + match[0].length, why: 'styled-letters' });
  for (const match of text.matchAll(DIGITS))
    found.push({ start: match.index, end: match.index + match[0].length, why: 'unusual-digits' });
  for (const match of text.matchAll(WORD)) {
    const scripts = [
      /\p{Script=Latin}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Greek}/u,
      /\p{Script=Armenian}/u,
      /\p{Script=Cherokee}/u,
    ];
    if (scripts.filter((script) => script.test(match[0])).length > 1)
      found.push({ start: match.index, end: match.index + match[0].length, why: 'mixed-script' });
  }
  return found.sort((a, b) => a.start - b.start);
}
