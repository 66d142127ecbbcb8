// How many tokens a word-piece encoder makes of a text, without loading it: rather too many than too few.

/** Runs of letters, runs of digits, anything else but space one by one. */
const PARTS = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*|\p{Nd}+|\P{White_Space}/gu;
const HANGUL = /\p{Script=Hangul}/u;

export function estimateTokens(text: string): number {
  let count = 0;
  for (const [part] of text.matchAll(PARTS)) count += tokensOf(part);
  return count;
}

/** Short words are pieces of their own; long ones fall apart, foreign ones into smaller parts than English ones. */
function tokensOf(part: string): number {
  const first = part.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return Math.ceil(part.length / 2);
  if (part.length === 1) return 1;
  // A syllable is taken apart into up to three letters.
  if (HANGUL.test(part)) return 3;
  return part.length <= 4 ? 1 : Math.ceil(part.length / 3.5);
}
