// Words that no source has and that still claim nothing more than what stands around them: "responsible for" what somebody does,
// "joined" an employer whose line has that date, "Ms" before a name.

import type { ClauseInput, Found } from './clause.ts';
import { findActs } from './find-acts.ts';
import type { Lexicon } from './lexicon.ts';
import type { Unit } from './prepare-sources.ts';
import type { Sentence, Word } from './read-text.ts';
import { isVerbForm } from './read-text.ts';
import { hedges, helping } from './vocabulary/claim-words.ts';
import { germanWeak, weakNouns, weakVerbs } from './vocabulary/weak-words.ts';

interface LightInput extends ClauseInput {
  found: Found;
}

export function isLight(word: Word, input: LightInput): boolean {
  const { told, lexicon } = input;
  if (lexicon.language === 'de' && !word.denied) return isGermanDuty(word, input);
  if (lexicon.language !== 'en' || word.denied) return false;
  const at = told.words.indexOf(word);
  const [last, next] = [told.words[at - 1], told.words[at + 1]];
  return (
    isIdiom(word.folded, last?.folded, next?.folded) ||
    isCounted(word, told) ||
    isAddress(word, next, input) ||
    isDuty(word, last, next, input) ||
    isEmployed(word, input) ||
    isFormer(word, input)
  );
}

function hasWeakForm({ stems, raw, folded }: Word, lexicon: Lexicon): boolean {
  const stem = stems[0]!;
  if (lexicon.language === 'de') return lexicon.isOneOf(germanWeak, stem);
  if (lexicon.isOneOf(weakNouns, stem)) return true;
  return lexicon.isOneOf(weakVerbs, stem) && (isVerbForm(raw) || /[^s]s$/.test(folded));
}

/** The only word of its clause that no source has; the others stand in the sentence leant on, or in the line above it. */
export function isWeak(word: Word, words: readonly Word[], { unit, lexicon, found }: LightInput): boolean {
  if (lexicon.language === 'other' || !unit || word.name || word.denied) return false;
  if (!hasWeakForm(word, lexicon)) return false;
  // What is denied, meant or uncertain on either side is told in the very words.
  const isPlain = (all: readonly Word[]): boolean => !all.some((one) => one.denied || hedges.has(one.folded));
  if (!isPlain(words) || !isPlain(unit.sentence.words)) return false;
  // Whoever attended or learned something has not carried it out.
  const near = new Set(
    [...found.values()].flatMap((all) => all.flatMap((one) => (one.unit === unit ? [one.word.segment] : []))),
  );
  const tookPart = unit.sentence.words.some(
    (one) => TOOK_PART.test(one.folded) && near.has(one.segment) && !isFoundAs(one, found),
  );
  if (tookPart && !TOOK_PART.test(word.folded)) return false;
  const others = words.filter((one) => one !== word);
  const isIn = (one: Word, fits: (said: Unit) => boolean): boolean =>
    found.get(one)?.some((said) => fits(said.unit)) === true;
  const own = others.filter((one) => isIn(one, (said) => said === unit));
  const isWhole = own.length === others.length;
  return own.length >= (isWhole ? 1 : 2) && others.every((one) => isIn(one, (said) => said === unit || said.heading));
}

/** "Zuständig für …", "Zu meinen Aufgaben gehörte …" of what somebody is said to do, alone. */
function isGermanDuty(word: Word, { told, unit, lexicon, found }: LightInput): boolean {
  const next = told.words[told.words.indexOf(word) + 1];
  const isSaid =
    (/^(?:zustandig|verantwortlich)$/.test(word.folded) && /^fur$/.test(next?.folded ?? '')) ||
    (/^gehor(?:t|te|ten|en)$/.test(word.folded) && told.words.some(({ folded }) => /^aufgaben?$/.test(folded)));
  if (!isSaid || !unit) return false;
  const helps = unit.sentence.words.some((one) => one.stems.some((stem) => lexicon.isOneOf(helping, stem)));
  const [first] = unit.sentence.words;
  const isOwn =
    first !== undefined &&
    (/(?:te|e)$/.test(first.folded) || unit.sentence.words.some(({ folded }) => folded === 'ich')) &&
    !unit.sentence.words.some(({ folded }) => /^(?:er|sie|wir)$/.test(folded));
  return isOwn && !helps && [...found.values()].some((all) => all.some((one) => one.unit === unit));
}

export const TOOK_PART =
  /^(?:attend|sit|join|observ|watch|visit|belong|learn|stud|shadow|member)(?:s|ed|ing|t|ied|ies|y)?$|^(?:saw|sat|teilgenommen|besucht\w*|gelernt|lernte|zugesehen|zusehen|zuschauen|zugeschaut|beobacht\w*)$/;
