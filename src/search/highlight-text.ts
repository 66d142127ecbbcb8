// Which words of a text are those that were asked for: places in it, never markup.

import type { TextSpan } from './search-types.ts';
import { splitWords } from './split-words.ts';

/** `wanted`: whether this word, as it is written, is one of them. Neighbours become one span. */
export function highlightText(text: string, wanted: (word: string) => boolean): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const word of splitWords(text)) {
    if (!wanted(word.text)) continue;
    let { start } = word;
    // A joined code begins before its parts, which are spans already.
    for (let last = spans.at(-1); last && last.end >= start; last = spans.at(-1)) {
      start = Math.min(start, last.start);
      spans.pop();
    }
    spans.push({ start, end: word.end });
  }
  return spans;
}
