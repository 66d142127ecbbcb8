// Who does what in a German clause. Word order does not say it, case does: "den", "dem" and "einen" are never the one who acts, "der"
// before a man or a thing always is. Where neither says it ("Die Farbe stellte die Praxis"), both may be.

import { isContent } from './content-words.ts';
import { isStrongForm } from './german-stems.ts';
import type { Sentence } from './read-text.ts';
import { issuerLabels, recipientLabels } from './vocabulary/claim-words.ts';
import type { Word } from './word.ts';

export interface GermanAct {
  segment: number;
  /** Words in small letters that tell what happens; of an act told as a noun ("Vertretung des Lagerleiters") the noun. */
  verbs: readonly Word[];
  /** Who may be the one who acts, each with the words of its name; empty: nobody is named. */
  doers: readonly Word[];
  /** What it is done to, for, or taken from. */
  others: readonly Word[];
  /** More than one reading of who acts. */
  isOpen: boolean;
  isPassive: boolean;
}

type Case = 'nom' | 'acc' | 'dat' | 'gen' | 'open';
interface Phrase {
  words: Word[];
  cases: Case;
  preposition: string | undefined;
  start: number;
  phrase: number;
}

const PREPOSITIONS = new Set(
  'in im ins an am ans auf aus bei beim mit nach seit von vom zu zum zur vor für durch um über unter zwischen gegen ab bis während wegen laut ohne innerhalb binnen je pro per trotz neben hinter außer gegenüber als wie'.split(
    ' ',
  ),
);
const DETERMINER =
  /^(?:(der|die|das|den|dem|des)|(?:ein|mein|dein|sein|ihr|kein|unser|euer|eur)(e|en|em|er|es)?|(?:dies|jed|jen|welch|beid|all)(e|en|em|er|es))$/;
const LIGHT = /^(?:stell|gab|geb|gib|nahm|nehm|nimm|mach|nutz|verwend)\p{L}*$/u;
const NOMINATIVE = /^(?:ich|wir|er|man|du|wer)$/;
const OBLIQUE = /^(?:mich|mir|uns|ihn|ihm|ihnen|dich|dir|euch|wen|wem|sich)$/;
const OPEN_PRONOUN = /^(?:sie|es)$/;
const FEMININE = /(?:[rdhgtkbnfs]in|ung|heit|keit|schaft|ei|ion|tät|firma|stadt|frau|mutter|schwester|gmbh|ag)$/i;
const PASSIVE = /^(?:wurde|wurden|worden)$/;
const PASSIVE_NOW = /^(?:wird|werden)$/;
const PARTICIPLE = /^(?:\p{L}*ge\p{L}{2,}(?:t|en)|(?:be|er|ver|zer|ent|emp|uber|unter)\p{L}+(?:t|en)|\p{L}+iert)$/u;
const IS_NOUN = /^\p{Lu}/u;

const acts = new WeakMap<Sentence, GermanAct[]>();
export function findGermanActs(sentence: Sentence): GermanAct[] {
  const known = acts.get(sentence);
  if (known) return known;
  const found: GermanAct[] = [];
  for (let segment = 0; segment < sentence.segments; segment++)
    found.push(...readSegment(sentence, segment, found.at(-1)));
  acts.set(sentence, found);
  return found;
}

function readSegment(sentence: Sentence, segment: number, before: GermanAct | undefined): GermanAct[] {
  const words = sentence.words.filter((word) => word.segment === segment);
  const phrases = phrasesOf(words, sentence);
  const inPhrase = new Set(phrases.flatMap((one) => one.words));
  const verbs = words.filter(
    (word, i) =>
      !IS_NOUN.test(word.raw) &&
      (isContent(word) || LIGHT.test(word.folded)) &&
      !/(?:o|lich|ig|isch)$/.test(word.folded) &&
      !inPhrase.has(word) &&
      !isBeforeNoun(words, i),
  );
  // "Vertrete den Lagerleiter": a line that opens with what is done; who does it is whoever writes.
  const [first, second] = words;
  const opens =
    first !== undefined &&
    first.start === sentence.start &&
    isContent(first) &&
    /^\p{Lu}\p{Ll}+(?:e|te|ete)$/u.test(first.raw) &&
    !(second && IS_NOUN.test(second.raw) && second.start - first.end === 1);
  if (opens) verbs.push(first);
  const nominal = nominalActs(words, phrases, segment);
  if (verbs.length === 0) return nominal;
  const isPassive =
    words.some(({ folded }) => PASSIVE.test(folded)) ||
    (words.some(({ folded }) => PASSIVE_NOW.test(folded)) && verbs.some(({ folded }) => PARTICIPLE.test(folded)));
  const bare = phrases.filter((one) => one.preposition === undefined && one.cases !== 'gen');
  if (isPassive) {
    const by = phrases.filter(({ preposition }) => /^(?:von|vom|durch)$/.test(preposition ?? ''));
    return [
      {
        segment,
        verbs,
        doers: by.flatMap((one) => one.words),
        others: bare.flatMap((one) => one.words),
        isOpen: by.length > 1,
        isPassive,
      },
      ...nominal,
    ];
  }
  // "und senkte die Kosten": whoever did what stands before.
  const goesOn =
    /^(?:und|oder|aber|sondern|sowie)$/.test(first?.folded ?? '') &&
    second !== undefined &&
    !IS_NOUN.test(second.raw) &&
    isFiniteVerb(second, words[2]) &&
    !DETERMINER.test(second.raw);
  if (opens || goesOn || !words.some((word, i) => isFiniteVerb(word, words[i + 1]))) {
    const doers = goesOn && before && !before.isOpen && !before.isPassive ? before.doers : [];
    return [
      { segment, verbs, doers, others: bare.flatMap((one) => one.words), isOpen: false, isPassive: false },
      ...nominal,
    ];
  }
  const sure = bare.find(({ cases }) => cases === 'nom');
  const open = bare.filter(({ cases }) => cases === 'open');
  // Of two who both could, the first does; of a person and a thing the person, wherever it stands.
  const [one, other] = open;
  const isOpen = !sure && other !== undefined && isSomebody(one!) === isSomebody(other) && !isSomebody(other);
  const likely = one && other && isSomebody(other) && !isSomebody(one) ? other : one;
  const doers = sure ? [sure] : isOpen ? [one!, other!] : likely ? [likely] : [];
  const others = [
    ...bare.filter((one) => !doers.includes(one)),
    ...phrases.filter(({ preposition }) => /^(?:von|vom|mit|zu|zum|zur|bei|beim)$/.test(preposition ?? '')),
  ];
  return [
    {
      segment,
      verbs,
      doers: doers.flatMap((one) => one.words),
      others: others.flatMap((one) => one.words),
      isOpen,
      isPassive,
    },
    ...nominal,
  ];
}

