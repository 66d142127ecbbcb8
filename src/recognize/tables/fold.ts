// Text as column titles and row labels are compared: folded words of letters and digits, with % and # kept as words.

import { foldText } from '../labels/tokens.ts';

const TOKEN = /[\p{L}\p{N}]+|[%#]/gu;
const MAX_CHARACTERS = 400;

/** "Art.Nr." → ["art", "nr"], "MwSt-%" → ["mwst", "%"]. Only the first 400 characters count. */
export function foldTokens(text: string): string[] {
  const cut = text.length > MAX_CHARACTERS ? text.slice(0, MAX_CHARACTERS) : text;
  return foldText(cut.replaceAll('№', '#')).match(TOKEN) ?? [];
}
