// Sources as the gate compares with them: sentences that can be believed, by subject. Orders to a machine are no testimony.

import { findInstructions } from '../../recognize/instructions/find-instructions.ts';
import { findActs } from './find-acts.ts';
import { findDisguises } from './find-disguises.ts';
import type { GateSource } from './gate-source.ts';
import { joinAliases } from './join-aliases.ts';
import type { GateLanguage } from './language.ts';
import { isVerbForm, languageOf, readText, type Sentence, type Word } from './read-text.ts';
import { attributes, pronouns } from './vocabulary/claim-words.ts';

/** A word of an earlier sentence, with where it stands there. */
export interface CarriedWord {
  word: Word;
  index: number;
  sentence: Sentence;
}

export interface Unit {
  source: GateSource;
  sentence: Sentence;
  /** Length of the label that was put before a value's text. */
  labelLength: number;
  heading: boolean;
  /** Words of earlier sentences that a pronoun of this one stands for. */
  carried: readonly CarriedWord[];
  /** The line that opened with a date or a time, under which it stands: "14:10.", "12 March: …". */
  under?: Unit | undefined;
}

export interface SubjectGroup {
  subject: string;
  /** Combine with every other unit of the group. */
  headings: Unit[];
  passages: Unit[];
}

export interface PreparedSources {
  groups: SubjectGroup[];
  language: GateLanguage;
}

const ORDER_TO_WRITER =
  /(?:^|[\s"“„(:])(?:please |also |bitte |and |then |must |should |you )*(?:write|state|say|claim|add|include|mention|report|note|output|respond|answer|rate|mark|schreib\p{L}*|erwähne\p{L}*|behaupte\p{L}*|füge\p{L}*)(?: down| also)?,? (?:that |this candidate|the candidate|the applicant|dass |hinzu)/iu;

export function prepareSources(sources: readonly GateSource[], given?: GateLanguage): PreparedSources {
  const language = languageOf(sources.map(({ text }) => text).join('\n'), given);
  const groups = new Map<string, SubjectGroup>();
  const free: Unit[] = [];
  for (const source of sources) {
    if (source.hidden || isOrder(source.text)) continue;
    for (const unit of unitsOf(source, language)) {
      if (source.subject === undefined && source.kind === 'fact') free.push(unit);
      else put(groups, source.subject ?? '', unit);
    }
  }
  if (groups.size === 0) groups.set('', { subject: '', headings: [], passages: [] });
  for (const unit of free) for (const subject of groups.keys()) put(groups, subject, unit);
  shareUnheaded(groups);
  for (const { headings, passages } of groups.values()) joinAliases([...headings, ...passages]);
  return { groups: [...groups.values()], language };
}

/** A letter or a note without a line that says what it is about goes on about what the others are about. */
function shareUnheaded(groups: ReadonlyMap<string, SubjectGroup>): void {
  const all = [...groups.values()];
  const headed = all.filter(({ headings }) => headings.length > 0);
  const notes = all.filter(({ headings }) => headings.length === 0).map((one) => [...one.passages]);
  for (const group of headed) for (const passages of notes) group.passages.push(...passages);
}

function put(groups: Map<string, SubjectGroup>, subject: string, unit: Unit): void {
  const group = groups.get(subject) ?? { subject, headings: [], passages: [] };
  (unit.heading ? group.headings : group.passages).push(unit);
  groups.set(subject, group);
}

/** A passage that speaks to a machine or to whoever writes is believed in nothing: what else it says may be part of the trick. */
function isOrder(text: string): boolean {
  return (
    findInstructions(text, { hidden: false }).length > 0 ||
    findDisguises(text).some(({ why }) => why !== 'styled-letters')
  );
}

function unitsOf(source: GateSource, language: GateLanguage): Unit[] {
  const label = source.kind === 'value' && source.label ? `${source.label}: ` : '';
  const units: Unit[] = [];
  const earlier: Sentence[] = [];
  let line: Unit | undefined;
  // A value is one thing, whatever full stops are in it.
  const sentences = readText(label + source.text, language);
  for (const sentence of sentences) {
    if (ORDER_TO_WRITER.test(sentence.text)) continue;
    const unit: Unit = {
      source,
      sentence,
      labelLength: label.length,
      heading: source.heading === true || source.kind === 'value',
      carried: carriedInto(sentence, earlier, language),
      under: line,
    };
    units.push(unit);
    if (opensWithDate(sentence)) line = unit;
    earlier.push(sentence);
  }
  return units;
}

const opensWithDate = ({ dates, codes, text, start }: Sentence): boolean =>
  [...dates, ...codes.filter(({ kind }) => kind === 'time')].some(
    (one) => one.start === start && /^(?:[:.]|$)/.test(text.slice(one.end - start)),
  );

/** Who the sentence is about, where its first word has a capital anyway; "Frau Kessler" where every noun has one. */
function isOpening(words: readonly Word[], i: number): boolean {
  const word = words[i]!;
  if (/^(?:frau|herr|herrn)$/.test(words[i - 1]?.folded ?? '')) return true;
  return (
    !word.free && !isVerbForm(word.raw) && /^\p{Lu}/u.test(word.raw) && words.slice(0, i).every(({ free }) => free)
  );
}

/** A sentence with a pronoun carries the names before it; one that opens with "it" or "this" the whole sentence before. */
function carriedInto(sentence: Sentence, earlier: readonly Sentence[], language: GateLanguage): CarriedWord[] {
  const words = sentence.words.map(({ folded }) => folded);
  const last = earlier.at(-1);
  if (!last) return [];
  if (words.some((word) => pronouns.has(word))) {
    if (/^(?:it|this|these|they|es|dies|diese)$/.test(words[0] ?? '')) return carry(last, () => true);
    return earlier.flatMap((one) => carry(one, (word, i) => word.name || isOpening(one.words, i)));
  }
  // "Cracked screen, blue case.": a line without a verb goes on about what the line before is about.
  const isQuality = (word: string): boolean => attributes.has(word);
  if (sentence.words.some((word, i) => isVerbForm(word.raw) && !word.name && !(i === 0 && isQuality(word.folded))))
    return [];
  if (
    language === 'de'
      ? sentence.words.some(isGermanVerb)
      : findActs(sentence).some(({ verb }) => !(verb === sentence.words[0] && isQuality(verb.folded)))
  )
    return [];
  return carry(last, () => true);
}

/** By its ending, in the middle of a sentence: "trägt", "liefern", "beschädigte". */
const isGermanVerb = (word: Word, i: number, words: readonly Word[]): boolean =>
  i > 0 &&
  !word.free &&
  (/^\p{Ll}{3,}(?:t|te|ten|en)$/u.test(word.raw) ||
    (/^\p{Ll}{3,}e$/u.test(word.raw) && [words[i - 1], words[i + 1]].some((one) => one?.folded === 'ich')));

function carry(sentence: Sentence, isCarried: (word: Word, i: number) => boolean): CarriedWord[] {
  return sentence.words.flatMap((word, index) => (isCarried(word, index) ? [{ word, index, sentence }] : []));
}
