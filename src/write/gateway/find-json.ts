// Where in a model's text the JSON stands: alone, in a code fence, or in the middle of prose. Cut off or too deep, there is none.

export interface FoundJson {
  /** Complete blocks, as they stand; the likeliest first. */
  blocks: string[];
  trouble: 'none' | 'cut-off' | 'too-deep' | undefined;
}

export const DEEPEST = 32;
const MOST_BLOCKS = 8;

/** One pass over the text, however it is built. */
export function findJson(text: string): FoundJson {
  const blocks: string[] = [];
  let depth = 0;
  let start = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"') inString = false;
    } else if (c === '"') {
      // A quotation mark of prose opens no string.
      inString = depth > 0;
    } else if (c === '{' || c === '[') {
      if (depth === 0) start = i;
      if (++depth > DEEPEST) return { blocks: [], trouble: 'too-deep' };
    } else if ((c === '}' || c === ']') && depth > 0) {
      if (--depth === 0) blocks.push(text.slice(start, i + 1));
    }
  }
  if (blocks.length > 0) {
    // What a model leaves open behind a whole answer is its chatter; what is open before any is the answer itself.
    return { blocks: blocks.sort((a, b) => b.length - a.length).slice(0, MOST_BLOCKS), trouble: undefined };
  }
  return { blocks, trouble: depth > 0 ? 'cut-off' : 'none' };
}