const isFoundAs = (said: Word, found: Found): boolean =>
  [...found.values()].some((all) => all.some(({ word }) => word === said));

/** "so far", "to date", "on a weekly basis", "at a rate of", "carried out the survey", "took place". */
function isIdiom(word: string, last: string | undefined, next: string | undefined): boolean {
  switch (word) {
    case 'far':
      return last === 'so';
    case 'date':
      return last === 'to';
    case 'basis':
      return next === undefined || !/^(?:of|for)$/.test(next);
    case 'rate':
      return last === 'a' && next === 'of';
    case 'carried':
    case 'carries':
    case 'carry':
    case 'carrying':
      return next === 'out';
    case 'place':
      return /^(?:take|takes|took|taken|taking)$/.test(last ?? '');
    default:
      return false;
  }
}

/** "on two occasions", "25 in number". */
const isCounted = (word: Word, told: Sentence): boolean =>
  (/^(?:occasions?|times)$/.test(word.folded) &&
    told.quantities.some(({ end, dimension }) => dimension === 'count' && word.start - end === 1)) ||
  (word.folded === 'number' && told.quantities.some(({ end }) => word.start > end && word.start - end <= 4));

const ADDRESS = /^(?:ms|mr|mrs|miss)$/;

/** "Ms Lind" of somebody whom no source calls otherwise. */
function isAddress({ folded }: Word, next: Word | undefined, { found }: LightInput): boolean {
  const said = ADDRESS.test(folded) && next?.name ? found.get(next) : undefined;
  if (!said) return false;
  const isMan = (address: string): boolean => address === 'mr';
  return said.every(({ sentence, index }) => {
    const before = sentence.words[index - 1]?.folded ?? '';
    return !ADDRESS.test(before) || isMan(before) === isMan(folded);
  });
}

/** Whoever does something is responsible for it, as long as nobody else is said to be and it was not only helped with. */
function isDuty(
  word: Word,
  last: Word | undefined,
  next: Word | undefined,
  { unit, lexicon, found }: LightInput,
): boolean {
  const isSaid =
    (word.folded === 'responsible' && next?.folded === 'for') ||
    (word.folded === 'charge' && last?.folded === 'in' && next?.folded === 'of');
  if (!isSaid || !unit) return false;
  const helps = unit.sentence.words.some((one) => one.stems.some((stem) => lexicon.isOneOf(helping, stem)));
  const acts = findActs(unit.sentence);
  const isOwn =
    acts.length > 0 && acts.every(({ elided, doer }) => elided || doer.some(({ folded }) => folded === 'i'));
  const leansOnIt = [...found.values()].some((all) => all.some((one) => one.unit === unit));
  return isOwn && !helps && leansOnIt;
}

/** "joined", "employed": of a line that says where somebody was, from when. */
function isEmployed(word: Word, { told, segment, headings, found }: LightInput): boolean {
  if (!/^(?:joined|joining|employed|employment|started|began)$/.test(word.folded)) return false;
  const lines = headings.filter(({ source }) => source.kind === 'passage');
  const isNamed = [...found].some(([one, all]) => one.name && all.some(({ unit }) => lines.includes(unit)));
  if (!isNamed || lines.every(({ sentence }) => sentence.dates.length === 0)) return false;
  if (word.folded === 'employed' || word.folded === 'employment') return true;
  const dates = told.dates.filter((one) => one.segment === segment);
  return dates.every((one) => lines.some((unit) => isStart(unit, one.readings[0]!.year)));
}

const isStart = ({ sentence }: Unit, year: number | undefined): boolean =>
  sentence.dates.some(
    ({ role, readings }) => (role === 'start' || role === 'since') && readings.some((one) => one.year === year),
  );

/** "formerly", "previously" of a period that has ended. */
const isFormer = (word: Word, { headings, found }: LightInput): boolean =>
  /^(?:formerly|previously|former|earlier)$/.test(word.folded) &&
  headings.some(
    (unit) =>
      unit.sentence.dates.some(({ role }) => role === 'end') &&
      [...found.values()].some((all) => all.some((one) => one.unit === unit)),
  );

/** Whether the verb tells a change from one place to another. */
export const isMove = (word: Word, lexicon: Lexicon): boolean =>
  lexicon.language === 'en' &&
  /^(?:mov(?:ed?|ing)|chang(?:ed?|ing)|switch(?:ed|ing)?|transferred|went|came|left)$/.test(word.folded);