const SOMEBODY =
  /^(?:frau|herrn?|chef|kolleg\p{L}*|mutter|vater|eltern|bruder|schwester|sohn|tochter|kunde|kundin|firma|stadt|gemeinde|verein|praxis|schule|mann|freund\p{L}*|dr|prof)$/u;
/** A person or a body, as far as its words show it: a party, somebody's kin, a name of two words. */
const isSomebody = ({ words }: Phrase): boolean =>
  words.length > 1 ||
  isPronoun(words[0]!) ||
  words.some(
    (word) =>
      SOMEBODY.test(word.folded) ||
      issuerLabels.has(word.folded) ||
      recipientLabels.has(word.folded) ||
      word.stems.length > 1 ||
      /(?:in|innen)$/.test(word.folded),
  );

/** "Vertretung des Lagerleiters", "Einarbeitung von Kollegen": what stands behind is what it is done to, or who does it. */
function nominalActs(words: readonly Word[], phrases: readonly Phrase[], segment: number): GermanAct[] {
  return words.flatMap((word, i): GermanAct[] => {
    if (!/(?:ung|ungen)$/.test(word.folded) || !IS_NOUN.test(word.raw)) return [];
    const next = phrases.find((one) => one.start === words[i + 1]?.start);
    if (!next || !(next.cases === 'gen' || next.preposition === 'von')) return [];
    return [{ segment, verbs: [word], doers: [], others: next.words, isOpen: false, isPassive: false }];
  });
}

const AUXILIARY =
  /^(?:ist|sind|war|waren|hat|haben|habe|hatte|hatten|wird|werden|wurde|wurden|kann|können|muss|müssen|darf|dürfen|soll|sollen|will|wollen|möchte|bin)$/;
/** "Verantwortlich für den Einkauf" has no verb that anybody does. */
const isFiniteVerb = (word: Word, next: Word | undefined): boolean =>
  AUXILIARY.test(word.raw.toLowerCase()) ||
  (/^\p{Ll}{2,}(?:t|te|ten|en)$/u.test(word.raw) &&
    !PREPOSITIONS.has(word.raw) &&
    !DETERMINER.test(word.raw) &&
    !(next && IS_NOUN.test(next.raw) && !/^(?:Sie|Ihnen)$/.test(next.raw) && /en$/.test(word.raw))) ||
  (/^\p{Ll}{3,}$/u.test(word.raw) && isStrongForm(word.folded) && !/^\p{L}*ge\p{L}{2,}en$/u.test(word.folded));

const isBeforeNoun = (words: readonly Word[], i: number): boolean => {
  const next = words[i + 1];
  return (
    next !== undefined &&
    IS_NOUN.test(next.raw) &&
    /(?:e|en|em|er|es)$/.test(words[i]!.folded) &&
    !/(?:te|ten)$/.test(words[i]!.folded) &&
    i > 0 &&
    !isSecond(words, i)
  );
};
/** Behind the first noun or pronoun of the clause: the place of the verb. */
const isSecond = (words: readonly Word[], i: number): boolean => {
  const last = words[i - 1]!;
  return (
    (IS_NOUN.test(last.raw) &&
      !words
        .slice(0, i)
        .some((one, k) => k > 0 && isContent(one) && !IS_NOUN.test(one.raw) && /(?:t|te|ten)$/.test(one.folded))) ||
    NOMINATIVE.test(last.folded)
  );
};

