// The word lists of one language, made ready: what is free, what means the same, what is said in several words.

import type { GateLanguage } from './language.ts';
import { stemOf } from './stems.ts';
import { englishFree } from './vocabulary/english-free.ts';
import { englishGroups, englishWider } from './vocabulary/english-groups.ts';
import { englishPhrases } from './vocabulary/english-phrases.ts';
import { englishQualities } from './vocabulary/english-qualities.ts';
import { englishHypernyms, englishSynonyms } from './vocabulary/english-synonyms.ts';
import englishThesaurus from './vocabulary/english-thesaurus.json' with { type: 'json' };
import { englishThings } from './vocabulary/english-things.ts';
import { englishVerbs } from './vocabulary/english-verbs.ts';
import { measureWords } from './vocabulary/exchange-words.ts';
import { germanFree } from './vocabulary/german-free.ts';
import { germanGroups, germanWider } from './vocabulary/german-groups.ts';
import { germanHypernyms, germanSynonyms } from './vocabulary/german-synonyms.ts';
import { phraseRows } from './vocabulary/phrases.ts';

export interface Lexicon {
  language: GateLanguage;
  /** Claims nothing: a whole form, lower case. */
  isFree(word: string): boolean;
  /** Whether a source that says `said` supports `told`; both are stems. */
  supports(said: string, told: string): boolean;
  /** Phrases that begin with this stem, longest first. */
  phrasesFrom(stem: string): readonly { words: readonly string[]; stem: string }[];
  /** Whether `stem` is the base form of one of these words. */
  isOneOf(set: ReadonlySet<string>, stem: string): boolean;
}

const lexicons = new Map<GateLanguage, Lexicon>();

/** Without the thesaurus: the lists of our own, for whoever makes it. */
export function lexiconOf(language: GateLanguage, { thesaurus = true } = {}): Lexicon {
  const known = thesaurus ? lexicons.get(language) : undefined;
  if (known) return known;
  const made = makeLexicon(language, thesaurus && language === 'en' ? englishThesaurus.rows : '');
  if (thesaurus) lexicons.set(language, made);
  return made;
}

const rowsOf = (text: string): string[] =>
  text
    .split(/[\n;]/)
    .map((row) => row.trim())
    .filter((row) => row !== '');

function makeLexicon(language: GateLanguage, thesaurus: string): Lexicon {
  const stem = (word: string): string => stemOf(word, language);
  const texts = {
    en: [
      englishFree,
      [englishGroups, englishSynonyms, englishWider, englishHypernyms, englishVerbs, englishThings, englishQualities],
    ],
    de: [germanFree, [germanGroups, germanSynonyms, germanWider, germanHypernyms]],
    other: ['', []],
  };
  const [free, rows] = texts[language] as [string, string[]];
  const freeWords = new Set(free.split(/\s+/).filter((word) => word !== ''));
  const groupsOf = new Map<string, Set<number>>();
  const widerOf = new Map<string, Set<string>>();
  for (const [index, row] of rowsOf(rows.join('\n')).entries()) {
    const [said, told] = row.split(' > ').map((words) => words.split(/\s+/).map(stem));
    for (const word of said!) {
      if (!told) add(groupsOf, word, index);
      for (const kind of told ?? []) add(widerOf, word, kind);
    }
  }
  const measures = new Set([...measureWords].map(stem));
  for (const row of rowsOf(thesaurus)) {
    const [said, ...told] = row.split(' ');
    // A fortnight is no week, whatever is near to it in a thesaurus.
    for (const one of told) if (!measures.has(said!) || !measures.has(one)) add(widerOf, said!, one);
  }
  const phrases = new Map<string, { words: string[]; stem: string }[]>();
  for (const row of rowsOf({ en: phraseRows + englishPhrases, de: phraseRows, other: '' }[language])) {
    const [said, told] = row.split(' > ') as [string, string];
    const words = said.split(' ').map(stem);
    const list = phrases.get(words[0]!) ?? [];
    list.push({ words, stem: stem(told) });
    phrases.set(
      words[0]!,
      list.sort((a, b) => b.words.length - a.words.length),
    );
  }
  const stemmed = new Map<ReadonlySet<string>, Set<string>>();
  return {
    language,
    isFree: (word) => freeWords.has(word),
    supports(said, told) {
      if (said === told) return true;
      const shared = groupsOf.get(told);
      if (shared) for (const group of groupsOf.get(said) ?? []) if (shared.has(group)) return true;
      return widerOf.get(said)?.has(told) === true;
    },
    phrasesFrom: (first) => phrases.get(first) ?? [],
    isOneOf(set, word) {
      let stems = stemmed.get(set);
      if (!stems) {
        stems = new Set([...set].map(stem));
        stemmed.set(set, stems);
      }
      return stems.has(word);
    },
  };
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
