// How something is claimed: whether it happened at all, was only meant, was only helped with, in a lesser rank, as a cause.

import type { ClauseInput, Finding, Found } from './check-clause.ts';
import type { Lexicon } from './lexicon.ts';
import type { Occurrence } from './match-words.ts';
import type { Sentence, Word } from './read-text.ts';
import { causal, changing, hedges, helping, lesseningAfter, lesseningBefore } from './vocabulary/claim-words.ts';

export interface MannerInput extends ClauseInput {
  words: readonly Word[];
  found: Found;
}

export function checkManner(input: MannerInput): Finding[] {
  return [denial(input), firmness(input), involvement(input), ...rank(input), causes(input)].filter((one) => one !== undefined);
}

const spanOf = (words: readonly Word[]): { start: number; end: number } => ({
  start: words[0]!.start,
  end: words.at(-1)!.end,
});

/** The clause of the source sentence that shares most with what is told. */
export function alignedSegment({ unit, words, found }: Pick<MannerInput, 'unit' | 'words' | 'found'>): number | undefined {
  if (!unit) return undefined;
  const counts = new Map<number, number>();
  for (const word of words) {
    const inUnit = (found.get(word) ?? []).filter((one) => one.unit === unit && one.index >= 0);
    for (const segment of new Set(inUnit.map((one) => one.word.segment))) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  }
  let best: number | undefined;
  for (const [segment, count] of counts) if (best === undefined || count > counts.get(best)!) best = segment;
  return best;
}

const clauseOf = (sentence: Sentence, segment: number): Word[] => sentence.words.filter((word) => word.segment === segment);

function denial({ words, found, unit }: MannerInput): Finding | undefined {
  for (const word of words) {
    const all = found.get(word) ?? [];
    const own = all.filter((one) => one.unit === unit);
    const occurrences = own.length > 0 ? own : all;
    if (occurrences.length === 0 || occurrences.some((one) => one.word.denied === word.denied)) continue;
    const why = word.denied ? 'The sources affirm what is denied here.' : 'The sources deny what is said here.';
    return { start: word.start, end: word.end, kind: 'negation', why, near: { unit: occurrences[0]!.unit } };
  }
  return undefined;
}

/** What was planned, may be or was nominated is told as such. */
function firmness(input: MannerInput): Finding | undefined {
  const { unit, told, segment, words } = input;
  const aligned = alignedSegment(input);
  if (!unit || aligned === undefined || words.length === 0) return undefined;
  const said = clauseOf(unit.sentence, aligned).filter((word, i, all) => isHedge(word, all[i + 1]) && !isNoHedge(word, unit.sentence));
  if (said.length === 0) return undefined;
  const clause = clauseOf(told, segment);
  if (clause.some((word, i) => isHedge(word, clause[i + 1]))) return undefined;
  // Only what the hedge speaks of: behind it, or the whole clause when it stands at the end.
  const from = said[0]!.start;
  const meant = words.filter((word) => (input.found.get(word) ?? []).some((one) => one.unit === unit && one.word.segment === aligned && (one.word.start > from || isLate(from, unit.sentence, aligned))));
  if (meant.length === 0) return undefined;
  return { ...spanOf(words), kind: 'hedge', why: `The source says "${said[0]!.raw}": it is not said to have happened.`, near: { unit } };
}

/** "to be submitted" is not submitted. */
const isHedge = (word: Word, next: Word | undefined): boolean =>
  hedges.has(word.raw.toLowerCase()) || (word.folded === 'to' && next?.folded === 'be');

const isLate = (at: number, sentence: Sentence, segment: number): boolean => {
  const clause = clauseOf(sentence, segment);
  return clause.findIndex((word) => word.start === at) >= clause.length / 2;
};

/** "plant" and "plan" as nouns, "may" as a name. */
function isNoHedge(word: Word, sentence: Sentence): boolean {
  const before = sentence.words[sentence.words.indexOf(word) - 1]?.folded;
  return word.name || (/^plans?$|^plant$|^aims?$|^will$/.test(word.folded) && /^(?:the|a|an|his|her|my|our|their|its|this)$/.test(before ?? ''));
}

function involvement(input: MannerInput): Finding | undefined {
  const { unit, told, segment, words, lexicon } = input;
  const aligned = alignedSegment(input);
  if (!unit || aligned === undefined || words.length === 0) return undefined;
  const helps = (word: Word): boolean => !word.name && word.stems.some((stem) => lexicon.isOneOf(helping, stem));
  const said = clauseOf(unit.sentence, aligned).find(helps);
  if (!said || clauseOf(told, segment).some(helps)) return undefined;
  const shared = words.some((word) => (input.found.get(word) ?? []).some((one) => one.unit === unit && one.word.segment === aligned && one.word.start > said.start));
  if (!shared) return undefined;
  return { ...spanOf(words), kind: 'strength', why: `The source says "${said.raw}": it was not done alone.`, near: { unit } };
}