function phrasesOf(words: readonly Word[], sentence: Sentence): Phrase[] {
  const phrases: Phrase[] = [];
  const gap = (a: Word, b: Word): string => sentence.text.slice(a.end - sentence.start, b.start - sentence.start);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const lower = word.raw.toLowerCase();
    const preposition = prepositionBefore(words, i);
    const at = { start: word.start, phrase: word.phrase, preposition };
    if (
      NOMINATIVE.test(lower) ||
      OBLIQUE.test(lower) ||
      (OPEN_PRONOUN.test(lower) && !IS_NOUN.test(words[i + 1]?.raw ?? ''))
    ) {
      const cases = NOMINATIVE.test(lower) ? 'nom' : OBLIQUE.test(lower) || /^Ihnen$/.test(word.raw) ? 'acc' : 'open';
      phrases.push({ ...at, words: [word], cases });
      continue;
    }
    const determiner = DETERMINER.exec(lower);
    let k = determiner ? i + 1 : i;
    // Adjectives and figures between the article and its noun.
    while (
      determiner &&
      words[k] &&
      !IS_NOUN.test(words[k]!.raw) &&
      k - i < 4 &&
      /(?:e|en|em|er|es)$/.test(words[k]!.folded) &&
      !PREPOSITIONS.has(words[k]!.raw.toLowerCase())
    )
      k++;
    const noun = words[k];
    if (
      !noun ||
      !IS_NOUN.test(noun.raw) ||
      (noun.free && !/^(?:herrn?|frau)$/.test(noun.folded)) ||
      (!determiner && DETERMINER.test(noun.raw.toLowerCase()))
    )
      continue;
    const nouns = [noun];
    while (
      words[k + 1] &&
      IS_NOUN.test(words[k + 1]!.raw) &&
      /^(?:\.?\s|\s\(|-)$/.test(gap(words[k]!, words[k + 1]!)) &&
      !DETERMINER.test(words[k + 1]!.raw.toLowerCase())
    )
      nouns.push(words[++k]!);
    // "Aylins Bruder" is not Aylin; "80 % der Punkte" is no one who acts.
    if (
      nouns.length === 2 &&
      /s$/.test(nouns[0]!.raw) &&
      SOMEBODY.test(nouns[1]!.folded) &&
      !/^(?:Frau|Herrn?)$/.test(nouns[1]!.raw)
    )
      nouns.shift();
    const last = words[i - 1];
    const isOfFigure =
      /[\d%]\s$/.test(sentence.text.slice(0, word.start - sentence.start)) && /^(?:der|des)$/.test(lower);
    const isBehindNoun =
      last !== undefined && IS_NOUN.test(last.raw) && /^ $/.test(gap(last, word)) && !isPronoun(last);
    phrases.push({ ...at, words: nouns, cases: isOfFigure ? 'gen' : caseOf(determiner, noun, isBehindNoun, lower) });
    i = k;
  }
  return joinAsides(phrases, sentence);
}

/** "Sein Chef, Herr Lenz,": one person. */
function joinAsides(phrases: readonly Phrase[], { text, start }: Sentence): Phrase[] {
  const joined: Phrase[] = [];
  for (const one of phrases) {
    const last = joined.at(-1);
    const isAside =
      last &&
      text.slice(last.words.at(-1)!.end - start, one.start - start) === ', ' &&
      one.preposition === undefined &&
      last.cases !== 'gen';
    if (isAside) last.words.push(...one.words);
    else joined.push({ ...one, words: [...one.words] });
  }
  return joined;
}

const isPronoun = (word: Word): boolean =>
  NOMINATIVE.test(word.folded) || OBLIQUE.test(word.folded) || OPEN_PRONOUN.test(word.folded);

function prepositionBefore(words: readonly Word[], i: number): string | undefined {
  const hasDeterminer = DETERMINER.test(words[i]!.raw.toLowerCase());
  for (let at = i - 1; at >= Math.max(0, i - 3); at--) {
    const lower = words[at]!.raw.toLowerCase();
    if (PREPOSITIONS.has(lower)) return lower;
    // "mit neuen Kollegen": an adjective may stand between, a verb not.
    if (hasDeterminer || IS_NOUN.test(words[at]!.raw) || !/(?:e|en|em|er|es)$/.test(lower) || /(?:te|ten)$/.test(lower))
      return undefined;
  }
  return undefined;
}

function caseOf(determiner: RegExpExecArray | null, noun: Word, isBehindNoun: boolean, lower: string): Case {
  if (/^Herrn$/.test(noun.raw)) return 'acc';
  if (!determiner) return 'open';
  const ending = determiner[1] ?? determiner[2] ?? determiner[3] ?? '';
  const isGenitive = /^(?:des|es)$/.test(ending) || (isBehindNoun && /^(?:der|er)$/.test(ending) && lower !== 'unser');
  if (isGenitive) return 'gen';
  if (/^(?:den|en|dem|em)$/.test(ending)) return 'acc';
  if (ending === 'der') return FEMININE.test(noun.folded) ? 'dat' : 'nom';
  if (ending === 'er' && lower !== 'unser') return 'dat';
  return 'open';
}
