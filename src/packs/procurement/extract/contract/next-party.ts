// Within a parties clause: where one party's description ends and the next party begins.

import { type PartyName, readNameAt } from './party-name.ts';

/** Longest description of one party: address, register, representatives. */
const TAIL = 1_100;

const BLANK =
  /^[\s,;:()\d.]*(?:_{2,}[_\s]*|\[[^\]]{0,60}\]|\.{4,}|…+|(?:and\s+)?(?:the\s+(?:undersigned|person|individual|entity|employee|executive|director|recipient)|die\s+unterzeichnende|le\s+soussigné)\b|\(?["“„«])/iu;

/** Length of a blank, a bracket to be filled or "the undersigned" at `at`; 0 when it is none of these. */
export function blankAt(text: string, at: number): number {
  return BLANK.exec(text.slice(at, at + 90))?.[0].length ?? 0;
}

export interface NextParty {
  at: number;
  /** Where the tail of the party before ends. */
  separator: number;
}

const SEPARATOR =
  /[,;.]?\s+(?:and|und|et|y|e|en|as well as|sowie|ainsi que|&)\s+(?:(?:de\s+(?:la\s+)?otra(?:\s+parte)?|d['’]autre\s+part|dall['’]altra(?:\s+parte)?|de\s+outra?(?:\s+parte)?|andererseits|anderzijds)\s*,?\s*)?|;\s*|\n\s*(?:\(?(?:[1-9]|[ivx]{1,4}|[a-h])[.)]\)?\s+)?|\((?:[2-9]|ii|iii|iv|b|c|d)\)\s+|,\s+/giu;
const REPRESENTED =
  /vertreten|represented|représentée?|representad|rappresentat|vertegenwoordig|acting\s+(?:by|through)|por\s+medio|handelnd|director|attention|attn/i;

/** Where the next party of the clause begins, looking over address, description and brackets of the one before. */
export function findNextParty(text: string, from: number, limit: number): NextParty | undefined {
  const window = text.slice(from, Math.min(limit, from + TAIL));
  const end = tailEnd(text, from, limit) - from;
  const depths = bracketDepths(window);
  SEPARATOR.lastIndex = 0;
  for (let match = SEPARATOR.exec(window); match; match = SEPARATOR.exec(window)) {
    if (match.index >= end) return undefined;
    SEPARATOR.lastIndex = Math.max(match.index + 1, match.index + match[0].length - 1);
    if (depths[match.index]! > 0) continue;
    const at = from + match.index + match[0].length;
    const word = /\p{L}/u.test(match[0].replace(/\([^)]*\)/g, ''));
    const name = readNameAt(text, at);
    if (name && name.start - at < 40) {
      const before = window.slice(0, match.index);
      const strong = word || /[;(\d]/.test(match[0]);
      const closes = at < limit && name.end >= limit - 3;
      if (isNextParty(name, { before, after: text.slice(name.end, name.end + 60), word, strong, closes }))
        return { at, separator: from + match.index };
    } else if (word && blankAt(text, at) > 0 && !/^\s*(?:its|any|all)\b/i.test(text.slice(at, at + 8))) {
      return { at, separator: from + match.index };
    }
  }
  return undefined;
}

interface Surroundings {
  /** From the party before to the separator, and what follows the name. */
  before: string;
  after: string;
  /** The separator is a word ("and"); or at least a semicolon or a number. */
  word: boolean;
  strong: boolean;
  /** The name is the last thing in the clause. */
  closes: boolean;
}

const DEFINED =
  /^["”]?[\s,]{0,3}\(\s*(?:the |an |herein[a-z]* |collectively |"|“|„|«|')|^\s*\(\s*\p{Lu}[\p{Lu}\p{Ll} ]{2,30}\)/u;
const DESCRIBED =
  /^,?\s+(?:an?\s+\p{L}|with\s|having\s|located\s|whose\s|organi[sz]ed|incorporated|mit\s+(?:dem\s+)?sitz|con\s+(?:sede|domicilio)|sise|dont\s|au\s+capital|gevestigd|com\s+sede|residing|on\s+the\s+other|jointly|together|as\s+\p{Lu}|hereinafter|f\/k\/a|d\/b\/a)/iu;

function isNextParty(name: PartyName, { before, after, word, strong, closes }: Surroundings): boolean {
  const defined = DEFINED.test(after);
  const described = DESCRIBED.test(after);
  // "represented by Jane Doe and John Roe": officers, not parties.
  if (name.kind === 'person' && !defined && REPRESENTED.test(before)) return false;
  if (
    name.kind === 'company' &&
    name.certainty >= 0.75 &&
    (defined || strong || described || /^[.,;]?\s*\n/.test(after))
  )
    return true;
  if (name.kind === 'person' && ((strong && word) || (name.certainty >= 0.6 && (described || defined)))) return true;
  // A name without a form: towns and streets stand between commas too, so it takes a word and an ending.
  return strong && name.certainty >= 0.3 && (defined || (word && (described || closes || ENDS.test(after))));
}

const ENDS = /^\s*(?:[,.;(]|$|are\b|as\b|agree|\n)/iu;

/** Bracket depth before each character; linear. */
function bracketDepths(text: string): Uint8Array {
  const depths = new Uint8Array(text.length + 1);
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === ')' && depth > 0) depth--;
    depths[i] = depth;
    if (c === '(' && depth < 3) depth++;
  }
  return depths;
}

const SENTENCE_END = /[.](?=\s+["“]?(?:\p{Lu}\p{Ll}*|\p{Lu}\.|\d+\.)\s)/gu;
const ABBREVIATED =
  /(?:^|[\s(.])(?:\p{L}|\p{Lu}\p{L}{0,3}|inc|corp|co|ltd|llc|no|nr|st|ste|ave|blvd|rd|str|jr|sr|mr|ms|mrs|dr|u\.s|n\.v|b\.v|s\.a|l\.p|bldg|fl|rm|tel|abs|art|ziff|bzw)$/iu;
const SENTENCE_START =
  /^\s+["“]?(?:The|This|These|Each|In|For|Collectively|As|It|Whereas|Both|If|When|Pursuant|Company|Capitalized|Under|Throughout|Die|Der|Das|Les|Le|La|Las|Los|Il|Het|De|\d+\.)\s/u;

/** End of the sentence that names the party, or the limit. */
export function tailEnd(text: string, from: number, limit: number): number {
  const window = text.slice(from, Math.min(limit, from + TAIL));
  for (const match of window.matchAll(SENTENCE_END)) {
    const before = window.slice(Math.max(0, match.index - 12), match.index);
    const after = window.slice(match.index + 1, match.index + 24);
    if (!ABBREVIATED.test(before) || SENTENCE_START.test(after) || /^\s*\n\s*\p{Lu}\.\s/u.test(after))
      return from + match.index;
  }
  // A name that ends in "Inc." takes the full stop with it.
  if (text[from - 1] === '.' && SENTENCE_START.test(window.slice(0, 24))) return from;
  return from + window.length;
}