/** A deputy head is not told as head, a junior developer not as developer. */
function rank({ told, words, found, lexicon }: MannerInput): Finding[] {
  const findings: Finding[] = [];
  const toldLess = new Set(told.words.filter((word) => isLessening(word, lexicon)).map((word) => word.stems[0]!));
  for (const word of words) {
    const occurrences = (found.get(word) ?? []).filter((one) => one.index >= 0);
    if (occurrences.length === 0) continue;
    const lessened = occurrences.map((one) => lessenedBy(one, lexicon));
    if (lessened.some((by) => by === undefined)) continue;
    const by = lessened[0]!;
    if (by.ordinal !== undefined ? told.quantities.some(({ dimension }) => dimension === 'ordinal') : toldLess.size > 0) continue;
    if (by.word === word.folded) continue;
    findings.push({
      start: word.start,
      end: word.end,
      kind: 'title',
      why: `The source says "${by.text}".`,
      near: { unit: occurrences[0]!.unit },
    });
  }
  return findings;
}

const isLessening = (word: Word, lexicon: Lexicon): boolean =>
  lesseningBefore.has(word.folded) || lesseningAfter.has(word.folded) || lexicon.isOneOf(lesseningBefore, word.stems[0]!);

function lessenedBy({ unit, word, index }: Occurrence, lexicon: Lexicon): { text: string; word?: string; ordinal?: number } | undefined {
  const { words, quantities, start } = unit.sentence;
  const text = unit.sentence.text;
  const before = words[index - 1];
  const behind = words[index + 1];
  const adjacent = (a: number, b: number): boolean => b - a <= 1 && !/[,;.]/.test(text.slice(a - start, b - start));
  if (before && adjacent(before.end, word.start) && isLesseningBefore(before, lexicon)) return { text: `${before.raw} ${word.raw}`, word: before.folded };
  if (behind && adjacent(word.end, behind.start) && lesseningAfter.has(behind.folded)) return { text: `${word.raw} ${behind.raw}`, word: behind.folded };
  const ordinal = quantities.find((one) => one.dimension === 'ordinal' && one.readings[0]! > 1 && adjacent(one.end, word.start));
  return ordinal && { text: `${text.slice(ordinal.start - start, ordinal.end - start)} ${word.raw}`, ordinal: ordinal.readings[0]! };
}

const isLesseningBefore = (word: Word, lexicon: Lexicon): boolean =>
  lesseningBefore.has(word.folded) && !/ed$|s$/.test(word.folded) && lexicon.language !== 'other';

const LINKS = /^(?:which|who)$/;

/** Told as a consequence what the source tells side by side. */
function causes({ told, segment, unit, lexicon, words }: MannerInput): Finding | undefined {
  const marker = causalMarker(clauseOf(told, segment), segment > 0 ? told : undefined, lexicon);
  if (!marker) return undefined;
  const said = unit && [...Array(unit.sentence.segments).keys()].some((one) => causalMarker(clauseOf(unit.sentence, one), one > 0 ? unit.sentence : undefined, lexicon) !== undefined);
  if (said) return undefined;
  return { start: marker.start, end: words.at(-1)?.end ?? marker.end, kind: 'causality', why: 'No source says that the one brought about the other.', near: unit && { unit } };
}

/** `sentence` is given for a clause that follows another. */
function causalMarker(clause: readonly Word[], sentence: Sentence | undefined, lexicon: Lexicon): Word | undefined {
  for (const [i, word] of clause.entries()) {
    const lower = word.raw.toLowerCase();
    if (lower === 'so' && clause[i + 1]?.raw.toLowerCase() !== 'far' && i === 0 && sentence) return word;
    if (causal.has(lower) && !(lower === 'due' && clause[i + 1]?.raw.toLowerCase() !== 'to')) return word;
    const changes = (one: Word | undefined): boolean => one !== undefined && lexicon.isOneOf(changing, one.stems[0]!);
    if (LINKS.test(lower) && sentence && (changes(clause[i + 1]) || changes(clause[i + 2]))) return word;
    if (lower === 'by' && /ing$/.test(clause[i + 1]?.raw ?? '')) return word;
    if (i === 0 && sentence && /ing$/.test(lower) && changes(word)) return word;
  }
  return undefined;
}
