// Whether a word of a rewrite stands in what is cited, as itself, in another form, or as a word that says the same or less.

import { foldText } from '../../recognize/labels/tokens.ts';
import type { Lexicon } from './lexicon.ts';
import type { Unit } from './prepare-sources.ts';
import type { Sentence } from './read-text.ts';
import { LEGAL_FORMS, titleWords } from './vocabulary/claim-words.ts';
import type { Word } from './word.ts';

export interface Occurrence {
  unit: Unit;
  word: Word;
  /** The unit's own sentence, or an earlier one that it carries. */
  sentence: Sentence;
  /** Position among the sentence's words. */
  index: number;
  carried: boolean;
}

export const isLegalForm = (word: Word): boolean => LEGAL_FORMS.has(word.folded);

export function findOccurrences(told: Word, units: readonly Unit[], lexicon: Lexicon): Occurrence[] {
  const found: Occurrence[] = [];
  for (const unit of units) {
    for (const [index, word] of unit.sentence.words.entries())
      if (saysWord(word, told, lexicon)) found.push({ unit, word, sentence: unit.sentence, index, carried: false });
    for (const { word, sentence, index } of unit.carried)
      if (saysWord(word, told, lexicon)) found.push({ unit, word, sentence, index, carried: true });
  }
  if (found.length === 0 && told.folded.length >= 3 && /^\p{Lu}+$/u.test(told.raw))
    found.push(...findInitials(told, units));
  return found;
}

export function saysWord(said: Word, told: Word, lexicon: Lexicon): boolean {
  if (said.folded === told.folded) return !told.free || said.name || /^\p{Lu}/u.test(said.raw);
  if (told.free) return false;
  // "Leiter" has the stem of "leiten": a title is told from a title.
  if (isGermanTitle(told, lexicon)) return withoutGender(said.folded) === withoutGender(told.folded);
  // "Head of Sales" is not told from "led sales".
  if (isEnglishTitle(told, lexicon))
    return said.folded === told.folded || (said.stems[0] === told.stems[0] && !/(?:ed|ing)$/.test(said.folded));
  if (said.stems.some((stem) => told.stems.includes(stem))) return !isShaped(told) || isShaped(said);
  if (told.name && !/^(?:\p{Lu}{2,5}|PhD)$/u.test(told.raw))
    return told.stems.length > 1 && said.stems.some((stem) => told.stems.slice(1).includes(stem));
  if (told.stems.some((one) => said.stems.some((other) => lexicon.supports(other, one)))) return true;
  if (lexicon.language === 'en' && isDoerOf(said, told)) return true;
  return lexicon.language === 'de' && isPartOfCompound(said, told, lexicon);
}

/** "buyers" of "buying", "wholesalers" of "wholesale": several who do it; one of them would be a title. */
function isDoerOf(said: Word, told: Word): boolean {
  const base = /^(\p{L}{3,})(?:ers|ors)$/u.exec(told.folded)?.[1];
  return (
    base !== undefined &&
    said.stems.some((stem) => stem.length >= 3 && (stem === base || stem === `${base}e` || `${stem}e` === base))
  );
}

const isEnglishTitle = (word: Word, { language }: Lexicon): boolean => language === 'en' && word.title;
const withoutGender = (word: string): string => word.replace(/(?:innen|in|s|n)$/, '');
const isGermanTitle = (word: Word, { language }: Lexicon): boolean =>
  language === 'de' &&
  /^\p{Lu}/u.test(word.raw) &&
  (titleWords.has(withoutGender(word.folded)) ||
    /(?:leiter|fuhrer|direktor|chef|meister)(?:in|innen|s|n)?$/.test(word.folded));

/** Shapes that only names have are not inflected: "Java" is not "JavaScript", "C" not "C++". */
const isShaped = (word: Word): boolean => /\+\+|#|\.\p{L}|\p{Ll}\p{Lu}/u.test(word.raw);

/** "Berichte" of "Kostenberichte"; never a title out of a longer one. */
function isPartOfCompound(said: Word, told: Word, lexicon: Lexicon): boolean {
  const [whole, part] = [said.stems[0]!, told.stems[0]!];
  if (part.length < 5 || whole.length < part.length + 3 || lexicon.isOneOf(titleWords, part)) return false;
  return whole.endsWith(part) && /^\p{Lu}/u.test(told.raw);
}

/** "EMT" of "emergency medical technician". */
function findInitials(told: Word, units: readonly Unit[]): Occurrence[] {
  const letters = foldText(told.raw);
  for (const unit of units) {
    const { words } = unit.sentence;
    for (let at = 0; at + letters.length <= words.length; at++) {
      const run = words.slice(at, at + letters.length);
      if (run.every((word, i) => word.folded.startsWith(letters[i]!)))
        return [{ unit, word: run[0]!, sentence: unit.sentence, index: at, carried: false }];
    }
  }
  return [];
}

/** "Mitarbeiter im Außendienst" of "Außendienstmitarbeiter": the first part, told beside the last. */
export function isFirstPartOfSaid(told: Word, beside: readonly Occurrence[], lexicon: Lexicon): boolean {
  const part = told.stems[0]!;
  if (lexicon.language !== 'de' || part.length < 5 || !/^\p{Lu}/u.test(told.raw)) return false;
  return beside.some(({ word }) => word.folded.startsWith(part) && word.folded.length >= part.length + 5);
}

/** Told compounds of two said words: "Rechnungsprüfung" of "Prüfung von Rechnungen". */
export function isCompoundOfSaid(told: Word, units: readonly Unit[]): boolean {
  const stem = told.stems[0]!;
  if (stem.length < 10) return false;
  const stems = units.flatMap(({ sentence }) =>
    sentence.words.filter((word) => !word.free).map((word) => word.stems[0]!),
  );
  return stems.some(
    (head) =>
      head.length >= 4 &&
      stem.endsWith(head) &&
      stems.some(
        (first) =>
          first.length >= 4 &&
          stem.startsWith(first) &&
          stem.length >= head.length + first.length &&
          stem.length - head.length - first.length <= 3,
      ),
  );
}
