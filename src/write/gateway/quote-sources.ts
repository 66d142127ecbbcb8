// Sources as a model is shown them: JSON strings between lines with a mark that nobody could know. A string of JSON has no line
// ends and no bare quotes, so that no text in it can end it; characters that cannot be seen are written out.

import { randomBytes } from 'node:crypto';
import type { QuotedText } from '../model-gateway.ts';

/** Controls, formats (bidirectional, zero width, tags), separators of lines, surrogates without a partner, private use. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

export const newMark = (): string => randomBytes(12).toString('hex');

export function quoteSources(sources: readonly QuotedText[], mark: string): string {
  const lines = sources.map(({ id, text }) => JSON.stringify({ id, text }).replace(UNSEEN, writeOut));
  return [`SOURCES ${mark}`, ...lines, `SOURCES ${mark}`].join('\n');
}

function writeOut(character: string): string {
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
}
