// Words as the entity model was taught to see them: the word rules of models/entities/labels.json.

/** Offsets are UTF-16 indexes into the text that was given. */
export interface EntityWord {
  start: number;
  end: number;
  /** A line break between two words, which is a word of its own. */
  newline: boolean;
}

const SPACE = 1;
const BREAK = 2;
const DROPPED = 3;
const MARK = 4;
const OTHER = 5;

const isBreak = /[\n\r\v\f\x85\u2028\u2029]/u;
const isSpace = /[\t\n\r\v\f\x85\p{Z}]/u;
const isDropped = /[\ufffd\p{C}]/u;
const isPunctuation = /[!-/:-@[-`{-~\p{P}]/u;
const isCjk =
  /[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{2a6df}\u{2a700}-\u{2b81f}\u{2b820}-\u{2ceaf}\u{2f800}-\u{2fa1f}]/u;

/** Filled as characters are met: asking the patterns takes longer than all the rest. */
const known = new Uint8Array(0x10000);

function kindOf(codePoint: number): number {
  const remembered = codePoint < known.length ? known[codePoint]! : 0;
  if (remembered > 0) return remembered;
  const character = String.fromCodePoint(codePoint);
  let kind = OTHER;
  if (isBreak.test(character)) kind = BREAK;
  else if (isSpace.test(character)) kind = SPACE;
  else if (isDropped.test(character)) kind = DROPPED;
  else if (isPunctuation.test(character) || isCjk.test(character)) kind = MARK;
  if (codePoint < known.length) known[codePoint] = kind;
  return kind;
}

const isSpaceKind = (kind: number): boolean => kind === SPACE || kind === BREAK;

/** In the order of the text, not overlapping. */
export function splitEntityWords(text: string): EntityWord[] {
  const words: EntityWord[] = [];
  const { length } = text;
  const widthAt = (at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);
  const kindAt = (at: number): number => kindOf(text.codePointAt(at)!);
  let at = 0;
  while (at < length) {
    const start = at;
    const kind = kindAt(at);
    if (isSpaceKind(kind)) {
      let breaks = false;
      while (at < length) {
        const next = kindAt(at);
        if (!isSpaceKind(next) && next !== DROPPED) break;
        breaks ||= next === BREAK;
        at += widthAt(at);
      }
      if (breaks && words.length > 0 && at < length) words.push({ start, end: at, newline: true });
    } else if (kind === OTHER) {
      let end = start;
      while (at < length) {
        const next = kindAt(at);
        if (next !== OTHER && next !== DROPPED) break;
        at += widthAt(at);
        if (next === OTHER) end = at;
      }
      words.push({ start, end, newline: false });
    } else {
      at += widthAt(at);
      if (kind === MARK) words.push({ start, end: at, newline: false });
    }
  }
  return words;
}

/** Whether the rules leave a character out of its word. */
export const isLeftOut = (character: string): boolean => kindOf(character.codePointAt(0)!) === DROPPED;
