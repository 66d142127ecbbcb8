// Where sentences end: at a full stop that is not one of an abbreviation, an initial or a German ordinal, and at line ends.

import type { GateLanguage } from './language.ts';

const END = /[.!?]+["”’)\]]*(?=\s+["“„(]?[\p{Lu}\p{N}])|\n+/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{L}|mr|mrs|ms|dr|prof|st|no|nr|inc|ltd|co|corp|vs|e\.g|i\.e|approx|ca|bzw|z\.b|mio|mrd|tsd|sept|jan|feb|aug|oct|nov|dec|okt|dez|hrsg|str|abs|art|bspw|inkl|exkl|zzgl|incl|excl|avg|min|max|esp|dept|resp|durchschn|geb|b\.v|n\.v|s\.a)\.$/iu;

/** "Python and R.": a name of one letter, no initial. */
const LETTER_IN_LIST = /(?:[,(]|\b(?:and|or|in|with|und|oder|mit)) \p{Lu}\.$/u;

export function splitSentences(text: string, language: GateLanguage): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed !== '') sentences.push({ start: start + lead, end: start + lead + trimmed.length });
    start = end;
  };
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(start, end - 14), end);
    const isLine = match[0].startsWith('\n');
    if (!isLine && ABBREVIATION.test(before) && !LETTER_IN_LIST.test(before)) continue;
    if (
      !isLine &&
      language === 'de' &&
      /(?<!\d)\d{1,2}\.$/.test(before) &&
      /^\s+\p{Lu}\p{L}{2,}/u.test(text.slice(end, end + 12))
    )
      continue;
    push(end);
  }
  push(text.length);
  return sentences;
}
