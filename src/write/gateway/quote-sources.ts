// Sources as a model is shown them: JSON strings between lines with a mark that nobody could know. A string of JSON has no line
// ends and no bare quotes, so that no text in it can end it; characters that cannot be seen are written out.

import { randomBytes } from 'node:crypto';
import type { QuotedText } from '../model-gateway.ts';

/** Controls, formats (bidirectional, zero width, tags), separators of lines, surrogates without a partner, private use. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

export const newMark = (): string => randomBytes(12).toString('hex');

export function quoteSources(sources: readonly QuotedText[], mark: string): string {
  const lines = sources.map(({ id, text }) => quoteText(JSON.stringify({ id, text })));
  return [`SOURCES ${mark}`, ...lines, `SOURCES ${mark}`].join('\n');
}

/** Of a text of JSON: one line, in which everything can be seen. */
export const quoteText = (json: string): string => json.replace(UNSEEN, writeOut);

function writeOut(character: string): string {
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
}
