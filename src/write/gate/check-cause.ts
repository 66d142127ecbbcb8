// One thing is told to have brought about the other only where a source says so.

import type { Finding, MannerInput } from './clause.ts';
import { clauseOf } from './clause-of.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sentence } from './read-text.ts';
import { causal, changing } from './vocabulary/claim-words.ts';
import type { Word } from './word.ts';

const LINKS = /^(?:which|who)$/;

/** Told as a consequence what the source tells side by side. */
export function checkCause({ told, segment, unit, lexicon, words }: MannerInput): Finding | undefined {
  const marker = causalMarker(clauseOf(told, segment), segment > 0 ? told : undefined, lexicon);
  if (!marker) return undefined;
  const said =
    unit &&
    [...Array(unit.sentence.segments).keys()].some(
      (one) => causalMarker(clauseOf(unit.sentence, one), one > 0 ? unit.sentence : undefined, lexicon) !== undefined,
    );
  if (said) return undefined;
  return {
    start: marker.start,
    end: words.at(-1)?.end ?? marker.end,
    kind: 'causality',
    why: 'No source says that the one brought about the other.',
    near: unit && { unit },
  };
}

const SOON =
  /^(?:be|take|sit|start|begin|open|close|end|finish|complete|graduate|launch|expire|arrive|join|move|visit|spend|give|go|run|retire|return|receive|become|follow|leave|meet)$/;

/** "due to rain", not "due to sit the exam". */
const isDueTo = (clause: readonly Word[], i: number): boolean =>
  clause[i + 1]?.folded === 'to' && !SOON.test(clause[i + 2]?.folded ?? '');

/** `sentence` is given for a clause that follows another. */
function causalMarker(clause: readonly Word[], sentence: Sentence | undefined, lexicon: Lexicon): Word | undefined {
  for (const [i, word] of clause.entries()) {
    const lower = word.raw.toLowerCase();
    if (lower === 'so' && clause[i + 1]?.raw.toLowerCase() !== 'far' && i === 0 && sentence) return word;
    if (lower === 'so' && clause[i + 1]?.raw.toLowerCase() === 'far') continue;
    if (causal.has(lower) && !(lower === 'due' && !isDueTo(clause, i))) return word;
    const changes = (one: Word | undefined): boolean => one !== undefined && lexicon.isOneOf(changing, one.stems[0]!);
    if (LINKS.test(lower) && sentence && (changes(clause[i + 1]) || changes(clause[i + 2]))) return word;
    if (lower === 'by' && /ing$/.test(clause[i + 1]?.raw ?? '')) return word;
    if (i === 0 && sentence && /ing$/.test(lower) && changes(word)) return word;
  }
  return undefined;
}
