// Which words of a text are those that were asked for: places in it, never markup.

import { splitWords } from './split-words.ts';
import type { TextSpan } from './search-types.ts';

/** `wanted`: whether this word, as it is written, is one of them. Neighbours become one span. */
export function highlightText(text: string, wanted: (word: string) => boolean): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const { text: word, start, end } of splitWords(text)) {
    if (!wanted(word)) continue;
    const last = spans.at(-1);
    if (last && start <= last.end) {
      last.start = Math.min(last.start, start);
      last.end = Math.max(last.end, end);
    } else spans.push({ start, end });
  }
  return spans;
}
